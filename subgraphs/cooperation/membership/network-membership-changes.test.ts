import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, expectRefused, openOffice, type Desk } from "../office.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

interface Membership {
  id: string;
  version: number;
  from: string | null;
  to: string | null;
  endRecorded: boolean;
  endReason: string | null;
  agency: { code: string } | null;
  source: { id: string } | null;
}
const selection =
  "id version from to endRecorded endReason agency { code } source { id } country { code } role";

const join = (input: object): Promise<Answer<Membership>> =>
  office.run(
    "joinNetwork",
    { network: "ACCSM", country: "AU", role: "OBSERVER", from: "2025-04-01", ...input },
    "networkMembership",
    selection,
  );
const change = (input: object): Promise<Answer<Membership>> =>
  office.run("changeMembershipAgency", input, "networkMembership", selection);
const end = (input: object): Promise<Answer<Membership>> =>
  office.run("endMembership", input, "networkMembership", selection);

const agenciesOf = async (network: string, country: string, asOf: string) => {
  const { data } = await office.execute<{
    networkMemberships: { nodes: { agency: { code: string } | null }[] };
  }>(
    `query ($filter: NetworkMembershipFilter, $asOf: Date) {
       networkMemberships(filter: $filter, asOf: $asOf) { nodes { agency { code } } } }`,
    { filter: { network: { eq: network }, country: { eq: country } }, asOf },
  );
  return data.networkMemberships.nodes.map(({ agency }) => agency?.code ?? "none");
};

describe("joining a network", () => {
  it("makes a membership from its first day to the day before its end", async () => {
    const { node, userErrors } = await join({
      agency: "AU-APSC",
      to: "2026-04-01",
      note: " New. ",
    });
    expect(userErrors).toEqual([]);
    expect(node).toMatchObject({
      version: 1,
      from: "2025-04-01",
      to: "2026-04-01",
      role: "OBSERVER",
      source: null,
      agency: { code: "AU-APSC" },
    });
    expect(await agenciesOf("ACCSM", "AU", "2025-03-31")).toEqual([]);
    expect(await agenciesOf("ACCSM", "AU", "2025-04-01")).toEqual(["AU-APSC"]);
    expect(await agenciesOf("ACCSM", "AU", "2026-03-31")).toEqual(["AU-APSC"]);
    expect(await agenciesOf("ACCSM", "AU", "2026-04-01")).toEqual([]);
  });

  it("lets the next membership begin on the day one ends, and not a day earlier", async () => {
    await expectRefused(office, () => join({ from: "2026-03-31" }), "ALREADY_A_MEMBER", "from");
    const { userErrors } = await join({ from: "2026-04-01" });
    expect(userErrors).toEqual([]);
  });

  it.each([
    ["ALREADY_A_MEMBER", "from", { country: "VN", role: "MEMBER" }],
    ["ALREADY_A_MEMBER", "from", { country: "VN", role: "MEMBER", from: "1998-01-01" }],
    ["UNKNOWN_NETWORK", "network", { network: "EU" }],
    ["UNKNOWN_COUNTRY", "country", { country: "QQ" }],
    ["UNKNOWN_AGENCY", "agency", { country: "NZ", agency: "NZ-PSC" }],
    ["AGENCY_OF_ANOTHER_COUNTRY", "agency", { country: "NZ", agency: "AU-APSC" }],
    ["AGENCY_NOT_IN_FORCE", "agency", { country: "KR", agency: "KR-CSC", from: "2007-01-01" }],
    ["AGENCY_NOT_IN_FORCE", "agency", { country: "KR", agency: "KR-MPM", from: "2014-11-18" }],
    ["INVALID_PERIOD", "to", { country: "NZ", to: "2025-04-01" }],
    ["DATE_OUT_OF_RANGE", "from", { country: "NZ", from: "0001-01-01" }],
    ["DATE_OUT_OF_RANGE", "to", { country: "NZ", to: "9999-12-31" }],
    ["INVALID_TEXT", "note", { country: "NZ", note: "  " }],
    ["INVALID_TEXT", "note", { country: "NZ", note: "x".repeat(2_001) }],
  ])("is refused with %s at %s", async (code, field, input) => {
    await expectRefused(office, () => join(input), code, field);
  });

  it("names an agency only for the days it exists", async () => {
    const csc = { network: "ACCSM", country: "KR", agency: "KR-CSC", from: "2007-01-01" };
    await expectRefused(
      office,
      () => join({ ...csc, to: "2008-03-01" }),
      "AGENCY_NOT_IN_FORCE",
      "agency",
    );
    expect((await join({ ...csc, to: "2008-02-29" })).userErrors).toEqual([]);
  });

  it("has one effect where several join for one country at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => join({ country: "IN", from: "2024-01-01" })),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(
      new Set(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))),
    ).toEqual(new Set(["ALREADY_A_MEMBER"]));
    expect(await agenciesOf("ACCSM", "IN", "2024-01-01")).toEqual(["none"]);
  });

  it("gives the first answer again to the same idempotency key", async () => {
    const input = { country: "FJ", idempotencyKey: "join-fj" };
    const first = await join(input);
    const before = await office.changes();
    expect(await join(input)).toEqual(first);
    expect(await office.changes()).toBe(before);
  });
});

describe("the end of a published membership that is open", () => {
  const jp = "cjk-ppn-jp-2005-01-01";

  it("is recorded beside what the source says, and holds from that day on", async () => {
    const { node } = await end({ id: jp, on: "2030-04-01", reason: "Reorganisation." });
    expect(node).toMatchObject({
      id: jp,
      version: 2,
      from: "2005-01",
      to: "2030-04-01",
      endRecorded: true,
      endReason: "Reorganisation.",
      source: { id: "hakusho-r1-2-4" },
    });
    expect(await agenciesOf("CJK_PPN", "JP", "2030-03-31")).toEqual(["JP-NPA"]);
    expect(await agenciesOf("CJK_PPN", "JP", "2030-04-01")).toEqual([]);
  });

  it("can be moved while it is still to come", async () => {
    const { node } = await end({ id: jp, on: "2031-04-01", expectedVersion: 2 });
    expect(node).toMatchObject({ version: 3, to: "2031-04-01", endReason: null });
    await expectRefused(
      office,
      () => end({ id: jp, on: "2032-04-01", expectedVersion: 2 }),
      "VERSION_CONFLICT",
      "expectedVersion",
    );
  });

  it("is followed at once by the membership through another agency", async () => {
    const mpm = "accsm-plus3-kr-2014-11-19";
    await expectRefused(
      office,
      () => change({ id: mpm, agency: "KR-MPM", on: "2026-01-01" }),
      "SAME_AGENCY",
      "agency",
    );
    const { node } = await change({
      id: "accsm-plus3-jp-2010-10-29",
      agency: "JP-CAS",
      on: "2026-04-01",
      reason: "Transfer of tasks.",
    });
    expect(node).toMatchObject({ from: "2026-04-01", to: null, agency: { code: "JP-CAS" } });
    expect(await agenciesOf("ACCSM_PLUS3", "JP", "2026-03-31")).toEqual(["JP-NPA"]);
    expect(await agenciesOf("ACCSM_PLUS3", "JP", "2026-04-01")).toEqual(["JP-CAS"]);
    const again = await change({ id: node.id, agency: "JP-NPA", on: "2026-10-01" });
    expect(again.node).toMatchObject({ from: "2026-10-01", role: "PLUS_THREE" });
  });

  it.each([
    ["PUBLISHED_FACT", "id", { id: "cjk-ppn-kr-2005-01-01", on: "2007-01-01" }],
    ["INVALID_PERIOD", "on", { id: "cjk-ppn-kr-2014-11-19", on: "2014-11-19" }],
    ["DATE_OUT_OF_RANGE", "on", { id: "cjk-ppn-kr-2014-11-19", on: "9999-12-31" }],
    ["INVALID_TEXT", "reason", { id: "cjk-ppn-kr-2014-11-19", on: "2030-01-01", reason: "" }],
    ["NOT_FOUND", "id", { id: "nobody", on: "2030-01-01" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => end(input), code, field);
  });

  it("is refused where the agency to follow is of another country or does not exist", async () => {
    const id = "cjk-ppn-kr-2014-11-19";
    const on = "2026-01-01";
    const to = (agency: string) => () => change({ id, on, agency });
    await expectRefused(office, to("CN-NCSA"), "AGENCY_OF_ANOTHER_COUNTRY", "agency");
    await expectRefused(office, to("KR-CSC"), "AGENCY_NOT_IN_FORCE", "agency");
    await expectRefused(office, to("KR-XYZ"), "UNKNOWN_AGENCY", "agency");
  });

  it("happens once where several end it at once", async () => {
    const id = "accsm-my-1999-12-31";
    const answers = await Promise.all(
      [1, 2, 3, 4].map((month) => end({ id, on: `2020-0${month}-01` })),
    );
    expect(answers.filter(({ node }) => node !== null)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array.from({ length: 3 }, () => "ALREADY_ENDED"),
    );
  });

  it("cannot take the ground from under what is recorded of the country", async () => {
    const chair = await office.run(
      "appointChair",
      { network: "CJK_PPN", edition: 20, country: "CN", from: "2026-05-01", to: "2027-05-01" },
      "networkChair",
      "id",
    );
    expect(chair.userErrors).toEqual([]);
    const id = "cjk-ppn-cn-2018-03-01";
    await expectRefused(office, () => end({ id, on: "2026-05-01" }), "STILL_TAKES_PART", "on");
    await expectRefused(office, () => end({ id, on: "2027-04-30" }), "STILL_TAKES_PART", "on");
    expect((await end({ id, on: "2027-05-01" })).userErrors).toEqual([]);
  });

  it("waits for the projects that the country leads, and then follows their last step", async () => {
    const record = (mutation: string, input: object, field: string) =>
      office.run<{ id: string }>(mutation, input, field, "id");
    const period = { title: "Plan", from: "2021-01-01" };
    const plan = await record("openWorkPlan", { network: "ACCSM", ...period }, "workPlan");
    const said = { workPlan: plan.node.id, title: "Talent", leadCountry: "SG" };
    const proposal = { ...said, proposedOn: "2022-01-10" };
    const project = await record("proposeProject", proposal, "project");
    const leave = (on: string) => () => end({ id: "accsm-sg-1999-12-31", on });
    await expectRefused(office, leave("2090-01-01"), "STILL_TAKES_PART", "on");
    for (const [state, on] of [
      ["APPROVED", "2022-02-01"],
      ["ONGOING", "2022-03-01"],
      ["COMPLETED", "2023-04-01"],
    ]) {
      const step = { id: project.node.id, state, on };
      expect((await record("changeProjectState", step, "project")).userErrors).toEqual([]);
    }
    await expectRefused(office, leave("2023-04-01"), "STILL_TAKES_PART", "on");
    expect((await leave("2023-04-02")()).userErrors).toEqual([]);
  });

  it("does not come between a chair and the next agency of its country", async () => {
    const turn = { network: "ACCSM_PLUS3", edition: 21, country: "JP", from: "2026-11-01" };
    const { userErrors } = await office.run("appointChair", turn, "networkChair", "id");
    expect(userErrors).toEqual([]);
    const [row] = await office.sql<{ id: string }>(
      "SELECT id FROM network_membership WHERE network_code = 'ACCSM_PLUS3' AND country_code = 'JP' AND upper_inf(valid)",
    );
    const id = row?.id ?? "";
    expect((await change({ id, agency: "JP-CAS", on: "2026-12-01" })).userErrors).toEqual([]);
  });
});

describe("loading the published facts again", () => {
  it("keeps every record, and every end that was recorded of a fact", async () => {
    const rows = () => office.sql("SELECT * FROM network_membership ORDER BY id");
    const before = await rows();
    expect(before.filter(({ source_id }) => source_id === null).length).toBeGreaterThan(3);
    expect(await office.reload()).toEqual([]);
    expect(await rows()).toEqual(before);
  });
});

describe("the database", () => {
  it.each([
    [
      "network_membership_lasts_a_day",
      "INSERT INTO network_membership (network_code, country_code, role, first_day, ended_on) VALUES ('ACCSM', 'NZ', 'OBSERVER', '2025-01-01', '2025-01-01')",
    ],
    [
      "one_membership_a_country_and_day",
      "INSERT INTO network_membership (network_code, country_code, role, first_day) VALUES ('ACCSM', 'TH', 'MEMBER', '2025-01-01')",
    ],
    [
      "network_membership_fact_has_a_name",
      "INSERT INTO network_membership (id, network_code, country_code, role, first_day, source_id) VALUES (gen_random_uuid()::text, 'ACCSM', 'NZ', 'OBSERVER', '2025-01-01', 'seed-npa')",
    ],
  ])("refuses by %s what the code let through", async (constraint, statement) => {
    await expect(office.sql(statement)).rejects.toMatchObject({ constraint });
  });
});

describe("the list of memberships", () => {
  it("is paged by key in its ordering, and asks one statement however many there are", async () => {
    const seen: string[] = [];
    for (let after: string | null | undefined = null; after !== undefined;) {
      const page: Page = await nextPage(after);
      seen.push(...page.nodes.map(({ country }) => country.code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
    const [row] = await office.sql("SELECT count(*)::integer AS n FROM network_membership");
    expect(seen).toHaveLength(Number(row?.["n"]));
    expect(seen).toEqual([...seen].sort());
  });
});

interface Page {
  nodes: { country: { code: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function nextPage(after: string | null): Promise<Page> {
  const { data, statements } = await office.execute<{ networkMembershipHistory: Page }>(
    `query ($after: String) { networkMembershipHistory(first: 9, after: $after, orderBy: [{by: COUNTRY}]) {
       nodes { id country { code } network { code } } pageInfo { hasNextPage endCursor } } }`,
    { after },
  );
  expect(statements.sort()).toEqual(["NetworkMembership", "networkByCode"]);
  return data.networkMembershipHistory;
}
