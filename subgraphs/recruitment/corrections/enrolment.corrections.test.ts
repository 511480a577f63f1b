import { startTestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

const operations = "LOCAL_GOVERNMENT_OPERATIONS";

async function enrolled() {
  const { id: application } = await office.candidates.selected();
  const { id, version } = await office.candidates.enrolled(application, operations);
  return { id, version, application };
}

async function completed() {
  const { id, application } = await enrolled();
  const input = { id, completedOn: "2024-02-20" };
  const { version } = await office.ministry.make("completeCandidateTraining", input);
  return { id, version, application };
}

async function failed() {
  const { id, application } = await enrolled();
  const input = { id, failedOn: "2024-02-15", reason: "Ill." };
  const { version } = await office.ministry.make("failCandidateTraining", input);
  return { id, version, application };
}

/** A trained candidate, with one of the two enrolments. */
async function trained() {
  const { id: application } = await office.candidates.trained();
  const data = await office.read(`{ application(id: "${application}") { enrolments { id } } }`);
  const [one] = (data as { application: { enrolments: { id: string }[] } }).application.enrolments;
  return { id: one?.id ?? "", application };
}

async function stages(id: string): Promise<string> {
  const data = await office.read(`{ application(id: "${id}") { stage stages { stage on } } }`);
  const { application } = data as {
    application: { stage: string; stages: { stage: string; on: string }[] };
  };
  expect(application.stages.at(-1)?.stage).toBe(application.stage);
  return application.stages
    .slice(3)
    .map(({ stage, on }) => `${stage} ${on}`)
    .join(", ");
}

describe("an enrolment that was recorded wrongly", () => {
  it.each<[string, () => Promise<{ id: string; application: string }>, object, object, string]>([
    ["day", enrolled, { enrolledOn: "2024-02-06" }, { enrolledOn: "2024-02-06" }, ""],
    ["day of completion", completed, { endedOn: "2024-02-21" }, { endedOn: "2024-02-21" }, ""],
    [
      "completion that was not",
      completed,
      { endedOn: null },
      { state: "ENROLLED", endedOn: null },
      "",
    ],
    [
      "result",
      completed,
      { state: "FAILED", failureReason: "Absent." },
      { state: "FAILED", endedOn: "2024-02-20", failureReason: "Absent." },
      "TRAINING_FAILED 2024-02-20",
    ],
    [
      "day and reason of failure",
      failed,
      { endedOn: "2024-02-16", failureReason: "Absent." },
      { endedOn: "2024-02-16", failureReason: "Absent." },
      "TRAINING_FAILED 2024-02-16",
    ],
    [
      "failure that was not",
      failed,
      { endedOn: null },
      { state: "ENROLLED", endedOn: null, failureReason: null },
      "",
    ],
    [
      "failure that was a completion",
      failed,
      { state: "COMPLETED" },
      { state: "COMPLETED", endedOn: "2024-02-15", failureReason: null },
      "",
    ],
    [
      "day of completion, of who was trained by it",
      trained,
      { endedOn: "2024-02-25" },
      { endedOn: "2024-02-25" },
      "TRAINED 2024-02-25",
    ],
    ["completion that was not, of who was not trained", trained, { endedOn: null }, {}, ""],
  ])("has another %s once it is put right", async (_what, prepare, input, expected, then) => {
    const { id, application } = await prepare();
    expect(await office.correct("correctCandidateEnrolment", { id, ...input })).toMatchObject(
      expected,
    );
    expect(await stages(application)).toBe(then);
    const data = await office.read(
      `{ application(id: "${application}") { enrolments { changes(filter: { reason: { isNull: false } }) { nodes { action reason } } } } }`,
    );
    expect(JSON.stringify(data)).toContain(
      JSON.stringify({ action: "correctCandidateEnrolment", reason }),
    );
  });

  it("was in another course, and counts by its subject", async () => {
    const { application } = await trained();
    const { id: course } = await office.candidates.course("INFORMATION_SYSTEMS");
    const count = () => office.count("TRAINED", "2024-12-31");
    const before = await count();
    const data = await office.read(
      `{ application(id: "${application}") { enrolments { id course { id subject } } } }`,
    );
    const { enrolments } = (
      data as {
        application: { enrolments: { id: string; course: { id: string; subject: string } }[] };
      }
    ).application;
    const other = enrolments.find((one) => one.course.subject === operations);
    expect(other).toBeDefined();
    await office.correct("correctCandidateEnrolment", { id: other?.id, course });
    expect(await stages(application)).toBe("");
    expect(await count()).toBe(before - 1);
    const taken = enrolments.find((one) => one !== other);
    expect(await office.refused("correctCandidateEnrolment", { id: taken?.id, course })).toEqual([
      "ALREADY_ENROLLED course",
    ]);
  });

  it("never was", async () => {
    const { id, application } = await failed();
    await office.correct("takeBackCandidateEnrolment", { id });
    expect(await stages(application)).toBe("");
    expect(await office.latest()).toContain("stage TRAINING_FAILED → SELECTED");
  });

  it("stays while a place on the list rests on it, which is named", async () => {
    const { id, application } = await trained();
    await office.ministry.make("registerOnList", { id: application, from: "2024-03-01" });
    const refused = (input: object) =>
      office.refused("correctCandidateEnrolment", { id, ...input });
    expect(new Set(await refused({ endedOn: "2024-03-02" }))).toEqual(
      new Set(["STANDS_IN_THE_WAY endedOn"]),
    );
    expect(await refused({ endedOn: null })).toEqual(["STANDS_IN_THE_WAY endedOn"]);
    expect(await office.refused("takeBackCandidateEnrolment", { id })).toEqual([
      "STANDS_IN_THE_WAY id",
    ]);
    expect(await office.message("takeBackCandidateEnrolment", { id })).toContain(
      "found a registration as PRODUCER from 2024-03-01",
    );
  });

  it.each<[string, object]>([
    ["DATE_OUT_OF_ORDER enrolledOn", { enrolledOn: "2024-01-31" }],
    ["INVALID_PERIOD enrolledOn", { enrolledOn: "2024-02-21", endedOn: null }],
    ["DATE_OUT_OF_ORDER endedOn", { endedOn: "2024-02-09" }],
    ["DATE_IN_FUTURE endedOn", { endedOn: "2099-01-01" }],
    ["INVALID_PERIOD endedOn", { state: "ENROLLED", endedOn: "2024-02-20" }],
    ["INVALID_TEXT failureReason", { state: "FAILED" }],
    ["INVALID_PERIOD failureReason", { failureReason: "None." }],
    ["NOT_FOUND course", { course: "missing" }],
    ["NOT_FOUND id", { id: "missing" }],
    ["VERSION_CONFLICT expectedVersion", { expectedVersion: 7 }],
    ["INVALID_TEXT reason", { reason: "" }],
  ])("is refused %s", async (expected, input) => {
    const { id } = await completed();
    expect(await office.refused("correctCandidateEnrolment", { id, ...input })).toEqual([expected]);
  });

  it.each(["correctCandidateEnrolment", "takeBackCandidateEnrolment"] as const)(
    "is put right once by fifty %s at once",
    async (mutation) => {
      const { id, version } = await completed();
      const isCorrected = mutation === "correctCandidateEnrolment";
      const input = isCorrected ? { endedOn: "2024-02-22" } : {};
      const counts = await office.race(mutation, { id, expectedVersion: version, ...input });
      expect(counts).toEqual({ OK: 1, [isCorrected ? "VERSION_CONFLICT" : "NOT_FOUND"]: 49 });
    },
  );
});
