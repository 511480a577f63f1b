import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { cooperation } from "../cooperation";
import { type Answer, type Desk, expectRefused, openOffice } from "../office.fixture";

let office: TestSubgraph & Desk;
beforeAll(async () => {
  office = await openOffice(startTestSubgraph(cooperation));
});
afterAll(() => office.stop());

interface Chair {
  id: string;
  version: number;
}
const selection = "id version edition from to endReason agency { code } country { code }";
const appoint = (input: object): Promise<Answer<Chair>> =>
  office.run(
    "appointChair",
    { network: "CJK_PPN", edition: 1, country: "JP", from: "2025-01-01", ...input },
    "networkChair",
    selection,
  );
const end = (input: object): Promise<Answer<Chair>> =>
  office.run("endChair", input, "networkChair", selection);

const chairOn = async (network: string, asOf: string) => {
  const { data } = await office.execute<{ networkChairs: { nodes: { edition: number }[] } }>(
    `query ($filter: NetworkChairFilter, $asOf: Date) {
       networkChairs(filter: $filter, asOf: $asOf) { nodes { edition } } }`,
    { filter: { network: { eq: network } }, asOf },
  );
  return data.networkChairs.nodes.map(({ edition }) => edition);
};

describe("appointing a chair", () => {
  it("lets one turn begin on the day another ends, through the agency of the membership", async () => {
    const first = await appoint({ edition: 1, to: "2026-04-01" });
    expect(first.node).toMatchObject({ edition: 1, agency: { code: "JP-NPA" }, to: "2026-04-01" });
    const china = { edition: 2, country: "CN", from: "2026-03-31" };
    await expectRefused(office, () => appoint(china), "ALREADY_CHAIRED", "from");
    const second = await appoint({ ...china, from: "2026-04-01" });
    expect(second.node).toMatchObject({ agency: { code: "CN-NCSA" }, to: null });
    expect(await chairOn("CJK_PPN", "2026-03-31")).toEqual([1]);
    expect(await chairOn("CJK_PPN", "2026-04-01")).toEqual([2]);
  });

  it.each([
    ["NOT_A_MEMBER", "country", { country: "VN", from: "2020-01-01", to: "2021-01-01" }],
    ["NOT_A_MEMBER", "country", { from: "2004-12-31", to: "2005-01-02" }],
    ["NOT_A_MEMBER", "country", { network: "ACCSM", country: "TL", from: "2030-01-01" }],
    ["DATE_OUT_OF_RANGE", "from", { edition: 9, from: "9999-12-31" }],
    ["DATE_OUT_OF_RANGE", "from", { edition: 9, from: "0001-01-01", to: "0002-01-01" }],
    ["DATE_OUT_OF_RANGE", "to", { edition: 9, to: "9999-12-31" }],
    ["EDITION_TAKEN", "edition", { edition: 1, from: "2010-01-01", to: "2011-01-01" }],
    [
      "EDITION_TAKEN",
      "edition",
      { network: "ACCSM", edition: 22, country: "VN", from: "2030-01-01" },
    ],
    ["ALREADY_CHAIRED", "from", { edition: 9, from: "2030-01-01" }],
    [
      "ALREADY_CHAIRED",
      "from",
      { network: "ACCSM", edition: 30, country: "ID", from: "2025-06-01" },
    ],
    ["UNKNOWN_NETWORK", "network", { network: "EU" }],
    ["UNKNOWN_COUNTRY", "country", { country: "QQ" }],
    ["UNKNOWN_AGENCY", "agency", { agency: "JP-XX" }],
    ["AGENCY_OF_ANOTHER_COUNTRY", "agency", { agency: "KR-MPM" }],
    [
      "AGENCY_NOT_IN_FORCE",
      "agency",
      { edition: 9, country: "KR", agency: "KR-CSC", from: "2007-01-01" },
    ],
    ["INVALID_NUMBER", "edition", { edition: 0 }],
    ["INVALID_PERIOD", "to", { to: "2025-01-01" }],
    ["INVALID_TEXT", "note", { note: "" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => appoint(input), code, field);
  });

  it("counts only the days on which a published turn, known by its years, certainly holds", async () => {
    // Cambodia chairs "2024" to "2026": certainly from the last day of 2024 to the first of 2026.
    const next = { network: "ACCSM", edition: 24, country: "ID" };
    await expectRefused(
      office,
      () => appoint({ ...next, from: "2025-12-31" }),
      "ALREADY_CHAIRED",
      "from",
    );
    expect((await appoint({ ...next, from: "2026-01-01" })).userErrors).toEqual([]);
  });

  it("has one effect where several appoint at once", async () => {
    const answers = await Promise.all(
      ["BN", "KH", "ID", "VN"].map((country, index) =>
        appoint({ network: "ACCSM_PLUS3", edition: 40 + index, country, from: "2027-01-01" }),
      ),
    );
    const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes.sort()).toEqual(["", "ALREADY_CHAIRED", "ALREADY_CHAIRED", "ALREADY_CHAIRED"]);
  });
});

describe("the end of a turn", () => {
  it("can be recorded, moved while to come, and not after it has passed", async () => {
    const [row] = await office.sql(
      "SELECT id FROM network_chair WHERE edition = 2 AND source_id IS NULL",
    );
    const id = String(row?.["id"]);
    const { node } = await end({ id, on: "2099-01-01", reason: "Handover." });
    expect(node).toMatchObject({ version: 2, to: "2099-01-01", endReason: "Handover." });
    await expectRefused(
      office,
      () => end({ id, on: "2098-01-01", expectedVersion: 1 }),
      "VERSION_CONFLICT",
      "expectedVersion",
    );
    expect((await end({ id, on: "2026-05-01" })).userErrors).toEqual([]);
    await expectRefused(office, () => end({ id, on: "2026-06-01" }), "ALREADY_ENDED", "id");
  });

  it.each([
    ["PUBLISHED_FACT", "id", { id: "accsm-chair-23", on: "2025-06-01" }],
    ["NOT_FOUND", "id", { id: "nobody", on: "2025-06-01" }],
  ])("is refused with %s at %s: %j", async (code, field, input) => {
    await expectRefused(office, () => end(input), code, field);
  });

  it("comes after the first day, has a reason that can be read, and gains only free days", async () => {
    const { node } = await appoint({
      edition: 50,
      country: "KR",
      from: "2040-01-01",
      to: "2041-01-01",
    });
    await appoint({ edition: 51, country: "JP", from: "2042-01-01" });
    const { id } = node;
    await expectRefused(office, () => end({ id, on: "2040-01-01" }), "INVALID_PERIOD", "on");
    await expectRefused(
      office,
      () => end({ id, on: "2041-06-01", reason: " " }),
      "INVALID_TEXT",
      "reason",
    );
    await expectRefused(office, () => end({ id, on: "2042-01-02" }), "ALREADY_CHAIRED", "on");
    expect((await end({ id, on: "2042-01-01" })).userErrors).toEqual([]);
  });
});

describe("a chair", () => {
  const member = { network: "CJK_PPN", country: "MN", role: "MEMBER", from: "2016-01-01" };
  const join = (input: object) =>
    office.run<Chair>("joinNetwork", { ...member, ...input }, "networkMembership", "id");

  it("is a member on every day of its turn, also of one that is moved", async () => {
    await join({ to: "2016-07-01" });
    await join({ from: "2016-07-01", to: "2017-01-01" });
    await join({ from: "2017-01-01", role: "OBSERVER", to: "2018-01-01" });
    const turn = { edition: 60, country: "MN", from: "2016-02-01" };
    await expectRefused(office, () => appoint(turn), "NOT_A_MEMBER", "country");
    const long = () => appoint({ ...turn, to: "2017-01-02" });
    await expectRefused(office, long, "NOT_A_MEMBER", "country");
    expect((await appoint({ ...turn, to: "2017-01-01" })).userErrors).toEqual([]);
    const network = { network: "CJK_PPN", country: "MN", role: "MEMBER" };
    await join({ ...network, from: "2030-01-01", to: "2031-01-01" });
    const next = { edition: 61, country: "MN", from: "2030-01-01", to: "2030-06-01" };
    const { id } = (await appoint(next)).node;
    await expectRefused(office, () => end({ id, on: "2031-01-02" }), "NOT_A_MEMBER", "on");
    expect((await end({ id, on: "2031-01-01" })).userErrors).toEqual([]);
  });
});

it("loading the published facts again changes no turn that was recorded", async () => {
  const rows = () => office.sql("SELECT * FROM network_chair ORDER BY id");
  const before = await rows();
  expect(await office.reload()).toEqual([]);
  expect(await rows()).toEqual(before);
});

it.each([
  ["one_recorded_chair_an_edition", "'CJK_PPN', 1, 'JP', '1990', '1990-01-01', '1991-01-01'"],
  ["one_recorded_chair_a_network_and_day", "'CJK_PPN', 99, 'JP', '2025', '2025-05-01', NULL"],
  ["network_chair_lasts_a_day", "'CJK_PPN', 99, 'JP', '1990', '1990-01-01', '1990-01-01'"],
])("the database refuses by %s what the code let through", async (constraint, values) => {
  const insert = `INSERT INTO network_chair (network_code, edition, country_code, from_date, first_day, end_day) VALUES (${values})`;
  await expect(office.sql(insert)).rejects.toMatchObject({ constraint });
});
