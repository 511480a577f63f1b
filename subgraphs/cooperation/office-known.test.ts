import { publicCaller } from "../../test/support/callers";
import { minutesAgo, passTime } from "../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { cooperation } from "./cooperation";
import { type Desk, openOffice } from "./office.fixture";
import { importing } from "./spreadsheet.fixture";

let office: TestSubgraph & Desk;
beforeEach(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterEach(() => office.stop());

const pass = (minutes: number) => passTime(office.ownerUrl, `${minutes} minutes`);

const membership = "totalCount nodes { id version role from to endReason }";
const chair = "totalCount nodes { id version edition from to endReason }";
const event =
  "totalCount pageInfo { endCursor } nodes { id version title startsOn endsOn cancelledOn originalTheme }";
const plan = "totalCount nodes { id version title from to }";
const project = "totalCount nodes { id version title state stateSince }";
const edition = "totalCount nodes { id version edition startsOn place closedOn }";
const invitation = "totalCount nodes { id version persons state answeredOn declineReason }";

/** Every list of what the office records, asked with these arguments; the text as it came. */
async function onRecord(args = ""): Promise<string> {
  const all = args === "" ? "" : `(${args})`;
  const onDay = `(asOf: "2024-06-01"${args && `, ${args}`})`;
  const { text, errors } = await office.execute(`{
    networkMemberships${onDay} { ${membership} }
    networkMembershipHistory${all} { ${membership} }
    networkChairs${onDay} { ${chair} }
    networkChairHistory${all} { ${chair} }
    networkEvents(first: 500${args && `, ${args}`}) { ${event} }
    workPlans${onDay} { ${plan} }
    workPlanHistory${all} { ${plan} }
    projects${all} { ${project} }
    trainingEditions${all} { ${edition} }
    invitations${all} { ${invitation} }
    network(code: "ACCSM") { events${all} { ${event} } workPlans${onDay} { ${plan} } workPlanHistory${all} { ${plan} } }
    trainingCourses { editions${all} { totalCount } }
    _entities(representations: [
      { __typename: "Country", code: "TH" }, { __typename: "Agency", code: "JP-NPA" }, { __typename: "FiscalYear", year: 2024 }
    ]) {
      ... on Country { events: networkEvents${all} { ${event} } chairs: networkChairHistory${all} { ${chair} }
        invited: invitations${all} { ${invitation} } led: projectsLed${all} { ${project} }
        trained: trainingParticipations${all} { totalCount nodes { id version persons } } }
      ... on Agency { hosted: eventsHosted${all} { ${event} } led: projectsLed${all} { ${project} } }
      ... on FiscalYear { events: networkEvents${all} { ${event} } invitedIn: invitations${all} { ${invitation} }
        editions: trainingEditions${all} { ${edition} } }
    }
  }`);
  expect(errors).toEqual([]);
  return text;
}

const asKnown = (minutes: number) => onRecord(`knownAt: ${minutesAgo(minutes)}`);

async function made(mutation: string, input: object, field: string): Promise<string> {
  const { node, userErrors } = await office.run<{ id: string }>(mutation, input, field, "id");
  expect(userErrors).toEqual([]);
  return node.id;
}

/** One of each record, as the office enters it; their ids. */
async function recordAll() {
  const workPlan = { network: "ACCSM", title: "Plan", from: "2024-01-01" };
  const plan = await made("openWorkPlan", workPlan, "workPlan");
  const proposal = {
    workPlan: plan,
    title: "Project",
    leadCountry: "TH",
    proposedOn: "2024-02-01",
  };
  const course = {
    course: "PERSONNEL_ADMINISTRATION",
    ...{ edition: 90, fiscalYear: 2024, startsOn: "2024-05-01", endsOn: "2024-05-20" },
  };
  const edition = await made("openTrainingEdition", course, "trainingEdition");
  const meeting = { network: "ACCSM", kind: "WORKSHOP", title: "Talks", startsOn: "2024-06-01" };
  const event = await made("planEvent", { ...meeting, country: "JP" }, "networkEvent");
  const guests = { event, add: [{ country: "TH" }] };
  await made("recordParticipation", guests, "networkEvent");
  const persons = { trainingEdition: edition, country: "TH", persons: 4 };
  const invited = { country: "TH", fiscalYear: 2024, persons: 2, invitedOn: "2024-05-01" };
  return {
    ...{ plan, edition, event },
    project: await made("proposeProject", proposal, "project"),
    participation: await made("recordTrainingParticipants", persons, "trainingParticipation"),
    invitation: await made("inviteSeniorOfficials", invited, "invitation"),
    membership: "accsm-bn-1999-12-31",
  };
}

type Recorded = Awaited<ReturnType<typeof recordAll>>;

/** Something else about each of them. */
async function correctAll({ plan, edition, event, project, invitation, membership }: Recorded) {
  await made("endWorkPlan", { id: plan, on: "2024-03-01" }, "workPlan");
  await made("changeProjectState", { id: project, state: "APPROVED" }, "project");
  const fewer = { trainingEdition: edition, country: "TH", persons: 3 };
  await made("recordTrainingParticipants", fewer, "trainingParticipation");
  await made("closeTrainingEdition", { id: edition, on: "2024-05-21" }, "trainingEdition");
  await made("recordParticipation", { event, remove: ["TH"] }, "networkEvent");
  await made("changeEvent", { id: event, title: "Other talks", country: "KR" }, "networkEvent");
  await made(
    "answerInvitation",
    { id: invitation, answer: "ACCEPTED", on: "2024-05-10" },
    "invitation",
  );
  await made("endMembership", { id: membership, on: "2025-06-01" }, "networkMembership");
}

it("every list stays byte for byte when records are corrected, while that of today changes", async () => {
  const empty = await onRecord();
  await pass(60);
  const records = await recordAll();
  const quoted = await onRecord();
  await pass(60);
  expect(await asKnown(1)).toBe(quoted);
  await correctAll(records);
  const now = await onRecord();
  expect(now).not.toBe(quoted);
  await pass(60);
  expect(await asKnown(121)).toBe(empty);
  expect(await asKnown(61)).toBe(quoted);
  expect(await asKnown(1)).toBe(now);
  expect(await onRecord()).toBe(now);
});

it("each record is there by its id as it was, and not before it was entered", async () => {
  await pass(60);
  const records = await recordAll();
  await pass(60);
  await correctAll(records);
  await pass(60);
  const fields = {
    workPlan: [records.plan, "to"],
    project: [records.project, "state"],
    trainingEdition: [records.edition, "closedOn"],
    networkEvent: [records.event, "originalTitle: title"],
    invitation: [records.invitation, "state"],
    networkMembership: [records.membership, "to"],
  } as const;
  const asOf = async (minutes: number) => {
    const asked = Object.entries(fields).map(
      ([field, [id, of]]) => `${field}(id: "${id}", knownAt: ${minutesAgo(minutes)}) { ${of} }`,
    );
    const { data, errors } = await office.execute<Record<string, Record<string, string> | null>>(
      `{ ${asked.join("\n")} }`,
    );
    expect(errors).toEqual([]);
    return Object.values(data).map((one) => one && Object.values(one).join());
  };
  expect(await asOf(150)).toEqual([null, null, null, null, null, ""]);
  expect(await asOf(90)).toEqual(["", "PROPOSED", "", "Talks", "INVITED", ""]);
  expect(await asOf(1)).toEqual([
    ...["2024-03-01", "APPROVED", "2024-05-21", "Other talks", "ACCEPTED", "2025-06-01"],
  ]);
});

it("what a spreadsheet puts right stays as it was known", async () => {
  const rows = ["ACCSM,AU,AU-APSC,OBSERVER,2020-04-01,,"];
  expect((await importing(office, "memberships", rows)).reported).toEqual([]);
  const quoted = await onRecord();
  await pass(60);
  const ended = ["ACCSM,AU,AU-APSC,OBSERVER,2020-04-01,2022-04-01,Reform"];
  expect((await importing(office, "memberships", ended)).reported).toEqual([]);
  expect(await onRecord()).not.toBe(quoted);
  await pass(60);
  expect(await asKnown(61)).toBe(quoted);
  expect((await importing(office, "memberships", ended)).reported).toEqual([]);
  const [kept] = await office.sql("SELECT count(*)::integer AS n FROM network_membership_history");
  expect(kept).toEqual({ n: 1 });
});

describe("what was recorded since a moment", () => {
  const since = async (args: string) => {
    const { data, errors } = await office.execute<Record<string, { nodes: { id: string }[] }>>(
      `{ networkEvents(${args}) { nodes { id } } }`,
    );
    expect(errors).toEqual([]);
    return data["networkEvents"]?.nodes.map(({ id }) => id);
  };

  it("is what was entered or changed, and with knownAt what had been by then", async () => {
    await pass(60);
    const { event } = await recordAll();
    await pass(60);
    const changed = "cjk-ppn-symposium-16";
    await office.sql("UPDATE network_event SET note = 'Changed' WHERE id = $1", [changed]);
    expect(await since(`updatedSince: ${minutesAgo(90)}`)).toEqual([event, changed]);
    expect(await since(`updatedSince: ${minutesAgo(30)}`)).toEqual([changed]);
    const then = `knownAt: ${minutesAgo(30)}`;
    expect(await since(`updatedSince: ${minutesAgo(90)}, ${then}`)).toEqual([event]);
    expect(await since(`updatedSince: ${minutesAgo(20)}, ${then}`)).toEqual([]);
    expect(await since(`updatedSince: ${minutesAgo(90)}, filter: { title: { eq: "x" } }`)).toEqual(
      [],
    );
  });
});

describe("everybody", () => {
  const ask = async (query: string) => {
    const answer = await office.asCaller(publicCaller).execute(`{ ${query} }`);
    const codes = answer.errors.map(({ extensions }) => extensions?.["code"]);
    return codes.length > 0 ? codes : Object.values(answer.data)[0];
  };
  /** Two days ago, and yesterday. */
  const [before, after] = [2, 1].map((days) =>
    new Date(Date.now() + 9 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10),
  );

  it("sees as it was known what a source states, and nothing that the office has recorded or removed", async () => {
    await pass(5 * 24 * 60);
    const records = await recordAll();
    const kept = {
      published: "UPDATE network_event SET title = 'Corrected' WHERE id = 'cjk-ppn-symposium-16'",
      recorded: `UPDATE network_event SET title = 'Corrected' WHERE id = '${records.event}'`,
    };
    await pass(36 * 60);
    await correctAll(records);
    for (const sql of Object.values(kept)) await office.sql(sql);
    const titleOf = (id: string, day = "") =>
      ask(`networkEvent(id: "${id}"${day && `, knownAt: "${day}"`}) { title }`);
    expect(await titleOf("cjk-ppn-symposium-16")).toEqual({ title: "Corrected" });
    expect(await titleOf("cjk-ppn-symposium-16", after)).toEqual({
      title: expect.not.stringContaining("Corrected"),
    });
    expect(await titleOf(records.event, after)).toBeNull();
    const { data } = await office.execute(
      `{ networkEvent(id: "${records.event}", knownAt: "${after}") { title } }`,
    );
    expect(data).toEqual({ networkEvent: { title: "Talks" } });
    const counted = (args: string) => ask(`networkEvents${args} { totalCount }`);
    expect(await counted(`(knownAt: "${after}")`)).toEqual(await counted(""));
    const ofThailand = (day: string) =>
      ask(`country(code: "TH") { networkEvents(knownAt: "${day}") { totalCount } }`);
    expect(await ofThailand(after ?? "")).toEqual(await ofThailand(before ?? ""));
  });

  it("gives days that are over, and sees no history of what nobody published", async () => {
    await pass(5 * 24 * 60);
    expect(await ask(`networkEvents(knownAt: "${after}") { totalCount }`)).toHaveProperty(
      "totalCount",
    );
    expect(await ask(`networkEvents(knownAt: ${minutesAgo(90)}) { totalCount }`)).toEqual([
      "INVALID_KNOWN_AT",
    ]);
    expect(
      await ask(`networkEvent(id: "cjk-ppn-symposium-16", knownAt: ${minutesAgo(90)}) { id }`),
    ).toEqual(["INVALID_KNOWN_AT"]);
    expect(await ask(`networkEvents(updatedSince: ${minutesAgo(90)}) { totalCount }`)).toEqual([
      "INVALID_UPDATED_SINCE",
    ]);
    const day = `${after}T00:00:00+09:00`;
    expect(await ask(`networkEvents(updatedSince: "${day}") { totalCount }`)).toEqual({
      totalCount: 0,
    });
    expect(await ask(`workPlanHistory(knownAt: "${after}") { totalCount }`)).toEqual(["FORBIDDEN"]);
  });
});
