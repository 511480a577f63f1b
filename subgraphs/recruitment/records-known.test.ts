import { publicCaller } from "../../test/support/callers";
import { minutesAgo, passTime } from "../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { addMunicipalities, Candidates, municipalities } from "./candidates.fixture";
import { Ministry } from "./ministry.fixture";
import { recruitment } from "./recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
beforeEach(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  await addMunicipalities(ministry);
  candidates = new Candidates(ministry);
});
afterEach(async () => {
  await ministry.close();
  await subgraph.stop();
});

const pass = (minutes: number) => passTime(subgraph.ownerUrl, `${minutes} minutes`);

const application = "totalCount nodes { id version stage receivedAt decidedOn }";
const request = "totalCount nodes { id version state requestedOn decidedOn refusalReason }";
const engagement = "totalCount nodes { id version role from to endReason cancelledOn }";

/** Every list of what the ministry records, asked with these arguments; the text as it came. */
async function onRecord(args = ""): Promise<string> {
  const all = args === "" ? "" : `(${args})`;
  const onDay = `(asOf: "2024-06-01"${args && `, ${args}`})`;
  const { text, errors } = await subgraph.execute(`{
    applicants${all} { totalCount pageInfo { endCursor } nodes { id version applicantNumber nameKana } }
    applications${all} { ${application} }
    evaluators(first: 1) { nodes { evaluations${all} { totalCount nodes { id version verdict evaluatedOn } } } }
    solicitations${all} { totalCount nodes { version opensOn closesOn closedOn } }
    recruitmentTrainingCourses${all} { totalCount nodes { id version courseCode } }
    listRequests${all} { ${request} }
    engagements${onDay} { ${engagement} }
    engagementHistory${all} { ${engagement} }
    registrations${onDay} { totalCount nodes { id version to } }
    solicitation(fiscalYear: 2023) { applications${all} { ${application} } }
    producers: skillCategory(code: PRODUCER) { applications${all} { ${application} } }
    municipality(code: "${municipalities.city}") { listRequests${all} { ${request} } engagements${onDay} { ${engagement} } engagementHistory${all} { ${engagement} } }
  }`);
  expect(errors).toEqual([]);
  // Whom the answer is about is noted besides, those looked for included.
  return text.slice(0, text.indexOf(',"extensions":'));
}

const asKnown = (minutes: number) => onRecord(`knownAt: ${minutesAgo(minutes)}`);

it("every list stays byte for byte when more is recorded, while that of today changes", async () => {
  await candidates.evaluator();
  const empty = await onRecord();
  await pass(60);
  const [registration] = await candidates.registered();
  const values = await candidates.engagement(registration?.id ?? "");
  const { id } = await ministry.make("startEngagement", values);
  const undecided = await candidates.submitted();
  const asked = await ministry.make("requestList", {
    ...{ municipality: municipalities.otherCity, on: "2024-04-01" },
  });
  const quoted = await onRecord();
  await pass(60);
  expect(await asKnown(1)).toBe(quoted);
  await ministry.make("endEngagement", { id, on: "2024-05-01", reason: "Moved." });
  await ministry.make("withdrawApplication", { id: undecided.id, on: "2024-01-10" });
  await ministry.make("refuseListRequest", { id: asked.id, on: "2024-04-10", reason: "No." });
  await candidates.submitted(["SERVICE_DESIGNER", "PRODUCER"]);
  const now = await onRecord();
  expect(now).not.toBe(quoted);
  await pass(60);
  expect(await asKnown(121)).toBe(empty);
  expect(await asKnown(61)).toBe(quoted);
  expect(await asKnown(1)).toBe(now);
  expect(await onRecord()).toBe(now);
});

it("each record is there by its key as it was, and of what was recorded since a moment nothing is missed", async () => {
  const solicitation = {
    ...{ agency: "JP-MIC", fiscalYear: 2025, opensOn: "2025-10-01", closesOn: "2025-12-01" },
    categories: ["PRODUCER"],
  };
  await ministry.make("openSolicitation", solicitation);
  const { id } = await candidates.submitted();
  await pass(60);
  await ministry.make("closeSolicitation", { fiscalYear: 2025, closedOn: "2025-11-01" });
  await ministry.make("withdrawApplication", { id, on: "2024-01-10" });
  await pass(60);
  const by = (minutes: number) => `knownAt: ${minutesAgo(minutes)}`;
  const { data, errors } = await subgraph.execute(`{
    open: solicitation(fiscalYear: 2025, ${by(90)}) { version closedOn }
    closed: solicitation(fiscalYear: 2025, ${by(1)}) { version closedOn }
    none: solicitation(fiscalYear: 2031, ${by(1)}) { version }
    submitted: application(id: "${id}", ${by(90)}) { stage }
    withdrawn: application(id: "${id}", ${by(1)}) { stage }
    changed: applications(updatedSince: ${minutesAgo(90)}) { nodes { id } }
    before: applications(updatedSince: ${minutesAgo(90)}, ${by(61)}) { nodes { id } }
    persons: applicants(updatedSince: ${minutesAgo(90)}) { totalCount }
  }`);
  expect(errors).toEqual([]);
  expect(data).toEqual({
    open: { version: 1, closedOn: null },
    closed: { version: 2, closedOn: "2025-11-01" },
    none: null,
    submitted: { stage: "SUBMITTED" },
    withdrawn: { stage: "WITHDRAWN" },
    changed: { nodes: [{ id }] },
    before: { nodes: [] },
    persons: { totalCount: 0 },
  });
});

it("a correction is kept of every table that the ministry writes, but of stages, which never change", async () => {
  const { rows } = await ministry.owner.query<{ name: string }>(
    "SELECT table_name AS name FROM history_start ORDER BY 1",
  );
  const written = Object.keys(recruitment.writableTables ?? {});
  expect(rows.map(({ name }) => name)).toEqual(
    written.filter((name) => name !== "stage_transition").sort(),
  );
  await candidates.evaluated();
  for (const sql of [
    "UPDATE evaluation_score SET score = 70",
    "UPDATE evaluation SET comment = 'Corrected'",
    "UPDATE evaluator SET affiliation = 'Other'",
    "UPDATE applicant SET name = 'Other'",
  ]) {
    await ministry.owner.query(sql);
  }
  const { rows: kept } = await ministry.owner.query(
    `SELECT (SELECT array_agg(score) FROM evaluation_score_history) AS scores,
       (SELECT array_agg(affiliation) FROM evaluator_history) AS affiliations,
       (SELECT array_agg(comment) FROM evaluation_history) AS comments,
       (SELECT count(*)::integer FROM applicant_history) AS applicants`,
  );
  expect(kept).toEqual([
    { scores: [80], affiliations: ["Test University"], comments: [null], applicants: 1 },
  ]);
  await expect(ministry.owner.query("UPDATE stage_transition SET reason = 'x'")).rejects.toThrow(
    "stage_transition is append-only",
  );
});

describe("a municipality that was granted the list", () => {
  const municipality = municipalities.city;
  const granted = () =>
    subgraph.asCaller({
      roles: ["municipality"],
      scopes: new Set(["published", "recruitment:profiles"]),
      attributes: { municipality },
    });

  it.each(["engagements", "engagementHistory", "listRequests"])(
    "sees its %s as they are now, not as they were known",
    async (field) => {
      await candidates.grantTo(municipality);
      await pass(60);
      const ask = (args: string) =>
        granted().execute(
          `{ municipality(code: "${municipality}") { ${field}${args} { totalCount } } }`,
        );
      expect((await ask("")).errors).toEqual([]);
      const { errors } = await ask(`(knownAt: ${minutesAgo(1)})`);
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining("expected no knownAt, received") as string,
          extensions: { code: "FORBIDDEN" },
        },
      ]);
    },
  );
});

it("everybody sees the solicitations that a source states as they were known, and no other", async () => {
  await pass(3 * 24 * 60);
  const solicitation = {
    ...{ agency: "JP-MIC", fiscalYear: 2025, opensOn: "2025-10-01", closesOn: "2025-12-01" },
    categories: ["PRODUCER"],
  };
  await ministry.make("openSolicitation", solicitation);
  await pass(36 * 60);
  await ministry.owner.query("UPDATE solicitation SET note = 'Corrected'");
  const yesterday = new Date(Date.now() + 9 * 3_600_000 - 86_400_000).toISOString().slice(0, 10);
  const ask = async (caller: Pick<TestSubgraph, "execute">) => {
    const { data, errors } = await caller.execute(
      `{ solicitation(fiscalYear: 2025, knownAt: "${yesterday}") { opensOn }
         solicitations(knownAt: "${yesterday}") { nodes { note fiscalYear { year } } } }`,
    );
    expect(errors).toEqual([]);
    return JSON.stringify(data);
  };
  const everybody = await ask(subgraph.asCaller(publicCaller));
  expect(everybody).toContain('"solicitation":null');
  expect(everybody).toContain("2023");
  expect(everybody).not.toMatch(/Corrected|2025/);
  expect(await ask(subgraph)).toContain('"opensOn":"2025-10-01"');
});
