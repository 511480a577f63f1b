import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
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

const operations = "LOCAL_GOVERNMENT_OPERATIONS";
const systems = "INFORMATION_SYSTEMS";

const stageOf = async (id: string) => {
  const { data } = await subgraph.execute<{ application: { stages: object[] } }>(
    `query ($id: ID!) { application(id: $id) { stages { stage on } } }`,
    { id },
  );
  return data.application.stages.at(-1);
};

describe("openRecruitmentTrainingCourse", () => {
  const course = {
    courseCode: "T-1",
    subject: systems,
    title: " Systems ",
    startsOn: "2024-03-31",
    endsOn: "2024-03-31",
  };

  it("opens a course, in the fiscal year of its first day", async () => {
    expect(await ministry.make("openRecruitmentTrainingCourse", course)).toEqual({
      id: expect.any(String),
      version: 1,
      synthetic: false,
      courseCode: "T-1",
      subject: systems,
      title: "Systems",
      startsOn: "2024-03-31",
      endsOn: "2024-03-31",
      fiscalYear: { year: 2023 },
    });
    const april = { courseCode: "T-2", startsOn: "2024-04-01", endsOn: "2024-04-02" };
    const input = { ...course, ...april };
    expect(await ministry.make("openRecruitmentTrainingCourse", input)).toMatchObject({
      fiscalYear: { year: 2024 },
    });
  });

  it.each([
    ["NUMBER_TAKEN courseCode", { courseCode: "T-1" }],
    ["INVALID_CODE courseCode", { courseCode: "" }],
    ["INVALID_TEXT title", { title: "" }],
    ["INVALID_PERIOD endsOn", { endsOn: "2024-03-30" }],
    ["INVALID_FISCAL_YEAR startsOn", { startsOn: "1948-03-31" }],
  ])("refuses what breaks %s", async (expected, values) => {
    const input = { ...course, courseCode: "T-3", ...values };
    expect(await ministry.refused("openRecruitmentTrainingCourse", input)).toEqual([expected]);
  });
});

describe("enrolCandidate", () => {
  it("enrols a selected candidate, once a course", async () => {
    const { id: application } = await candidates.selected();
    const { id: course } = await candidates.course(systems);
    const input = { application, course, enrolledOn: "2024-02-01" };
    expect(await ministry.make("enrolCandidate", input)).toMatchObject({
      version: 1,
      state: "ENROLLED",
      enrolledOn: "2024-02-01",
      endedOn: null,
      course: { id: course },
    });
    expect(await ministry.refused("enrolCandidate", input)).toEqual(["ALREADY_ENROLLED course"]);
  });

  it("enrols until the last day of the course, from the day of the selection", async () => {
    const { id: application } = await candidates.selected();
    const { id: course } = await candidates.course(systems);
    const refused = (values: object) =>
      ministry.refused("enrolCandidate", { application, course, ...values });
    expect(await refused({ enrolledOn: "2024-01-31" })).toEqual(["DATE_OUT_OF_ORDER enrolledOn"]);
    expect(await refused({ enrolledOn: "2024-02-21" })).toEqual(["INVALID_PERIOD enrolledOn"]);
    expect(await refused({ enrolledOn: "2099-01-01" })).toEqual([
      "DATE_IN_FUTURE enrolledOn",
      "INVALID_PERIOD enrolledOn",
    ]);
    expect(await refused({ course: "missing" })).toEqual(["NOT_FOUND course"]);
    expect(await refused({ application: "missing" })).toEqual(["NOT_FOUND application"]);
    const last = { application, course, enrolledOn: "2024-02-20" };
    expect(await ministry.make("enrolCandidate", last)).toMatchObject({ state: "ENROLLED" });
  });

  it("enrols no one who is not selected, has withdrawn or is trained", async () => {
    const { id: course } = await candidates.course(systems);
    const refused = (application: string) =>
      ministry.refused("enrolCandidate", { application, course, enrolledOn: "2024-02-20" });
    const { id: evaluated } = await candidates.evaluated();
    expect(await refused(evaluated)).toEqual(["NOT_SELECTED application"]);
    await ministry.make("rejectApplication", { id: evaluated, reason: "None." });
    expect(await refused(evaluated)).toContain("NOT_SELECTED application");
    const { id: withdrawn } = await candidates.selected();
    await ministry.make("withdrawApplication", { id: withdrawn });
    expect(await refused(withdrawn)).toEqual(["APPLICATION_WITHDRAWN application"]);
    const { id: trained } = await candidates.trained();
    expect(await refused(trained)).toEqual(["ALREADY_TRAINED application"]);
  });

  it("enrols once where fifty ask for it at once", async () => {
    const { id: application } = await candidates.selected();
    const { id: course } = await candidates.course(systems);
    const input = { application, course, enrolledOn: "2024-02-10" };
    const inputs = Array.from({ length: 50 }, () => input);
    expect(await ministry.race("enrolCandidate", inputs)).toEqual({ OK: 1, ALREADY_ENROLLED: 49 });
  });
});

describe("completeCandidateTraining", () => {
  it("makes a candidate TRAINED with a course of each subject, whatever the order", async () => {
    const { id } = await candidates.selected();
    const first = await candidates.enrolled(id, operations);
    const second = await candidates.enrolled(id, operations);
    const third = await candidates.enrolled(id, systems);
    const complete = (enrolment: { id: string }, completedOn: string) =>
      ministry.make("completeCandidateTraining", { id: enrolment.id, completedOn });
    expect(await complete(first, "2024-02-25")).toMatchObject({
      version: 2,
      state: "COMPLETED",
      endedOn: "2024-02-25",
      application: { stage: "SELECTED" },
    });
    expect(await complete(second, "2024-02-26")).toMatchObject({
      application: { stage: "SELECTED" },
    });
    expect(await complete(third, "2024-02-20")).toMatchObject({
      application: { stage: "TRAINED" },
    });
    expect(await stageOf(id)).toEqual({ stage: "TRAINED", on: "2024-02-25" });
  });

  it("completes once, when enrolled and the course begun, by who has not withdrawn", async () => {
    const { id: application } = await candidates.selected();
    const { id } = await candidates.enrolled(application, systems);
    const refused = (values: object) =>
      ministry.refused("completeCandidateTraining", { id, ...values });
    expect(await refused({ completedOn: "2024-02-09" })).toEqual(["DATE_OUT_OF_ORDER completedOn"]);
    expect(await refused({ completedOn: "2099-01-01" })).toEqual(["DATE_IN_FUTURE completedOn"]);
    expect(await refused({ expectedVersion: 2 })).toEqual(["VERSION_CONFLICT expectedVersion"]);
    expect(await refused({ id: "missing" })).toEqual(["NOT_FOUND id"]);
    const other = await candidates.enrolled(application, operations);
    await ministry.make("completeCandidateTraining", { id, completedOn: "2024-02-10" });
    expect(await refused({})).toEqual(["TRAINING_ENDED id"]);
    expect(await ministry.refused("failCandidateTraining", { id, reason: "None." })).toEqual([
      "TRAINING_ENDED id",
    ]);
    await ministry.make("withdrawApplication", { id: application });
    expect(await refused({ id: other.id })).toEqual(["APPLICATION_WITHDRAWN id"]);
  });
});

describe("failCandidateTraining", () => {
  it("brings a candidate to TRAINING_FAILED, who can take another course and be trained", async () => {
    const { id: application } = await candidates.selected();
    const { id } = await candidates.enrolled(application, systems);
    const input = { id, failedOn: "2024-02-21", reason: "Absent." };
    expect(await ministry.make("failCandidateTraining", input)).toMatchObject({
      state: "FAILED",
      endedOn: "2024-02-21",
      failureReason: "Absent.",
      application: { stage: "TRAINING_FAILED" },
    });
    expect(await ministry.refused("failCandidateTraining", input)).toEqual(["TRAINING_ENDED id"]);
    const again = await candidates.enrolled(application, systems);
    const other = await candidates.enrolled(application, operations);
    for (const enrolment of [again, other]) {
      const completion = { id: enrolment.id, completedOn: "2024-02-20" };
      await ministry.make("completeCandidateTraining", completion);
    }
    expect(await stageOf(application)).toEqual({ stage: "TRAINED", on: "2024-02-21" });
  });

  it("refuses days before the enrolment or ahead, and an empty reason", async () => {
    const { id: application } = await candidates.selected();
    const { id } = await candidates.enrolled(application, systems);
    const early = { id, failedOn: "2024-02-04", reason: "" };
    expect(await ministry.refused("failCandidateTraining", early)).toEqual([
      "DATE_OUT_OF_ORDER failedOn",
      "INVALID_TEXT reason",
    ]);
    const ahead = { id, failedOn: "2099-01-01", reason: "None." };
    expect(await ministry.refused("failCandidateTraining", ahead)).toEqual([
      "DATE_IN_FUTURE failedOn",
    ]);
  });

  it("ends a course once, whoever of fifty completes or fails it", async () => {
    const { id: application } = await candidates.selected();
    const { id } = await candidates.enrolled(application, systems);
    const inputs = Array.from({ length: 50 }, () => ({ id }));
    const failures = inputs.map(() => ({ id, reason: "None." }));
    const [completed, failed] = await Promise.all([
      ministry.race("completeCandidateTraining", inputs),
      ministry.race("failCandidateTraining", failures),
    ]);
    expect((completed["OK"] ?? 0) + (failed["OK"] ?? 0)).toBe(1);
    expect((completed["TRAINING_ENDED"] ?? 0) + (failed["TRAINING_ENDED"] ?? 0)).toBe(99);
  });
});
