import { startTestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

async function given(categories = ["PRODUCER"]) {
  const application = await office.candidates.submitted(categories);
  const input = await office.candidates.evaluation(application.id);
  const evaluation = await office.ministry.make("recordEvaluation", input);
  return { id: evaluation.id, version: evaluation.version, application: application.id };
}

async function selected() {
  const evaluation = await given();
  const input = { id: evaluation.application, categories: ["PRODUCER"], decidedOn: "2024-02-01" };
  await office.ministry.make("selectApplication", input);
  return evaluation;
}

const stage = async (id: string) => {
  const data = await office.read(
    `{ application(id: "${id}") { version stage stages { stage on } } }`,
  );
  return (data as { application: { version: number; stage: string; stages: object[] } })
    .application;
};

describe("an evaluation that was recorded wrongly", () => {
  it.each<[string, object, object, string]>([
    ["comment", { comment: " Good. " }, { comment: "Good." }, "comment null → Good."],
    [
      "verdict",
      { verdict: "NOT_RECOMMENDED" },
      { verdict: "NOT_RECOMMENDED" },
      "verdict RECOMMENDED → NOT_RECOMMENDED",
    ],
    [
      "day",
      { evaluatedOn: "2024-01-25" },
      { evaluatedOn: "2024-01-25" },
      "evaluatedOn 2024-01-20 → 2024-01-25",
    ],
  ])("has another %s, also after the decision", async (_what, input, expected, change) => {
    const { id, application } = await selected();
    const before = await stage(application);
    expect(await office.correct("correctEvaluation", { id, ...input })).toMatchObject(expected);
    expect((await stage(application)).version).toBe(before.version + 1);
    const data = await office.read(
      `{ application(id: "${application}") { evaluations { changes(filter: { reason: { isNull: false } }) {
           nodes { action reason fields { field before after } } } } } }`,
    );
    const shown = JSON.stringify(data);
    const [field, before_, , after] = change.split(" ");
    expect(shown).toContain(`"action":"correctEvaluation","reason":"${reason}"`);
    expect(shown).toContain(
      `{"field":"${field}","before":${before_ === "null" ? null : `"${before_}"`},"after":"${after}"}`,
    );
  });

  it("has other scores, all of them", async () => {
    const { id } = await selected();
    const scores = [
      { criterion: "Experience", score: 60 },
      { criterion: "Motivation", score: 90 },
    ];
    expect(await office.correct("correctEvaluation", { id, scores })).toMatchObject({
      scores,
      version: 2,
    });
  });

  it("moves the day on which every category was judged", async () => {
    const { id, application } = await selected();
    await office.correct("correctEvaluation", { id, evaluatedOn: "2024-01-25" });
    expect((await stage(application)).stages).toContainEqual({
      ...{ stage: "EVALUATED", on: "2024-01-25" },
    });
  });

  it("was in another category, or another evaluator's, who has judged once", async () => {
    const { id, application } = await given(["PRODUCER", "SERVICE_DESIGNER"]);
    const other = await office.candidates.evaluation(application);
    await office.ministry.make("recordEvaluation", other);
    const correct = (input: object) => office.correct("correctEvaluation", { id, ...input });
    expect(await office.refused("correctEvaluation", { id, evaluator: other.evaluator })).toEqual([
      "ALREADY_EVALUATED evaluator",
    ]);
    expect(await correct({ category: "SERVICE_DESIGNER" })).toMatchObject({
      category: { code: "SERVICE_DESIGNER" },
      application: { stage: "EVALUATED" },
    });
    expect(await correct({ evaluator: other.evaluator })).toMatchObject({
      evaluator: { id: other.evaluator },
    });
  });

  it("was never given: the application is not judged any more", async () => {
    const { id, application } = await given();
    expect(await office.correct("takeBackEvaluation", { id })).toMatchObject({ id });
    expect(await stage(application)).toMatchObject({
      ...{ stage: "SUBMITTED", stages: [{ stage: "SUBMITTED" }] },
    });
    expect(await office.changes("application", application)).not.toEqual([]);
    await office.ministry.make("recordEvaluation", await office.candidates.evaluation(application));
  });

  it("stays while a decision rests on it, which is named", async () => {
    const { id } = await selected();
    expect(await office.refused("takeBackEvaluation", { id })).toEqual(["STANDS_IN_THE_WAY id"]);
    expect(await office.message("takeBackEvaluation", { id })).toBe(
      "Expected an evaluation as PRODUCER, found the application SELECTED on 2024-02-01. Take it back, or put it right, first.",
    );
    const late = { id, evaluatedOn: "2024-02-02" };
    expect(new Set(await office.refused("correctEvaluation", late))).toEqual(
      new Set(["STANDS_IN_THE_WAY evaluatedOn"]),
    );
  });

  it.each<[string, object]>([
    ["CATEGORY_NOT_APPLIED_FOR category", { category: "ENGINEER" }],
    ["DATE_IN_FUTURE evaluatedOn", { evaluatedOn: "2099-01-01" }],
    ["DATE_OUT_OF_ORDER evaluatedOn", { evaluatedOn: "2023-12-19" }],
    ["NO_SCORE scores", { scores: [] }],
    ["INVALID_TEXT comment", { comment: " " }],
    ["NOT_FOUND evaluator", { evaluator: "missing" }],
    ["NOT_FOUND id", { id: "missing" }],
    ["VERSION_CONFLICT expectedVersion", { expectedVersion: 7 }],
    ["INVALID_TEXT reason", { reason: " " }],
  ])("is refused %s", async (expected, input) => {
    const { id } = await given();
    expect(await office.refused("correctEvaluation", { id, ...input })).toEqual([expected]);
  });

  it.each(["correctEvaluation", "takeBackEvaluation"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const { id, version } = await given();
      const isCorrected = mutation === "correctEvaluation";
      const input = isCorrected ? { scores: [{ criterion: "Experience", score: 1 }] } : {};
      const counts = await office.race(mutation, { id, expectedVersion: version, ...input });
      expect(counts).toEqual({ OK: 1, [isCorrected ? "VERSION_CONFLICT" : "NOT_FOUND"]: 49 });
    },
  );
});
