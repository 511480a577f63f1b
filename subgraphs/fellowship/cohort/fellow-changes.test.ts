import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { fellowship } from "../fellowship";
import { Office } from "../office.fixture";
import { dayAfter } from "../../kit/rules/period";

let subgraph: TestSubgraph;
let office: Office;
let cohort: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

describe("admitFellow", () => {
  it("admits a fellow whom an agency of the sending country sends", async () => {
    const input = {
      fellowNumber: " MF-30-01 ",
      name: "  Ada Example  ",
      cohort,
      sendingAgency: "US-NASA",
      admittedOn: "2023-03-31",
    };
    expect(await office.make("admitFellow", input)).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      fellowNumber: "MF-30-01",
      name: "Ada Example",
      status: "ADMITTED",
      admittedOn: "2023-03-31",
      completedOn: null,
      withdrawnOn: null,
      withdrawalReason: null,
      cohort: { id: cohort },
      sendingAgency: { code: "US-NASA" },
    });
  });

  it("admits fellows to published cohorts, whose facts stay as they are", async () => {
    const published = "MIKE_MANSFIELD-28";
    expect(await office.fellow(published)).toMatchObject({ cohort: { id: published } });
    const { rows } = await office.owner.query("SELECT version FROM cohort WHERE id = $1", [
      published,
    ]);
    expect(rows).toEqual([{ version: 1 }]);
  });

  it("admits up to the cohort's last day", async () => {
    expect(await office.fellow(cohort, { admittedOn: "2024-03-31" })).toMatchObject({ version: 1 });
    const late = { ...office.fellowValues(cohort), admittedOn: "2024-04-01" };
    expect(await office.refused("admitFellow", late)).toEqual(["OUTSIDE_COHORT_PERIOD admittedOn"]);
  });

  it.each([
    ["an empty number", { fellowNumber: " " }, ["INVALID_CODE fellowNumber"]],
    ["a long number", { fellowNumber: "1".repeat(51) }, ["INVALID_CODE fellowNumber"]],
    ["an empty name", { name: "" }, ["INVALID_TEXT name"]],
    ["a name that cannot be stored", { name: "A\0da" }, ["INVALID_TEXT name"]],
    ["a name that nobody sees", { name: "\u200B" }, ["INVALID_TEXT name"]],
    ["half a character", { name: "A\uD800" }, ["INVALID_TEXT name"]],
    ["a number that cannot be stored", { fellowNumber: "1\0" }, ["INVALID_CODE fellowNumber"]],
    ["a long name", { name: "長".repeat(201) }, ["INVALID_TEXT name"]],
    ["a Japanese agency", { sendingAgency: "JP-MOF" }, ["NOT_A_SENDING_AGENCY sendingAgency"]],
    ["an agency nobody knows", { sendingAgency: "US-WAR" }, ["UNKNOWN_AGENCY sendingAgency"]],
    ["a cohort nobody knows", { cohort: "MIKE_MANSFIELD-999" }, ["NOT_FOUND cohort"]],
    [
      "a day in the future",
      { cohort: "MIKE_MANSFIELD-28", admittedOn: dayAfter(today()) },
      ["DATE_IN_FUTURE admittedOn"],
    ],
  ])("refuses %s", async (_what, values, refusals) => {
    const input = { ...office.fellowValues(cohort), ...values };
    expect(await office.refused("admitFellow", input)).toEqual(refusals);
  });

  it("admits a synthetic fellow to a synthetic cohort, whose phases are synthetic too", async () => {
    await office.makeSynthetic("cohort", cohort);
    const { id, synthetic } = await office.fellow(cohort);
    expect(synthetic).toBe(true);
    const days = { from: "2023-06-01", to: "2023-09-01" };
    expect(await office.placement(id, days)).toMatchObject({ synthetic: true });
    const phase = { cohort, phase: "PLACEMENT", ...days };
    expect(await office.make("schedulePhase", phase)).toMatchObject({ synthetic: true });
  });

  it("refuses a number that another fellow has, however it is spaced", async () => {
    await office.fellow(cohort, { fellowNumber: "MF-TWICE" });
    const input = { ...office.fellowValues("MIKE_MANSFIELD-24"), fellowNumber: " MF-TWICE" };
    expect(await office.refused("admitFellow", input)).toEqual([
      "FELLOW_NUMBER_TAKEN fellowNumber",
    ]);
  });

  it.each(["ＭＦ－３０", "MF‐30", "MF\u200B-30", "MF 30"])(
    "has one form for numbers, which %p is not",
    async (fellowNumber) => {
      const input = { ...office.fellowValues("MIKE_MANSFIELD-24"), fellowNumber };
      expect(await office.refused("admitFellow", input)).toEqual(["INVALID_CODE fellowNumber"]);
    },
  );

  it("gives a number to one fellow, however many ask at the same time in different cohorts", async () => {
    const cohorts = [cohort, (await office.cohort()).id, "MIKE_MANSFIELD-28"];
    const inputs = Array.from({ length: 50 }, (_unused, index) => ({
      ...office.fellowValues(cohorts[index % cohorts.length] ?? cohort),
      fellowNumber: "MF-RACE",
    }));
    expect(await office.race("admitFellow", inputs)).toEqual({ OK: 1, FELLOW_NUMBER_TAKEN: 49 });
  });
});

describe("completeFellowship", () => {
  it("completes a fellowship on the last day of its last placement", async () => {
    const { id } = await office.fellow(cohort);
    await office.placement(id, { from: "2023-09-01", to: "2024-04-01" });
    const completed = await office.make("completeFellowship", { id, lastDay: "2024-03-31" });
    expect(completed).toMatchObject({
      version: 2,
      status: "COMPLETED",
      completedOn: "2024-03-31",
      withdrawnOn: null,
    });
  });

  it("refuses a day after which a placement goes on, is open or is still to begin", async () => {
    const { id } = await office.fellow(cohort);
    await office.placement(id, { from: "2023-09-01", to: "2024-03-01" });
    const complete = (lastDay: string, fellow = id) =>
      office.refused("completeFellowship", { id: fellow, lastDay });
    expect(await complete("2024-02-28")).toEqual(["PLACEMENT_RUNS_ON lastDay"]);
    expect(await complete("2023-08-31")).toEqual(["PLACEMENT_RUNS_ON lastDay"]);
    const other = await office.fellow("MIKE_MANSFIELD-12", { admittedOn: "2007-01-01" });
    await office.placement(other.id, { from: "2007-09-01", to: null });
    expect(await complete("2008-08-31", other.id)).toEqual(["PLACEMENT_RUNS_ON lastDay"]);
    expect(await office.make("completeFellowship", { id, lastDay: "2024-02-29" })).toMatchObject({
      status: "COMPLETED",
    });
  });

  it("ignores placements that were cancelled", async () => {
    const { id } = await office.fellow(cohort);
    const cancelled = { from: "2024-01-01", to: "2024-02-01", on: "2023-12-31" };
    await office.cancelledPlacement(id, cancelled);
    const completed = await office.make("completeFellowship", { id, lastDay: "2023-12-31" });
    expect(completed).toMatchObject({ status: "COMPLETED" });
  });

  it("refuses a day outside the cohort or before admission, to the day", async () => {
    const { id } = await office.fellow(cohort, { admittedOn: "2023-04-02" });
    const complete = (lastDay: string) => office.refused("completeFellowship", { id, lastDay });
    expect(await complete("2024-04-01")).toEqual(["OUTSIDE_COHORT_PERIOD lastDay"]);
    expect(await complete("2023-04-01")).toEqual(["BEFORE_ADMISSION lastDay"]);
    expect(await complete("2023-03-31")).toEqual([
      "BEFORE_ADMISSION lastDay",
      "OUTSIDE_COHORT_PERIOD lastDay",
    ]);
    await office.make("completeFellowship", { id, lastDay: "2023-04-02" });
  });

  it("refuses a day in the future", async () => {
    const { id } = await office.fellow("MIKE_MANSFIELD-28");
    expect(await office.refused("completeFellowship", { id, lastDay: dayAfter(today()) })).toEqual([
      "DATE_IN_FUTURE lastDay",
    ]);
    await office.make("completeFellowship", { id, lastDay: today() });
  });

  it("refuses a fellow who has completed or withdrawn, does not exist, or was changed", async () => {
    const completed = await office.fellow(cohort);
    await office.make("completeFellowship", { id: completed.id, lastDay: "2024-03-31" });
    const withdrawn = await office.fellow(cohort);
    await office.make("withdrawFellow", {
      id: withdrawn.id,
      lastDay: "2023-12-31",
      reason: "Illness.",
    });
    for (const mutation of ["completeFellowship", "withdrawFellow"] as const) {
      const end = (id: string, values: object = {}) => {
        const reason = mutation === "withdrawFellow" ? { reason: "Recalled." } : {};
        return office.refused(mutation, { id, lastDay: "2024-03-30", ...reason, ...values });
      };
      expect(await end(completed.id)).toEqual(["FELLOWSHIP_COMPLETED id"]);
      expect(await end(withdrawn.id)).toEqual(["FELLOW_WITHDRAWN id"]);
      expect(await end("none")).toEqual(["NOT_FOUND id"]);
      expect(await end(completed.id, { expectedVersion: 1 })).toEqual([
        "VERSION_CONFLICT expectedVersion",
      ]);
    }
  });

  it("completes once, however many ask at the same time", async () => {
    const { id } = await office.fellow(cohort);
    const inputs = Array.from({ length: 50 }, () => ({ id, lastDay: "2024-03-31" }));
    expect(await office.race("completeFellowship", inputs)).toEqual({
      OK: 1,
      FELLOWSHIP_COMPLETED: 49,
    });
    const { rows } = await office.owner.query(
      "SELECT version, action FROM change_record WHERE record_id = $1 ORDER BY id",
      [id],
    );
    expect(rows).toEqual([
      { version: 1, action: "admitFellow" },
      { version: 2, action: "completeFellowship" },
    ]);
  });
});

describe("withdrawFellow", () => {
  it("ends the placement that goes on and cancels those to come, in the same change", async () => {
    const { id } = await office.fellow(cohort);
    const past = await office.placement(id, { from: "2023-06-01", to: "2023-09-01" });
    const running = await office.placement(id, { from: "2023-09-01", to: "2024-01-01" });
    const planned = await office.placement(id, { from: "2024-01-01", to: "2024-04-01" });
    const input = { id, lastDay: "2023-12-15", reason: " Recalled by the agency. " };
    expect(await office.make("withdrawFellow", input)).toMatchObject({
      version: 2,
      status: "WITHDRAWN",
      withdrawnOn: "2023-12-15",
      withdrawalReason: "Recalled by the agency.",
      completedOn: null,
    });
    const reason = "Recalled by the agency.";
    const { data } = await subgraph.execute(
      `query ($id: ID!) { fellow(id: $id) { placements { nodes {
         id version to endReason cancelledOn cancellationReason } } } }`,
      { id },
    );
    expect(data["fellow"]).toEqual({
      placements: {
        nodes: [
          { ...unchanged, id: past.id, to: "2023-09-01" },
          { ...unchanged, id: running.id, version: 2, to: "2023-12-16", endReason: reason },
          {
            ...unchanged,
            id: planned.id,
            version: 2,
            to: "2024-04-01",
            cancelledOn: "2023-12-15",
            cancellationReason: reason,
          },
        ],
      },
    });
  });

  it("leaves a placement that ends with the last day, and shortens an open one", async () => {
    const { id } = await office.fellow(cohort);
    const ending = await office.placement(id, { from: "2023-06-01", to: "2024-01-01" });
    await office.make("withdrawFellow", { id, lastDay: "2023-12-31", reason: "Recalled." });
    const other = await office.fellow("MIKE_MANSFIELD-28");
    const open = await office.placement(other.id, { from: "2024-09-01", to: null });
    await office.make("withdrawFellow", {
      id: other.id,
      lastDay: "2024-09-01",
      reason: "Recalled.",
    });
    const { rows } = await office.owner.query(
      "SELECT id, version, to_date FROM placement WHERE id = ANY($1) ORDER BY from_date",
      [[ending.id, open.id]],
    );
    expect(rows).toEqual([
      { id: ending.id, version: 1, to_date: "2024-01-01" },
      { id: open.id, version: 2, to_date: "2024-09-02" },
    ]);
  });

  it("keeps the reason why a placement was ended, and contradicts no placement that was", async () => {
    const { id } = await office.fellow(cohort);
    const early = await office.placement(id, { from: "2023-06-01", to: "2023-09-01" });
    const ended = await office.placement(id, { from: "2023-09-01", to: "2024-01-01" });
    await office.make("endPlacement", { id: early.id, lastDay: "2023-08-15", reason: "Moved." });
    const end = { id: ended.id, lastDay: "2023-12-20", reason: "Reorganised." };
    await office.make("endPlacement", end);
    const withdraw = { id, lastDay: "2023-08-31", reason: "Recalled." };
    expect(await office.refused("withdrawFellow", withdraw)).toEqual(["ALREADY_ENDED lastDay"]);
    await office.make("withdrawFellow", { ...withdraw, lastDay: "2023-12-15" });
    const { rows } = await office.owner.query(
      `SELECT to_date::text AS to, end_reason AS reason, cancelled_on AS cancelled
       FROM placement WHERE fellow_id = $1 ORDER BY from_date`,
      [id],
    );
    expect(rows).toEqual([
      { to: "2023-08-16", reason: "Moved.", cancelled: null },
      { to: "2023-12-16", reason: "Reorganised.", cancelled: null },
    ]);
  });

  it("may come before the cohort begins, but neither before admission nor after the cohort", async () => {
    const { id } = await office.fellow(cohort, { admittedOn: "2023-01-10" });
    const withdraw = (lastDay: string) =>
      office.refused("withdrawFellow", { id, lastDay, reason: "Moved." });
    expect(await withdraw("2023-01-09")).toEqual(["BEFORE_ADMISSION lastDay"]);
    expect(await withdraw("2024-04-01")).toEqual(["OUTSIDE_COHORT_PERIOD lastDay"]);
    await office.make("withdrawFellow", { id, lastDay: "2023-01-10", reason: "Moved." });
  });

  it("refuses a day in the future and a reason that is none or too long", async () => {
    const { id } = await office.fellow("MIKE_MANSFIELD-28");
    const withdraw = (lastDay: string, reason: string) =>
      office.refused("withdrawFellow", { id, lastDay, reason });
    expect(await withdraw(dayAfter(today()), "Moved.")).toEqual(["DATE_IN_FUTURE lastDay"]);
    expect(await withdraw(today(), "  ")).toEqual(["INVALID_TEXT reason"]);
    expect(await withdraw(today(), "\u0085")).toEqual(["INVALID_TEXT reason"]);
    expect(await withdraw(today(), "x".repeat(2_001))).toEqual(["INVALID_TEXT reason"]);
    await office.make("withdrawFellow", { id, lastDay: today(), reason: "x".repeat(2_000) });
  });

  it("and completion are alternatives, however many ask for either at the same time", async () => {
    const { id } = await office.fellow(cohort);
    await office.placement(id, { from: "2023-06-01", to: "2024-04-01" });
    const [completed, withdrawn] = await Promise.all([
      office.race("completeFellowship", Array<object>(25).fill({ id, lastDay: "2024-03-31" })),
      office.race(
        "withdrawFellow",
        Array<object>(25).fill({ id, lastDay: "2024-03-31", reason: "R" }),
      ),
    ]);
    expect((completed["OK"] ?? 0) + (withdrawn["OK"] ?? 0)).toBe(1);
    const { rows } = await office.owner.query("SELECT version FROM fellow WHERE id = $1", [id]);
    expect(rows).toEqual([{ version: 2 }]);
  });
});

const unchanged = { version: 1, endReason: null, cancelledOn: null, cancellationReason: null };
