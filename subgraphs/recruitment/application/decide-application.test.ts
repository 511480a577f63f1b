import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { Candidates } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  candidates = new Candidates(ministry);
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

describe("recordEvaluation", () => {
  it("records what an evaluator says, and that all categories were judged", async () => {
    const { id } = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    const first = await candidates.evaluation(id, "PROJECT_MANAGER");
    const scores = [
      { criterion: " Strategy ", score: 100 },
      { criterion: "Experience", score: 0 },
    ];
    const input = { ...first, scores, comment: "Good.\nVery good.", verdict: "NOT_RECOMMENDED" };
    expect(await ministry.make("recordEvaluation", input)).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      verdict: "NOT_RECOMMENDED",
      comment: "Good.\nVery good.",
      evaluatedOn: "2024-01-20",
      category: { code: "PROJECT_MANAGER" },
      evaluator: { id: first.evaluator },
      application: { id, stage: "SUBMITTED" },
      scores: [
        { criterion: "Strategy", score: 100 },
        { criterion: "Experience", score: 0 },
      ],
    });
    const second = await candidates.evaluation(id, "PRODUCER");
    expect(await ministry.make("recordEvaluation", second)).toMatchObject({
      application: { stage: "EVALUATED" },
    });
    const another = await candidates.evaluation(id, "PRODUCER");
    expect(await ministry.make("recordEvaluation", another)).toMatchObject({
      application: { stage: "EVALUATED" },
    });
  });

  it("refuses a second judgement of the same evaluator, application and category", async () => {
    const { id } = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    const input = await candidates.evaluation(id);
    await ministry.make("recordEvaluation", input);
    expect(await ministry.refused("recordEvaluation", input)).toEqual([
      "ALREADY_EVALUATED evaluator",
    ]);
    await ministry.make("recordEvaluation", { ...input, category: "PROJECT_MANAGER" });
  });

  it("counts the application's version, so that nobody decides on what they have not seen", async () => {
    const { id, version } = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    await ministry.make("recordEvaluation", await candidates.evaluation(id));
    const decision = { id, categories: ["PRODUCER"], decidedOn: "2024-02-01" };
    expect(
      await ministry.refused("selectApplication", { ...decision, expectedVersion: version }),
    ).toEqual(["VERSION_CONFLICT expectedVersion"]);
    await ministry.make("recordEvaluation", await candidates.evaluation(id, "PROJECT_MANAGER"));
    const seen = { ...decision, expectedVersion: version + 2 };
    expect(await ministry.make("selectApplication", seen)).toMatchObject({ version: version + 3 });
  });

  it("takes fifty scores", async () => {
    const { id } = await candidates.submitted();
    const scores = Array.from({ length: 50 }, (_unused, index) => ({
      criterion: String(index),
      score: 1,
    }));
    await ministry.make("recordEvaluation", { ...(await candidates.evaluation(id)), scores });
  });

  it("records one of fifty judgements of an evaluator at once", async () => {
    const { id } = await candidates.submitted();
    const input = await candidates.evaluation(id);
    const inputs = Array.from({ length: 50 }, () => input);
    expect(await ministry.race("recordEvaluation", inputs)).toEqual({
      OK: 1,
      ALREADY_EVALUATED: 49,
    });
  });

  it.each<[string, object]>([
    ["NOT_FOUND application", { application: "missing" }],
    ["NOT_FOUND evaluator", { evaluator: "missing" }],
    ["CATEGORY_NOT_APPLIED_FOR category", { category: "SERVICE_DESIGNER" }],
    ["NO_SCORE scores", { scores: [] }],
    [
      "TOO_MANY_SCORES scores",
      {
        scores: Array.from({ length: 51 }, (_unused, index) => ({
          criterion: String(index),
          score: 1,
        })),
      },
    ],
    ["INVALID_TEXT scores", { scores: [{ criterion: "\u200b", score: 1 }] }],
    ["SCORE_OUT_OF_RANGE scores", { scores: [{ criterion: "A", score: 101 }] }],
    ["SCORE_OUT_OF_RANGE scores", { scores: [{ criterion: "A", score: -1 }] }],
    ["INVALID_TEXT scores", { scores: [{ criterion: " ", score: 1 }] }],
    [
      "DUPLICATE_CRITERION scores",
      {
        scores: [
          { criterion: "A", score: 1 },
          { criterion: "A ", score: 2 },
        ],
      },
    ],
    [
      "DUPLICATE_CRITERION scores",
      {
        scores: [
          { criterion: "がく力", score: 1 },
          { criterion: "か\u3099く力", score: 2 },
        ],
      },
    ],
    ["INVALID_TEXT comment", { comment: "x".repeat(2001) }],
    ["DATE_OUT_OF_ORDER evaluatedOn", { evaluatedOn: "2023-12-19" }],
    ["DATE_IN_FUTURE evaluatedOn", { evaluatedOn: "2099-01-01" }],
  ])("refuses what breaks %s", async (expected, values) => {
    const { id } = await candidates.submitted();
    const input = { ...(await candidates.evaluation(id)), ...values };
    expect(await ministry.refused("recordEvaluation", input)).toEqual([expected]);
  });

  it("judges nothing that is decided or withdrawn", async () => {
    const { id } = await candidates.selected();
    const late = await candidates.evaluation(id);
    expect(await ministry.refused("recordEvaluation", late)).toEqual([
      "ALREADY_DECIDED application",
    ]);
    const withdrawn = await candidates.submitted();
    await ministry.make("withdrawApplication", { id: withdrawn.id });
    const tooLate = await candidates.evaluation(withdrawn.id);
    expect(await ministry.refused("recordEvaluation", tooLate)).toEqual([
      "APPLICATION_WITHDRAWN application",
    ]);
  });
});

describe("registerEvaluator", () => {
  it("gives each evaluator a number of their own", async () => {
    const input = { evaluatorNumber: "X-1", name: "試験", affiliation: "Test University" };
    expect(await ministry.make("registerEvaluator", input)).toMatchObject({ ...input, version: 1 });
    expect(await ministry.refused("registerEvaluator", input)).toEqual([
      "NUMBER_TAKEN evaluatorNumber",
    ]);
    const empty = { evaluatorNumber: "", name: "", affiliation: "" };
    expect(await ministry.refused("registerEvaluator", empty)).toEqual([
      "INVALID_CODE evaluatorNumber",
      "INVALID_TEXT name",
      "INVALID_TEXT affiliation",
    ]);
  });
});

describe("selectApplication", () => {
  it("selects in some of the categories, while the others can be open", async () => {
    const { id } = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    await ministry.make("recordEvaluation", await candidates.evaluation(id));
    const input = { id, categories: ["PRODUCER"], decidedOn: "2024-01-20", expectedVersion: 2 };
    expect(await ministry.make("selectApplication", input)).toMatchObject({
      version: 3,
      stage: "SELECTED",
      decidedOn: "2024-01-20",
      selectedCategories: [{ code: "PRODUCER" }],
      stages: [{ stage: "SUBMITTED" }, { number: 2, stage: "SELECTED", on: "2024-01-20" }],
    });
  });

  it.each<[string, object]>([
    ["NO_CATEGORY categories", { categories: [] }],
    ["DUPLICATE_CATEGORY categories", { categories: ["PRODUCER", "PRODUCER"] }],
    ["CATEGORY_NOT_APPLIED_FOR categories", { categories: ["SERVICE_DESIGNER"] }],
    ["NOT_EVALUATED categories", { categories: ["PRODUCER", "PROJECT_MANAGER"] }],
    ["DATE_OUT_OF_ORDER decidedOn", { decidedOn: "2024-01-19" }],
    ["DATE_IN_FUTURE decidedOn", { decidedOn: "2099-01-01" }],
    ["VERSION_CONFLICT expectedVersion", { expectedVersion: 9 }],
    ["NOT_FOUND id", { id: "missing" }],
  ])("refuses what breaks %s", async (expected, values) => {
    const { id } = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    await ministry.make("recordEvaluation", await candidates.evaluation(id));
    const input = { id, categories: ["PRODUCER"], decidedOn: "2024-02-01", ...values };
    expect(await ministry.refused("selectApplication", input)).toEqual([expected]);
  });

  it("decides once, whoever of fifty selects or rejects", async () => {
    const { id } = await candidates.evaluated();
    const inputs = Array.from({ length: 50 }, () => ({ id, categories: ["PRODUCER"] }));
    const rejections = inputs.map(() => ({ id, reason: "None." }));
    const [selected, rejected] = await Promise.all([
      ministry.race("selectApplication", inputs),
      ministry.race("rejectApplication", rejections),
    ]);
    expect((selected["OK"] ?? 0) + (rejected["OK"] ?? 0)).toBe(1);
    expect((selected["ALREADY_DECIDED"] ?? 0) + (rejected["ALREADY_DECIDED"] ?? 0)).toBe(99);
  });
});

describe("rejectApplication", () => {
  it("rejects with a reason, once each category was judged", async () => {
    const { id } = await candidates.evaluated(["PRODUCER", "PROJECT_MANAGER"]);
    const input = { id, reason: " Too few years. ", decidedOn: "2024-02-01" };
    expect(await ministry.make("rejectApplication", input)).toMatchObject({
      version: 4,
      stage: "REJECTED",
      decidedOn: "2024-02-01",
      stages: [
        { stage: "SUBMITTED" },
        { stage: "EVALUATED", on: "2024-01-20", reason: null },
        { stage: "REJECTED", on: "2024-02-01", reason: "Too few years." },
      ],
    });
    expect(await ministry.refused("rejectApplication", input)).toEqual(["ALREADY_DECIDED id"]);
    const selection = { id, categories: ["PRODUCER"] };
    expect(await ministry.refused("selectApplication", selection)).toEqual(["ALREADY_DECIDED id"]);
    expect(await ministry.refused("withdrawApplication", { id })).toEqual(["ALREADY_DECIDED id"]);
  });

  it("refuses where a category was not judged, without a reason, or on another day", async () => {
    const { id } = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    await ministry.make("recordEvaluation", await candidates.evaluation(id));
    const early = { id, reason: " ", decidedOn: "2024-01-19" };
    expect(await ministry.refused("rejectApplication", early)).toEqual([
      "NOT_EVALUATED id",
      "DATE_OUT_OF_ORDER decidedOn",
      "INVALID_TEXT reason",
    ]);
  });
});

describe("withdrawApplication", () => {
  it("withdraws, today unless another day is given", async () => {
    const { id } = await candidates.submitted();
    const answer = await ministry.make("withdrawApplication", { id, reason: "New job." });
    expect(answer).toMatchObject({
      stage: "WITHDRAWN",
      decidedOn: null,
      stages: [{}, { stage: "WITHDRAWN", on: today(), reason: "New job." }],
    });
    expect(await ministry.refused("withdrawApplication", { id })).toEqual([
      "APPLICATION_WITHDRAWN id",
    ]);
    const selection = { id, categories: ["PRODUCER"] };
    expect(await ministry.refused("selectApplication", selection)).toEqual([
      "APPLICATION_WITHDRAWN id",
      "NOT_EVALUATED categories",
    ]);
  });

  it("withdraws an applicant who is selected, keeping the decision, and none who is registered", async () => {
    const { id } = await candidates.selected();
    const input = { id, on: "2024-02-02" };
    expect(await ministry.make("withdrawApplication", input)).toMatchObject({
      stage: "WITHDRAWN",
      decidedOn: "2024-02-01",
    });
    const trained = await candidates.trained();
    await ministry.make("registerOnList", { id: trained.id, from: "2024-03-01" });
    expect(await ministry.refused("withdrawApplication", { id: trained.id })).toEqual([
      "ALREADY_REGISTERED id",
    ]);
  });

  it("refuses a day ahead or before the last stage, and an empty reason", async () => {
    const { id } = await candidates.selected();
    const early = { id, on: "2024-01-31", reason: "" };
    expect(await ministry.refused("withdrawApplication", early)).toEqual([
      "DATE_OUT_OF_ORDER on",
      "INVALID_TEXT reason",
    ]);
    expect(await ministry.refused("withdrawApplication", { id, on: "2099-01-01" })).toEqual([
      "DATE_IN_FUTURE on",
    ]);
  });
});
