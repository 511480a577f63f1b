import { Client } from "pg";
import { startTestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

const { submitted, evaluated, selected, trained, withdrawn, rejected, registered } = {
  submitted: () => office.candidates.submitted(),
  evaluated: () => office.candidates.evaluated(),
  selected: (categories?: string[]) => office.candidates.selected(categories),
  trained: () => office.candidates.trained(),
  withdrawn: async () => {
    const { id } = await selected();
    return office.ministry.make("withdrawApplication", { id, on: "2024-02-10", reason: "Moved." });
  },
  rejected: async () => {
    const { id } = await evaluated();
    const input = { id, decidedOn: "2024-02-01", reason: "Too few years." };
    return office.ministry.make("rejectApplication", input);
  },
  registered: async () => {
    const { id } = await trained();
    return office.ministry.make("registerOnList", { id, from: "2024-03-01" });
  },
};

/** Its stages as `STAGE day`. */
async function stages(id: string): Promise<string[]> {
  const data = await office.read(`{ application(id: "${id}") { stages { number stage on } } }`);
  const { application } = data as {
    application: { stages: { number: number; stage: string; on: string }[] };
  };
  expect(application.stages.map(({ number }) => number)).toEqual(
    application.stages.map((_stage, index) => index + 1),
  );
  return application.stages.map(({ stage, on }) => `${stage} ${on}`);
}

const received = "SUBMITTED 2023-12-20";
const judged = "EVALUATED 2024-01-20";

describe("an application that was recorded wrongly", () => {
  it.each<[string, () => Promise<{ id: string }>, object, object, string[]]>([
    [
      "moment of receipt",
      submitted,
      { receivedAt: "2023-12-21T10:00:00+09:00" },
      { receivedOn: "2023-12-21" },
      ["SUBMITTED 2023-12-21"],
    ],
    [
      "list of categories",
      submitted,
      { categories: ["SERVICE_DESIGNER", "PRODUCER"] },
      { categories: [{ code: "PRODUCER" }, { code: "SERVICE_DESIGNER" }] },
      [received],
    ],
    [
      "category that nobody has judged",
      evaluated,
      { categories: ["SERVICE_DESIGNER", "PRODUCER"] },
      { stage: "SUBMITTED" },
      [received],
    ],
    [
      "day of selection",
      selected,
      { decidedOn: "2024-02-02" },
      { decidedOn: "2024-02-02" },
      [received, judged, "SELECTED 2024-02-02"],
    ],
    [
      "selection that was not",
      selected,
      { decidedOn: null },
      { stage: "EVALUATED", decidedOn: null, selectedCategories: [] },
      [received, judged],
    ],
    [
      "reason of a rejection",
      rejected,
      { rejectionReason: "Another." },
      { stage: "REJECTED" },
      [received, judged, "REJECTED 2024-02-01"],
    ],
    [
      "rejection that was not",
      rejected,
      { decidedOn: null },
      { stage: "EVALUATED" },
      [received, judged],
    ],
    [
      "day of withdrawal",
      withdrawn,
      { withdrawnOn: "2024-02-12", withdrawalReason: null },
      { stage: "WITHDRAWN" },
      [received, judged, "SELECTED 2024-02-01", "WITHDRAWN 2024-02-12"],
    ],
    [
      "withdrawal that was not",
      withdrawn,
      { withdrawnOn: null },
      { stage: "SELECTED", decidedOn: "2024-02-01" },
      [received, judged, "SELECTED 2024-02-01"],
    ],
  ])("has another %s once it is put right", async (_what, prepare, input, expected, then) => {
    const { id } = await prepare();
    expect(await office.correct("correctApplication", { id, ...input })).toMatchObject(expected);
    expect(await stages(id)).toEqual(then);
    const changes = await office.changes("application", id);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) expect(change).toContain(`correctApplication (${reason})`);
  });

  it("was selected in another category, and counts there", async () => {
    const { id } = await office.candidates.evaluated(["PRODUCER", "SERVICE_DESIGNER"]);
    const choice = { id, categories: ["PRODUCER"], decidedOn: "2024-02-01" };
    await office.ministry.make("selectApplication", choice);
    const count = () => office.count("SELECTED", "2024-12-31");
    const before = await count();
    const selectedCategories = ["SERVICE_DESIGNER"];
    expect(await office.correct("correctApplication", { id, selectedCategories })).toMatchObject({
      selectedCategories: [{ code: "SERVICE_DESIGNER" }],
    });
    expect(await count()).toBe(before);
    await office.correct("correctApplication", { id, decidedOn: null });
    expect(await count()).toBe(before - 1);
  });

  it("was another person's, or to another solicitation, where that person has not applied", async () => {
    const { id } = await submitted();
    const { id: applicant } = await office.candidates.applicant();
    await office.correct("correctApplication", { id, applicant });
    expect(await office.read(`{ application(id: "${id}") { applicant { id } } }`)).toEqual({
      application: { applicant: { id: applicant } },
    });
    const { id: other } = await submitted();
    expect(await office.refused("correctApplication", { id: other, applicant })).toEqual([
      "ALREADY_APPLIED applicant",
    ]);
    const input = { id, fiscalYear: 2022, receivedAt: "2022-10-20T00:00:00Z" };
    await office.correct("correctApplication", input);
    const { id: place } = await registered();
    const free = await office.candidates.applicant();
    expect(await office.refused("correctApplication", { id: place, applicant: free.id })).toEqual([
      "STANDS_IN_THE_WAY applicant",
    ]);
  });

  it("was never received, and counts no longer", async () => {
    const { id } = await submitted();
    const count = () => office.count("APPLICATIONS", "2024-12-31");
    const before = await count();
    expect(await office.correct("takeBackApplication", { id })).toMatchObject({ id });
    expect(await count()).toBe(before - 1);
    expect(await office.read(`{ application(id: "${id}") { id } }`)).toEqual({ application: null });
    expect(await office.latest()).toContain(`takeBackApplication (${reason})`);
  });

  it.each<[string[], () => Promise<{ id: string }>, object]>([
    [["OUTSIDE_WINDOW receivedAt"], submitted, { receivedAt: "2024-01-10T00:00:00Z" }],
    [["NO_CATEGORY categories"], submitted, { categories: [] }],
    [["STANDS_IN_THE_WAY decidedOn"], submitted, { decidedOn: "2024-02-01" }],
    [["STANDS_IN_THE_WAY withdrawnOn"], submitted, { withdrawnOn: "2024-02-01" }],
    [["STANDS_IN_THE_WAY rejectionReason"], selected, { rejectionReason: "None." }],
    [["STANDS_IN_THE_WAY selectedCategories"], rejected, { selectedCategories: ["PRODUCER"] }],
    [["INVALID_TEXT rejectionReason"], rejected, { rejectionReason: " " }],
    [["DATE_IN_FUTURE decidedOn"], selected, { decidedOn: "2099-01-01" }],
    [
      ["CATEGORY_NOT_APPLIED_FOR selectedCategories"],
      selected,
      { selectedCategories: ["SERVICE_DESIGNER"] },
    ],
    [["STANDS_IN_THE_WAY categories"], evaluated, { categories: ["SERVICE_DESIGNER"] }],
    [
      ["STANDS_IN_THE_WAY decidedOn"],
      withdrawn,
      { withdrawnOn: "2024-02-01", decidedOn: "2024-02-02" },
    ],
    [["VERSION_CONFLICT expectedVersion"], submitted, { expectedVersion: 7 }],
    [["INVALID_TEXT reason"], submitted, { reason: "" }],
    [["NOT_FOUND id"], submitted, { id: "missing" }],
    [["NOT_FOUND applicant"], submitted, { applicant: "missing" }],
    [["NOT_FOUND fiscalYear"], submitted, { fiscalYear: 1999 }],
  ])("is refused %s", async (expected, prepare, input) => {
    const { id } = await prepare();
    expect(await office.refused("correctApplication", { id, ...input })).toEqual(expected);
  });

  it("is kept as it is by what came of it, which is named", async () => {
    const { id } = await trained();
    expect(await office.message("correctApplication", { id, decidedOn: null })).toContain(
      "found an enrolment in C-",
    );
    expect(await office.message("correctApplication", { id, decidedOn: "2024-01-19" })).toContain(
      "found an evaluation as PRODUCER",
    );
    const { id: placed } = await registered();
    expect(await office.message("correctApplication", { id: placed, decidedOn: null })).toContain(
      "found a registration as PRODUCER from 2024-03-01",
    );
    expect(await office.refused("takeBackApplication", { id: placed })).toEqual([
      "STANDS_IN_THE_WAY id",
    ]);
  });

  it.each(["correctApplication", "takeBackApplication"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const { id, version } = await submitted();
      const isCorrected = mutation === "correctApplication";
      const input = isCorrected
        ? { receivedAt: "2023-12-22T00:00:00Z", categories: ["PRODUCER"] }
        : {};
      const counts = await office.race(mutation, { id, expectedVersion: version, ...input });
      expect(counts).toEqual({ OK: 1, [isCorrected ? "VERSION_CONFLICT" : "NOT_FOUND"]: 49 });
    },
  );

  it("loses no stage but by a correction that says why", async () => {
    const { id } = await selected();
    const app = new Client({ connectionString: office.subgraph.appUrl });
    await app.connect();
    const attempt = async (...statements: string[]) => {
      await app.query("BEGIN");
      try {
        for (const sql of statements) await app.query(sql);
        await app.query("COMMIT");
        return "committed";
      } catch (error) {
        await app.query("ROLLBACK");
        return (error as Error).message;
      }
    };
    const open = "SELECT set_config('change.correction', 'on', true)";
    const remove = `DELETE FROM stage_transition WHERE application_id = '${id}' AND number = 3`;
    expect(await attempt(remove)).toBe("stage_transition is append-only");
    expect(await attempt(open, remove)).toBe("stage_transition is append-only");
    expect(
      await attempt(open, `UPDATE evaluation SET comment = 'x' WHERE application_id = '${id}'`),
    ).toBe("permission denied to change a row of evaluation without a correction");
    await app.end();
  });
});
