import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, type Desk, expectRefused, openOffice } from "../office.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

interface Stored {
  id: string;
  version: number;
}
const selection = `id version program state persons purpose invitedOn answeredOn declineReason visitStartsOn visitEndsOn
  source { id } fiscalYear { year } country { code } agency { code }`;
const invite = (input: object): Promise<Answer<Stored>> =>
  office.run(
    "inviteSeniorOfficials",
    { fiscalYear: 2024, country: "TH", persons: 3, invitedOn: "2024-04-10", ...input },
    "invitation",
    selection,
  );
const answer = (input: object): Promise<Answer<Stored>> =>
  office.run("answerInvitation", { on: "2024-05-01", ...input }, "invitation", selection);
const visit = (input: object): Promise<Answer<Stored>> =>
  office.run(
    "recordVisit",
    { startsOn: "2024-09-02", endsOn: "2024-09-06", ...input },
    "invitation",
    selection,
  );
let day = 0;
const invited = async (): Promise<Stored> => {
  day += 1;
  const invitedOn = `2024-04-${String(day).padStart(2, "0")}`;
  return (await invite({ country: "VN", invitedOn })).node;
};
const accepted = async (): Promise<Stored> => {
  const { id } = await invited();
  return (await answer({ id, answer: "ACCEPTED" })).node;
};

describe("an invitation", () => {
  it("is sent, accepted, and followed by a visit", async () => {
    const { node, userErrors } = await invite({ agency: "TH-OCSC", purpose: " Pay systems " });
    expect(userErrors).toEqual([]);
    expect(node).toMatchObject({
      version: 1,
      program: "SENIOR_OFFICIALS",
      state: "INVITED",
      persons: 3,
      purpose: "Pay systems",
      source: null,
      fiscalYear: { year: 2024 },
      agency: { code: "TH-OCSC" },
    });
    const { id } = node;
    expect((await answer({ id, answer: "ACCEPTED" })).node).toMatchObject({
      version: 2,
      state: "ACCEPTED",
      answeredOn: "2024-05-01",
    });
    expect((await visit({ id, persons: 2 })).node).toMatchObject({
      version: 3,
      state: "VISITED",
      persons: 2,
      visitStartsOn: "2024-09-02",
      visitEndsOn: "2024-09-06",
    });
  });

  it.each([
    ["ALREADY_INVITED", "invitedOn", { agency: "TH-OCSC" }],
    ["INVALID_FISCAL_YEAR", "fiscalYear", { fiscalYear: 1900 }],
    ["OUTSIDE_FISCAL_YEAR", "invitedOn", { invitedOn: "2025-04-01" }],
    ["DATE_IN_FUTURE", "invitedOn", { fiscalYear: 2090, invitedOn: "2090-04-01" }],
    ["UNKNOWN_COUNTRY", "country", { country: "QQ" }],
    ["UNKNOWN_AGENCY", "agency", { agency: "TH-XX" }],
    ["AGENCY_OF_ANOTHER_COUNTRY", "agency", { agency: "PH-CSC" }],
    ["AGENCY_NOT_IN_FORCE", "agency", { country: "KR", agency: "KR-CSC" }],
    ["INVALID_NUMBER", "persons", { persons: 0 }],
    ["DATE_OUT_OF_RANGE", "invitedOn", { invitedOn: "0001-01-01" }],
    ["INVALID_TEXT", "purpose", { purpose: "" }],
    ["INVALID_TEXT", "note", { note: "" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => invite(input), code, field);
  });

  it("is recorded once where several record it at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => invite({ country: "LA" })));
    const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(["", "ALREADY_INVITED", "ALREADY_INVITED"]);
  });
});

describe("the answer", () => {
  it("can be no, also after yes", async () => {
    const { id } = await accepted();
    const { node } = await answer({
      id,
      answer: "DECLINED",
      on: "2024-06-01",
      reason: "Election.",
    });
    expect(node).toMatchObject({ state: "DECLINED", declineReason: "Election." });
    const yes = () => answer({ id, answer: "ACCEPTED", on: "2024-06-02" });
    await expectRefused(office, yes, "ILLEGAL_STATE_CHANGE", "answer");
    await expectRefused(office, () => visit({ id }), "ILLEGAL_STATE_CHANGE", "id");
  });

  it("comes after the invitation and not in the future", async () => {
    const { id } = await invited();
    const say = (input: object) => () => answer({ id, answer: "ACCEPTED", ...input });
    await expectRefused(office, say({ on: "2024-04-01" }), "DATE_OUT_OF_ORDER", "on");
    await expectRefused(office, say({ on: "2090-04-01" }), "DATE_IN_FUTURE", "on");
    await expectRefused(office, say({ reason: " " }), "INVALID_TEXT", "reason");
    await expectRefused(office, say({ reason: "Election." }), "REASON_NOT_TAKEN", "reason");
    await expectRefused(office, say({ on: "0001-01-01" }), "DATE_OUT_OF_RANGE", "on");
    await expectRefused(office, say({ id: "nothing" }), "NOT_FOUND", "id");
    const stale = say({ expectedVersion: 4 });
    await expectRefused(office, stale, "VERSION_CONFLICT", "expectedVersion");
    const published = say({ id: "senior-officials-2017-us" });
    await expectRefused(office, published, "PUBLISHED_FACT", "id");
  });

  it("is given once where several give it at once", async () => {
    const { id } = await invited();
    const answers = await Promise.all([1, 2, 3].map(() => answer({ id, answer: "ACCEPTED" })));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });
});

describe("the visit", () => {
  it("follows a yes, within the fiscal year, and is over", async () => {
    const waiting = await invited();
    await expectRefused(office, () => visit({ id: waiting.id }), "ILLEGAL_STATE_CHANGE", "id");
    const { id } = await accepted();
    const go = (startsOn: string, endsOn: string) => () => visit({ id, startsOn, endsOn });
    await expectRefused(office, go("2024-09-06", "2024-09-05"), "INVALID_PERIOD", "endsOn");
    await expectRefused(office, go("2025-04-01", "2025-04-02"), "OUTSIDE_FISCAL_YEAR", "startsOn");
    await expectRefused(office, go("2024-04-30", "2024-05-02"), "DATE_OUT_OF_ORDER", "startsOn");
    await expectRefused(office, go("2025-03-31", "2090-04-02"), "DATE_IN_FUTURE", "endsOn");
    const nobody = () => visit({ id, persons: 0 });
    await expectRefused(office, nobody, "INVALID_NUMBER", "persons");
    const { node } = await go("2025-03-31", "2025-04-02")();
    expect(node).toMatchObject({ visitStartsOn: "2025-03-31", persons: 3 });
    const published = () => visit({ id: "senior-officials-2017-us" });
    await expectRefused(office, published, "PUBLISHED_FACT", "id");
  });
});

describe("reading", () => {
  it("lists records beside facts, by filter and order, with one statement", async () => {
    const { data, statements } = await office.execute<{
      invitations: { nodes: { source: object | null; state: string; invitedOn: string | null }[] };
      invitation: { state: string };
    }>(
      `{ invitations(orderBy: [{ by: INVITED_ON }]) { nodes { source { id } state invitedOn } }
         invitation(id: "senior-officials-2017-us") { state } }`,
    );
    expect(statements.sort()).toEqual(["Invitation", "invitationById"]);
    const { nodes } = data.invitations;
    const published = nodes.filter(({ source }) => source !== null);
    expect(published).toHaveLength(13);
    expect(new Set(published.map(({ state }) => state))).toEqual(new Set(["VISITED"]));
    expect(nodes.slice(-13)).toEqual(published);
    expect(data.invitation).toEqual({ state: "VISITED" });
  });

  it("shows them below countries and fiscal years", async () => {
    const { data } = await office.execute(
      `{ country(code: "LA") { invitations(filter: { state: { eq: INVITED } }) { nodes { persons } } }
         fiscalYear(year: 2024) { invitations(filter: { country: { eq: "LA" } }) { totalCount } } }`,
    );
    expect(data).toEqual({
      country: { invitations: { nodes: [{ persons: 3 }] } },
      fiscalYear: { invitations: { totalCount: 1 } },
    });
  });
});

it("loading the published facts again changes no invitation that was recorded", async () => {
  const rows = () => office.sql("SELECT * FROM invitation ORDER BY id");
  const before = await rows();
  expect(await office.reload()).toEqual([]);
  expect(await rows()).toEqual(before);
});

it.each([
  ["recorded_invitation_has_its_day", "'INVITED', NULL, NULL, NULL, NULL"],
  ["answered_invitation_has_its_day", "'ACCEPTED', '2024-05-01', NULL, NULL, NULL"],
  ["invitation_is_answered_after_it", "'ACCEPTED', '2024-05-01', '2024-04-30', NULL, NULL"],
  ["visit_has_its_days", "'VISITED', '2024-05-01', '2024-05-02', NULL, NULL"],
  [
    "visit_ends_after_it_starts",
    "'VISITED', '2024-05-01', '2024-05-02', '2024-06-02', '2024-06-01'",
  ],
  [
    "visit_lies_in_its_fiscal_year",
    "'VISITED', '2024-05-01', '2024-05-02', '2025-04-01', '2025-04-02'",
  ],
  ["invitation_state_is_known", "'LOST', '2024-05-01', '2024-05-02', NULL, NULL"],
])("the database refuses by %s what the code let through", async (constraint, values) => {
  const insert = `INSERT INTO invitation (program, fiscal_year, country_code, persons, state, invited_on, answered_on, visit_starts_on, visit_ends_on)
    VALUES ('SENIOR_OFFICIALS', 2024, 'PH', 1, ${values})`;
  await expect(office.sql(insert)).rejects.toMatchObject({ constraint });
});
