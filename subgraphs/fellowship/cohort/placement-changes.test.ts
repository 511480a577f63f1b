import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { fellowship } from "../fellowship";
import { Office } from "../office.fixture";
import { dayAfter } from "../../kit/rules/period";

let subgraph: TestSubgraph;
let office: Office;
let fellow: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
beforeEach(async () => {
  const cohort = await office.cohort();
  ({ id: fellow } = await office.fellow(cohort.id));
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const summer = { from: "2023-06-01", to: "2023-09-01", on: "2023-05-31" };
const place = (from: string, to: string | null) => office.placement(fellow, { from, to });
const refused = (values: object) =>
  office.refused("placeFellow", {
    fellow,
    hostKind: "AGENCY",
    hostAgency: "JP-METI",
    from: "2023-06-01",
    to: "2023-07-01",
    ...values,
  });

describe("placeFellow", () => {
  it("places fellows with agencies, Diet offices and companies, one after the other", async () => {
    const first = await place("2023-04-01", "2023-06-01");
    expect(first).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      hostKind: "AGENCY",
      hostAgency: { code: "JP-MOF" },
      hostName: null,
      from: "2023-04-01",
      to: "2023-06-01",
      endReason: null,
      cancelledOn: null,
      cancellationReason: null,
      fellow: { id: fellow },
    });
    const office2 = { hostKind: "DIET_OFFICE", hostName: " Office of a Member ", to: "2023-07-01" };
    expect(
      await office.make("placeFellow", { fellow, from: "2023-06-01", ...office2 }),
    ).toMatchObject({ hostKind: "DIET_OFFICE", hostName: "Office of a Member", hostAgency: null });
    const company = { hostKind: "COMPANY", hostName: "Example K.K.", to: "2024-04-01" };
    expect(
      await office.make("placeFellow", { fellow, from: "2023-07-01", ...company }),
    ).toMatchObject({ hostKind: "COMPANY", hostName: "Example K.K." });
  });

  it("takes the cohort's first and last day, and none beyond them", async () => {
    expect(await refused({ from: "2023-03-31" })).toEqual(["OUTSIDE_COHORT_PERIOD from"]);
    expect(await refused({ to: "2024-04-02" })).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
    expect(await refused({ to: null })).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
    expect(await refused({ from: "2024-04-01", to: "2024-05-01" })).toEqual([
      "OUTSIDE_COHORT_PERIOD from",
      "OUTSIDE_COHORT_PERIOD to",
    ]);
    await place("2023-04-01", "2024-04-01");
  });

  it("may stay open in a cohort whose end is not known, and then leaves no room after it", async () => {
    const { id } = await office.fellow("MIKE_MANSFIELD-12", { admittedOn: "2007-01-01" });
    await office.placement(id, { from: "2007-09-01" });
    expect(await refused({ fellow: id, from: "2099-01-01", to: null })).toEqual([
      "OVERLAPPING_PLACEMENT from",
    ]);
    expect(await refused({ fellow: id, from: "2007-08-31", to: "2007-09-01" })).toEqual([
      "OUTSIDE_COHORT_PERIOD from",
    ]);
  });

  it("refuses a day on which the fellow is elsewhere, but not the day another ends or begins", async () => {
    await place("2023-06-01", "2023-09-01");
    expect(await refused({ from: "2023-05-01", to: "2023-06-02" })).toEqual([
      "OVERLAPPING_PLACEMENT from",
    ]);
    expect(await refused({ from: "2023-08-31", to: "2023-10-01" })).toEqual([
      "OVERLAPPING_PLACEMENT from",
    ]);
    expect(await refused({ from: "2023-07-01", to: "2023-07-02" })).toEqual([
      "OVERLAPPING_PLACEMENT from",
    ]);
    const { userErrors } = await office.send("placeFellow", {
      fellow,
      hostKind: "AGENCY",
      hostAgency: "JP-METI",
      from: "2023-08-31",
      to: "2023-10-01",
    });
    expect(userErrors[0]?.message).toBe(
      "Expected days outside the fellow's placement from 2023-06-01 to before 2023-09-01, received 2023-08-31 to before 2023-10-01.",
    );
    await place("2023-05-01", "2023-06-01");
    await place("2023-09-01", "2023-10-01");
  });

  it("leaves the days of a cancelled placement free", async () => {
    await office.cancelledPlacement(fellow, summer);
    await place("2023-06-01", "2023-09-01");
  });

  it("refuses days before admission", async () => {
    const { id: cohort } = await office.cohort();
    const { id } = await office.fellow(cohort, { admittedOn: "2023-06-02" });
    expect(await refused({ fellow: id, from: "2023-06-01" })).toEqual(["BEFORE_ADMISSION from"]);
    await office.placement(id, { from: "2023-06-02", to: "2023-06-03" });
  });

  it("refuses days after the last of a fellowship that is over; earlier ones can still be added", async () => {
    await office.make("completeFellowship", { id: fellow, lastDay: "2023-12-31" });
    expect(await refused({ from: "2023-12-31", to: "2024-01-02" })).toEqual([
      "FELLOWSHIP_COMPLETED to",
    ]);
    await place("2023-12-31", "2024-01-01");
    const { id: cohort } = await office.cohort();
    const { id } = await office.fellow(cohort);
    await office.make("withdrawFellow", { id, lastDay: "2023-05-31", reason: "Recalled." });
    expect(await refused({ fellow: id })).toEqual(["FELLOW_WITHDRAWN to"]);
    await office.placement(id, { from: "2023-05-01", to: "2023-06-01" });
  });

  it.each([
    ["an agency without a code", { hostAgency: null }, ["INVALID_HOST hostAgency"]],
    ["an agency with a name besides", { hostName: "MOF" }, ["INVALID_HOST hostName"]],
    [
      "a company without a name",
      { hostKind: "COMPANY", hostAgency: null },
      ["INVALID_HOST hostName"],
    ],
    [
      "a company with an agency besides",
      { hostKind: "COMPANY", hostName: "Example K.K." },
      ["INVALID_HOST hostAgency"],
    ],
    [
      "a company with an empty name",
      { hostKind: "COMPANY", hostAgency: null, hostName: "\t" },
      ["INVALID_TEXT hostName"],
    ],
    [
      "a company whose name nobody sees",
      { hostKind: "COMPANY", hostAgency: null, hostName: "\u200B" },
      ["INVALID_TEXT hostName"],
    ],
    ["an agency nobody knows", { hostAgency: "JP-NONE" }, ["UNKNOWN_AGENCY hostAgency"]],
    ["an agency of another country", { hostAgency: "US-DOD" }, ["NOT_A_HOST_AGENCY hostAgency"]],
    ["an end on the first day", { to: "2023-06-01" }, ["INVALID_PERIOD to"]],
    ["a fellow nobody knows", { fellow: "none" }, ["NOT_FOUND fellow"]],
  ])("refuses %s", async (_what, values, refusals) => {
    expect(await refused(values)).toEqual(refusals);
  });

  it("places a fellow once, however many ask at the same time", async () => {
    const input = { fellow, hostKind: "COMPANY", hostName: "Example K.K." };
    const inputs = Array.from({ length: 50 }, (_unused, index) => ({
      ...input,
      from: `2023-06-${String((index % 25) + 1).padStart(2, "0")}`,
      to: "2023-07-01",
    }));
    expect(await office.race("placeFellow", inputs)).toEqual({ OK: 1, OVERLAPPING_PLACEMENT: 49 });
  });

  it("answers a repeated key with the first placement", async () => {
    const input = { fellow, hostKind: "AGENCY", hostAgency: "JP-MOJ", from: "2023-06-01" };
    const keyed = { ...input, to: "2023-07-01", idempotencyKey: "place-once" };
    const { id } = await office.make("placeFellow", keyed);
    expect(await office.make("placeFellow", keyed)).toMatchObject({ id, version: 1 });
  });
});

describe("changePlacement", () => {
  it("moves what is given and leaves the rest", async () => {
    const { id } = await place("2023-06-01", "2023-09-01");
    expect(await office.make("changePlacement", { id, to: "2024-04-01" })).toMatchObject({
      version: 2,
      from: "2023-06-01",
      to: "2024-04-01",
    });
    const input = { id, from: "2023-04-01", expectedVersion: 2 };
    expect(await office.make("changePlacement", input)).toMatchObject({
      version: 3,
      from: "2023-04-01",
      to: "2024-04-01",
    });
  });

  it("goes by the same rules, and does not overlap with itself", async () => {
    const { id } = await place("2023-06-01", "2023-09-01");
    await place("2023-10-01", "2023-12-01");
    const changed = (values: object) => office.refused("changePlacement", { id, ...values });
    expect(await changed({ to: "2023-10-02" })).toEqual(["OVERLAPPING_PLACEMENT from"]);
    expect(await changed({ from: "2023-03-31" })).toEqual(["OUTSIDE_COHORT_PERIOD from"]);
    expect(await changed({ from: "2023-12-01", to: null })).toEqual(["OUTSIDE_COHORT_PERIOD to"]);
    expect(await changed({ to: "2023-06-01" })).toEqual(["INVALID_PERIOD to"]);
    expect(await changed({ expectedVersion: 3 })).toEqual(["VERSION_CONFLICT expectedVersion"]);
    expect(await office.refused("changePlacement", { id: "none" })).toEqual(["NOT_FOUND id"]);
    await office.make("changePlacement", { id, to: "2023-10-01" });
  });

  it("does not go beyond a fellowship that is over", async () => {
    const { id } = await place("2023-06-01", "2023-09-01");
    await office.make("completeFellowship", { id: fellow, lastDay: "2023-08-31" });
    expect(await office.refused("changePlacement", { id, to: "2023-09-02" })).toEqual([
      "FELLOWSHIP_COMPLETED to",
    ]);
    await office.make("changePlacement", { id, to: "2023-08-31" });
  });

  it("corrects a placement that has ended, and forgets why it ended where it is opened again", async () => {
    const { id: other } = await office.fellow("MIKE_MANSFIELD-12", { admittedOn: "2007-01-01" });
    const { id } = await office.placement(other, { from: "2007-09-01" });
    await office.make("endPlacement", { id, lastDay: "2008-03-31", reason: "Reorganised." });
    expect(await office.make("changePlacement", { id, to: "2008-04-02" })).toMatchObject({
      to: "2008-04-02",
      endReason: "Reorganised.",
    });
    expect(await office.make("changePlacement", { id, to: null })).toMatchObject({
      to: null,
      endReason: null,
    });
  });

  it("refuses a placement that was cancelled", async () => {
    const { id } = await office.cancelledPlacement(fellow, summer);
    expect(await office.refused("changePlacement", { id, to: "2023-08-01" })).toEqual([
      "ALREADY_CANCELLED id",
    ]);
  });

  it("lets one of many through that would each overlap the others", async () => {
    const days = (index: number) => `2023-${String(index + 5).padStart(2, "0")}-01`;
    const parts = await Promise.all(
      [0, 1, 2, 3].map((index) => place(days(index), dayAfter(days(index)))),
    );
    const inputs = parts.map(({ id }) => ({ id, from: "2023-12-01", to: "2024-01-01" }));
    expect(await office.race("changePlacement", inputs)).toEqual({
      OK: 1,
      OVERLAPPING_PLACEMENT: 3,
    });
  });
});

describe("endPlacement", () => {
  it("ends a placement with the day given: 31 March is its last, and it is free on 1 April", async () => {
    const { id: other } = await office.fellow("MIKE_MANSFIELD-28");
    const { id } = await office.placement(other, { from: "2024-09-01" });
    const input = { id, lastDay: "2025-03-31", reason: " The office moved. " };
    expect(await office.make("endPlacement", input)).toMatchObject({
      version: 2,
      to: "2025-04-01",
      endReason: "The office moved.",
    });
    const { data } = await subgraph.execute(
      `query ($id: ID!) { fellow(id: $id) {
         lastDay: placement(asOf: "2025-03-31") { id } next: placement(asOf: "2025-04-01") { id }
         firstDay: placement(asOf: "2024-09-01") { id } before: placement(asOf: "2024-08-31") { id } } }`,
      { id: other },
    );
    expect(data["fellow"]).toEqual({ lastDay: { id }, next: null, firstDay: { id }, before: null });
    await office.placement(other, { from: "2025-04-01" });
  });

  it("refuses days before its first and after its last", async () => {
    const { id } = await place("2023-06-01", "2023-09-01");
    const end = (lastDay: string, reason = "Moved.") =>
      office.refused("endPlacement", { id, lastDay, reason });
    expect(await end("2023-05-31")).toEqual(["PLACEMENT_NOT_BEGUN lastDay"]);
    expect(await end("2023-09-01")).toEqual(["ALREADY_ENDED lastDay"]);
    expect(await end("2023-07-01", " ")).toEqual(["INVALID_TEXT reason"]);
    expect(await end("2023-07-01", "\u0085")).toEqual(["INVALID_TEXT reason"]);
    await office.make("endPlacement", { id, lastDay: "2023-06-01", reason: "Moved." });
  });

  it("refuses a day in the future, a second end, a cancelled one and one that does not exist", async () => {
    const { id: other } = await office.fellow("MIKE_MANSFIELD-28");
    const { id } = await office.placement(other, { from: "2024-09-01" });
    const end = (placement: string, lastDay: string) =>
      office.refused("endPlacement", { id: placement, lastDay, reason: "Moved." });
    expect(await end(id, dayAfter(today()))).toEqual(["DATE_IN_FUTURE lastDay"]);
    await office.make("endPlacement", { id, lastDay: today(), reason: "Moved." });
    expect(await end(id, "2024-12-31")).toEqual(["ALREADY_ENDED id"]);
    const cancelled = await office.cancelledPlacement(fellow, summer);
    expect(await end(cancelled.id, "2023-06-01")).toEqual(["ALREADY_CANCELLED id"]);
    expect(await end("none", "2023-06-01")).toEqual(["NOT_FOUND id"]);
  });

  it("ends a placement once, however many ask at the same time", async () => {
    const { id } = await place("2023-06-01", "2023-09-01");
    const inputs = Array.from({ length: 50 }, () => ({
      id,
      lastDay: "2023-07-31",
      reason: "Moved.",
    }));
    expect(await office.race("endPlacement", inputs)).toEqual({ OK: 1, ALREADY_ENDED: 49 });
  });
});

describe("cancelPlacement", () => {
  const tomorrow = dayAfter(today());
  const days = { from: tomorrow, to: dayAfter(tomorrow) };
  const reason = "No desk.";
  let guest: string;
  beforeEach(async () => {
    const { id } = await office.cohort({ endsOn: "2100-03-31" });
    ({ id: guest } = await office.fellow(id));
  });
  const cancel = (id: string, values: object = {}) =>
    office.refused("cancelPlacement", { id, on: today(), reason, ...values });

  it("cancels a placement up to the day before its first; it stays on record", async () => {
    const { id } = await office.placement(guest, days);
    expect(await cancel(id, { reason: "" })).toEqual(["INVALID_TEXT reason"]);
    expect(await cancel(id, { reason: "\u0085" })).toEqual(["INVALID_TEXT reason"]);
    const cancelled = { version: 2, cancelledOn: today(), cancellationReason: reason };
    expect(await office.make("cancelPlacement", { id, on: today(), reason })).toMatchObject(
      cancelled,
    );
    expect(await cancel(id)).toEqual(["ALREADY_CANCELLED id"]);
    expect(await cancel("none")).toEqual(["NOT_FOUND id"]);
    const { data } = await subgraph.execute(
      `query ($id: ID!, $day: Date!) { placement(id: $id) { cancelledOn fellow { placement(asOf: $day) { id } } } }`,
      { id, day: tomorrow },
    );
    expect(data["placement"]).toEqual({ cancelledOn: today(), fellow: { placement: null } });
  });

  it("refuses a day in the future, or before admission", async () => {
    const { id } = await office.placement(guest, { from: "2099-01-01", to: "2099-02-01" });
    expect(await cancel(id, { on: tomorrow })).toEqual(["DATE_IN_FUTURE on"]);
    expect(await cancel(id, { on: "2023-02-28" })).toEqual(["BEFORE_ADMISSION on"]);
    expect(await cancel(id, { on: "0001-01-01" })).toEqual(["BEFORE_ADMISSION on"]);
    await office.make("cancelPlacement", { id, on: "2023-03-01", reason });
  });

  it("refuses a placement that has begun by today, whatever the day given", async () => {
    const { id } = await office.placement(guest, { from: today(), to: tomorrow });
    expect(await cancel(id)).toEqual(["ALREADY_BEGUN on"]);
    expect(await cancel(id, { on: "2023-05-31" })).toEqual(["ALREADY_BEGUN id"]);
  });

  it("refuses a placement that was ended", async () => {
    const { id } = await place("2023-06-01", "2023-09-01");
    await office.make("endPlacement", { id, lastDay: "2023-07-31", reason: "Moved." });
    expect(await cancel(id, { on: "2023-05-31" })).toEqual(["ALREADY_ENDED id"]);
  });
});
