import { startTestSubgraph } from "../../../test/support/subgraph";
import type { MinistryMutation, MinistryRecord } from "../ministry.fixture";
import { recruitment } from "../recruitment";
import { Corrections, reason } from "./corrections.fixture";

let office: Corrections;
beforeAll(async () => {
  office = await Corrections.of(await startTestSubgraph(recruitment));
});
afterAll(() => office.stop());

const applicant = () => office.candidates.applicant();
const evaluator = () => office.candidates.evaluator();
const course = () => office.candidates.course("INFORMATION_SYSTEMS");

type Party = readonly [type: string, take: "Applicant" | "Evaluator" | "RecruitmentTrainingCourse"];
const parties: Readonly<Record<string, { is: Party; make: () => Promise<MinistryRecord> }>> = {
  applicant: { is: ["applicant", "Applicant"], make: applicant },
  evaluator: { is: ["evaluator", "Evaluator"], make: evaluator },
  course: { is: ["recruitmentTrainingCourse", "RecruitmentTrainingCourse"], make: course },
};
const of = (name: string) => {
  const party = parties[name];
  if (!party) throw new Error(`no ${name}`);
  const [type, suffix] = party.is;
  const mutations = [`correct${suffix}`, `takeBack${suffix}`] as unknown;
  const [correct, takeBack] = mutations as [MinistryMutation, MinistryMutation];
  return { type, make: party.make, correct, takeBack };
};

describe("who and what was recorded wrongly", () => {
  it.each<[string, object, string]>([
    ["applicant", { applicantNumber: "X-1" }, "→ X-1"],
    ["applicant", { name: "試験 次郎" }, "name 試験 花子 → 試験 次郎"],
    ["applicant", { nameKana: "シケン ジロウ" }, "→ シケン ジロウ"],
    ["applicant", { nameEn: "Jiro Shiken" }, "nameEn null → Jiro Shiken"],
    ["evaluator", { evaluatorNumber: "X-2" }, "→ X-2"],
    ["evaluator", { name: "試験 次郎" }, "name 試験 太郎 → 試験 次郎"],
    ["evaluator", { affiliation: "Other" }, "affiliation Test University → Other"],
    ["course", { courseCode: "X-3" }, "→ X-3"],
    ["course", { subject: "LOCAL_GOVERNMENT_OPERATIONS" }, "→ LOCAL_GOVERNMENT_OPERATIONS"],
    ["course", { title: "Other" }, "title Test course → Other"],
    ["course", { startsOn: "2024-02-11" }, "startsOn 2024-02-10 → 2024-02-11"],
    ["course", { endsOn: "2024-02-21" }, "endsOn 2024-02-20 → 2024-02-21"],
  ])("%s is put right by %j", async (name, input, change) => {
    const { type, make, correct } = of(name);
    const { id } = await make();
    expect(await office.correct(correct, { id, ...input })).toMatchObject({ ...input, version: 2 });
    const [shown = ""] = await office.changes(type, id);
    expect(shown).toContain(`${correct} (${reason}): `);
    expect(shown).toContain(change);
  });

  it.each<[string, string, object]>([
    ["applicant", "NUMBER_TAKEN applicantNumber", { applicantNumber: "TAKEN" }],
    ["applicant", "INVALID_CODE applicantNumber", { applicantNumber: " " }],
    ["applicant", "INVALID_TEXT name", { name: " " }],
    ["applicant", "INVALID_TEXT nameEn", { nameEn: " " }],
    ["evaluator", "NUMBER_TAKEN evaluatorNumber", { evaluatorNumber: "TAKEN" }],
    ["evaluator", "INVALID_TEXT affiliation", { affiliation: " " }],
    ["course", "NUMBER_TAKEN courseCode", { courseCode: "TAKEN" }],
    ["course", "INVALID_PERIOD endsOn", { endsOn: "2024-02-09" }],
    ...["applicant", "evaluator", "course"].flatMap((name): [string, string, object][] => [
      [name, "NOT_FOUND id", { id: "missing" }],
      [name, "VERSION_CONFLICT expectedVersion", { expectedVersion: 7 }],
      [name, "INVALID_TEXT reason", { reason: "" }],
    ]),
  ])("%s is refused %s", async (name, expected, input) => {
    const { make, correct } = of(name);
    const [taken, { id }] = [await make(), await make()];
    const key = Object.keys(input).find((field) => Object.values(input).includes("TAKEN") && field);
    const given = key === undefined ? input : { [key]: taken[key] };
    expect(await office.refused(correct, { id, ...given })).toEqual([expected]);
  });

  it.each(["applicant", "evaluator", "course"])("%s should never have been there", async (name) => {
    const { type, make, takeBack } = of(name);
    const { id } = await make();
    expect(await office.correct(takeBack, { id })).toMatchObject({ id });
    expect(await office.read(`{ ${type}(id: "${id}") { id } }`)).toEqual({ [type]: null });
    expect(await office.latest()).toContain(`${takeBack} (${reason})`);
  });

  it("stays while something else on record rests on it, which is named", async () => {
    const { id: application } = await office.candidates.selected();
    const { id, course: taken } = await office.candidates.enrolled(
      ...([application, "INFORMATION_SYSTEMS"] as const),
    );
    const data = (await office.read(
      `{ application(id: "${application}") { applicant { id } evaluations { evaluator { id } } } }`,
    )) as {
      application: { applicant: { id: string }; evaluations: { evaluator: { id: string } }[] };
    };
    const { applicant: person, evaluations } = data.application;
    const { id: courseId } = taken as { id: string };
    expect(await office.message("takeBackApplicant", { id: person.id })).toContain(
      "found one to that of 2023, received on 2023-12-20",
    );
    expect(
      await office.message("takeBackEvaluator", { id: evaluations[0]?.evaluator.id }),
    ).toContain("found an evaluation as PRODUCER of 2024-01-20");
    expect(await office.message("takeBackRecruitmentTrainingCourse", { id: courseId })).toContain(
      "found an enrolment of 2024-02-05",
    );
    const days = { startsOn: "2024-02-01", endsOn: "2024-02-04" };
    expect(
      await office.refused("correctRecruitmentTrainingCourse", { id: courseId, ...days }),
    ).toEqual(["STANDS_IN_THE_WAY endsOn"]);
    await office.ministry.make("completeCandidateTraining", { id, completedOn: "2024-02-15" });
    expect(
      await office.refused("correctRecruitmentTrainingCourse", {
        ...{ id: courseId, startsOn: "2024-02-16", subject: "LOCAL_GOVERNMENT_OPERATIONS" },
      }),
    ).toEqual(["STANDS_IN_THE_WAY startsOn", "STANDS_IN_THE_WAY subject"]);
  });

  it.each(["applicant", "evaluator", "course"])(
    "%s is put right once by fifty at once",
    async (name) => {
      const { make, correct, takeBack } = of(name);
      const { id, version } = await make();
      const input = name === "course" ? { title: "Other" } : { name: "別 名" };
      expect(await office.race(correct, { id, expectedVersion: version, ...input })).toEqual({
        ...{ OK: 1, VERSION_CONFLICT: 49 },
      });
      expect(await office.race(takeBack, { id, expectedVersion: version + 1 })).toEqual({
        ...{ OK: 1, NOT_FOUND: 49 },
      });
    },
  );
});
