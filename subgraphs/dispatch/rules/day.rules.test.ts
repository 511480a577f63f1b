import fc from "fast-check";
import { type Client } from "pg";
import { asAdmin, testPostgres } from "../../../test/support/postgres";
import { DispatchState, stateOn } from "../dispatch/dispatch-state";
import { fiveYearsOn } from "./day.rules";

const day = fc
  .integer({ min: 0, max: 50_000 })
  .map((days) => new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10));

describe("five years on", () => {
  it("is the day PostgreSQL gives, which holds the rule too", async () => {
    const days = [...fc.sample(day, 500), "2020-02-29", "2019-02-28", "2096-02-29", "2020-12-31"];
    await asAdmin(testPostgres().adminUrl, async (client: Client) => {
      const { rows } = await client.query<{ day: string }>(
        "SELECT (d + interval '5 years')::date::text AS day FROM unnest($1::date[]) WITH ORDINALITY u(d, place) ORDER BY place",
        [days],
      );
      expect(days.map(fiveYearsOn)).toEqual(rows.map((row) => row.day));
    });
  });
});

describe("the state of a day", () => {
  it("never goes back, and is ON_DISPATCH from the first day until the day of return", () => {
    const { PLANNED, CONSENTED, ON_DISPATCH, RETURNED } = DispatchState;
    const order = [PLANNED, CONSENTED, ON_DISPATCH, RETURNED];
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 5, maxLength: 5 }), (days) => {
        const [consentOn = "", startedOn = "", returnedOn = "", ...asked] = [...days].sort();
        const dispatch = { consentOn, startedOn, returnedOn, cancelledOn: null };
        const states = [consentOn, startedOn, returnedOn, ...asked].map((on) =>
          stateOn(dispatch, on),
        );
        expect(states).toEqual([CONSENTED, ON_DISPATCH, RETURNED, RETURNED, RETURNED]);
        const steps = days.sort().map((on) => order.indexOf(stateOn(dispatch, on)));
        expect(steps).toEqual([...steps].sort());
      }),
    );
  });
});
