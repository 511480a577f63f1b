import fc from "fast-check";
import { type Client } from "pg";
import { asAdmin, cloneDatabase } from "../../../test/support/postgres";
import { DispatchState, stateOn } from "./dispatch-state";
import { fiveYearsOn } from "./consultation.rules";

const day = fc
  .integer({ min: 0, max: 50_000 })
  .map((days) => new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10));

describe("five years on", () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  beforeAll(async () => {
    database = await cloneDatabase("dispatch");
  });
  afterAll(() => database.drop());

  it.each([
    ["2028-02-29", "2033-03-01"],
    ["2028-02-28", "2033-02-28"],
    ["2027-03-01", "2032-03-01"],
    ["2028-03-01", "2033-03-01"],
    ["2020-12-31", "2025-12-31"],
  ])("from %s begins the sixth year on %s", (from, sixthYear) => {
    expect(fiveYearsOn(from)).toBe(sixthYear);
  });

  it("is the day PostgreSQL gives, which holds the rule too", async () => {
    const days = [...fc.sample(day, 500), "2020-02-29", "2019-02-28", "2096-02-29", "2020-12-31"];
    await asAdmin(database.ownerUrl, async (client: Client) => {
      const { rows } = await client.query<{ day: string }>(
        "SELECT years_on(d, 5)::text AS day FROM unnest($1::date[]) WITH ORDINALITY u(d, place) ORDER BY place",
        [days],
      );
      expect(days.map(fiveYearsOn)).toEqual(rows.map((row) => row.day));
    });
  });

  it("is as many years of 2028 from 29 February as from any other day", async () => {
    await asAdmin(database.ownerUrl, async (client: Client) => {
      const { rows } = await client.query<{ days: string[] }>(
        "SELECT array_agg(years_on('2028-02-29', years)::text ORDER BY years) AS days FROM generate_series(1, 4) years",
      );
      expect(rows[0]?.days).toEqual(["2029-03-01", "2030-03-01", "2031-03-01", "2032-02-29"]);
    });
  });
});

describe("the state of a day", () => {
  it("never goes back, and is ON_DISPATCH from the first day until the day of return", () => {
    const { PLANNED, CONSENTED, ON_DISPATCH, RETURNED } = DispatchState;
    const order: DispatchState[] = [PLANNED, CONSENTED, ON_DISPATCH, RETURNED];
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 5, maxLength: 5 }), (days) => {
        const [consentOn = "", startedOn = "", returnedOn = "", ...asked] = [...days].sort();
        const dispatch = { consentOn, startedOn, returnedOn, plannedTo: "", cancelledOn: null };
        const states = [consentOn, startedOn, returnedOn, ...asked].map((on) =>
          stateOn(dispatch, on),
        );
        expect(states).toEqual([CONSENTED, ON_DISPATCH, RETURNED, RETURNED, RETURNED]);
        const steps = days.sort().map((on) => order.indexOf(stateOn(dispatch, on)));
        expect(steps).toEqual([...steps].sort());
        // Recorded after a later one: over by the end of its term, until the return is on record.
        const followed = { ...dispatch, returnedOn: null, plannedTo: returnedOn, followed: true };
        expect(days.map((on) => stateOn(followed, on))).toEqual(
          days.map((on) => stateOn(dispatch, on)),
        );
        expect(stateOn({ ...followed, followed: false }, returnedOn)).toBe(ON_DISPATCH);
      }),
    );
  });
});
