import { ownOf } from "../classification/shared-lists.fixture";
import { passTime } from "../../../test/support/pass-time";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";
import { importRows } from "./sheets.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeEach(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
});
afterEach(async () => {
  await office.close();
  await subgraph.stop();
});

/** A moment so many minutes ago, as an argument. */
const ago = (minutes: number) =>
  `"${DateTimeScalar.serialize(new Date(Date.now() - minutes * 60_000))}"`;
const pass = (minutes: number) => passTime(subgraph.ownerUrl, `${minutes} minutes`);

/** Everything of who was on dispatch on a day, in every list there is; the text as it came. */
async function onRecord(knownAt?: string): Promise<string> {
  const known = knownAt === undefined ? "" : `, knownAt: ${knownAt}`;
  const onDay = `dispatches(asOf: "2021-01-01"${known})`;
  const { text, errors } = await subgraph.execute(`{
    ${onDay} { totalCount pageInfo { endCursor } edges { cursor node { id version post startedOn returnedOn plannedTo payRatio state } } }
    byAgency: dispatches(asOf: "2021-01-01", filter: { homeAgency: { eq: "JP-METI" }, region: { eq: EUROPE } }, orderBy: { by: PLANNED_TO }${known}) { totalCount }
    dispatchHistory(first: 500${known}) { totalCount nodes { id version post state plannedFrom cancelledOn } }
    dispatchRegions { code ${onDay} { totalCount nodes { id } } }
    dispatchOrganizationTypes { code ${onDay} { totalCount } }
    _entities(representations: [{ __typename: "Country", code: "CH" }, { __typename: "Agency", code: "JP-METI" }]) {
      ... on Country { inCountry: ${onDay} { totalCount nodes { id post } } }
      ... on Agency { ofAgency: ${onDay} { totalCount nodes { id post } } }
    }
  }`);
  expect(errors).toEqual([]);
  return text;
}

interface Listed {
  readonly nodes: readonly { readonly post: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function pageAfter(after: string | null, knownAt: string): Promise<Listed | undefined> {
  const { data } = await subgraph.execute<{ dispatches: Listed }>(
    `query ($after: String) { dispatches(asOf: "2021-01-01", first: 2, after: $after, knownAt: ${knownAt}) {
       nodes { post } pageInfo { hasNextPage endCursor } } }`,
    { after },
  );
  return data.dispatches;
}

const postOf = async (id: string, knownAt: string) => {
  const { data } = await subgraph.execute<{ dispatch: { post: string; version: number } | null }>(
    `{ dispatch(id: "${id}", knownAt: ${knownAt}) { post version } }`,
  );
  return data.dispatch && `${data.dispatch.post} ${data.dispatch.version}`;
};

describe("what was on record", () => {
  it("stays byte for byte when it is corrected, while the answer of today changes", async () => {
    const { id } = await office.started();
    await office.started({ post: "Another" });
    const quoted = await onRecord();
    await pass(60);
    expect(await onRecord(ago(1))).toBe(quoted);
    await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2020-06-01" });
    await office.planned({ plannedFrom: "2019-01-01", plannedTo: "2022-01-01" });
    const now = await onRecord();
    expect(now).not.toBe(quoted);
    await pass(60);
    expect(await onRecord(ago(61))).toBe(quoted);
    expect(await onRecord(ago(1))).toBe(now);
    expect(await onRecord()).toBe(now);
  });

  it("is there of each of several corrections, by list and by id, and nothing before it was recorded", async () => {
    await pass(30);
    const { id } = await office.planned({ post: "First" });
    await pass(60);
    await office.done("changePlannedDispatch", "dispatch", { id, post: "Second" });
    await pass(60);
    await office.done("changePlannedDispatch", "dispatch", { id, post: "Third" });
    await pass(60);
    const moments = [ago(181), ago(121), ago(61), ago(2)];
    const posts = [];
    for (const moment of moments) posts.push(await postOf(id, moment));
    expect(posts).toEqual([null, "First 1", "Second 2", "Third 3"]);
  });

  it("keeps a dispatch that is removed from the tables", async () => {
    const { id } = await office.started();
    await pass(60);
    const quoted = await onRecord(ago(1));
    await office.owner.query("DELETE FROM dispatch WHERE id = $1", [id]);
    expect(await onRecord(ago(1))).toBe(quoted);
    expect(quoted).toContain(id);
    expect(await onRecord()).not.toContain(id);
  });

  it("keeps the kind and region that a dispatch had from its organization, in one version for one change", async () => {
    const organization = await office.organization();
    const { id } = await office.started({ organization: organization.id });
    await pass(60);
    const quoted = await onRecord(ago(1));
    await office.done("changeOrganization", "organization", {
      id: organization.id,
      region: "ASIA",
      type: "OTHER_INTERNATIONAL_ORGANIZATION",
    });
    await pass(60);
    expect(await onRecord(ago(61))).toBe(quoted);
    expect(await onRecord(ago(1))).not.toBe(quoted);
    const { rows } = await office.owner.query<{ region: string }>(
      "SELECT region_code AS region FROM dispatch_history WHERE id = $1 AND recorded_to > now() - interval '90 minutes'",
      [id],
    );
    expect(rows).toEqual([{ region: "EUROPE" }]);
  });

  it("keeps what a spreadsheet puts right, and has no trace of one that changes nothing", async () => {
    const { code } = await office.organization();
    const { personnelNumber } = await office.official();
    const row = {
      personnel_number: String(personnelNumber),
      organization: String(code),
      post: "Adviser",
      legal_basis: "ART2_1_1",
      planned_from: "2020-04-01",
      planned_to: "2022-04-01",
      consent_on: "2020-01-10",
      started_on: "2020-04-01",
    };
    expect(await importRows(subgraph.ownerUrl, "dispatches", [row])).toMatchObject({
      reported: [],
    });
    await pass(60);
    const quoted = await onRecord(ago(1));
    await importRows(subgraph.ownerUrl, "dispatches", [row]);
    const history = () =>
      office.owner.query("SELECT FROM dispatch_history").then(({ rowCount }) => rowCount);
    const before = await history();
    await importRows(subgraph.ownerUrl, "dispatches", [{ ...row, post: "Counsellor" }]);
    expect([before, await history()]).toEqual([0, 1]);
    expect(await onRecord(ago(1))).toBe(quoted);
    expect(await onRecord()).toContain("Counsellor");
  });

  it("has every version that writers at the same time leave, one after the other", async () => {
    const { id } = await office.planned({ post: "Post 0" });
    const posts = Array.from({ length: 12 }, (_, index) => `Post ${index + 1}`);
    await Promise.all(
      posts.map((post) => office.done("changePlannedDispatch", "dispatch", { id, post })),
    );
    const { rows } = await office.owner.query<{ version: number; follows: boolean }>(
      `SELECT version, recorded_to = coalesce(lead(recorded_at) OVER (ORDER BY version),
         (SELECT recorded_at FROM dispatch d WHERE d.id = h.id)) AS follows
       FROM dispatch_history h WHERE id = $1 ORDER BY version`,
      [id],
    );
    expect(rows).toEqual(posts.map((_post, index) => ({ version: index + 1, follows: true })));
  });

  it("is read page by page with the cursors of its list", async () => {
    for (const post of ["A", "B", "C"]) await office.started({ post });
    const { id } = await office.started({ post: "D" });
    await pass(60);
    const moment = ago(1);
    await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2020-05-01" });
    const seen: string[] = [];
    for (let page = await pageAfter(null, moment); page;) {
      seen.push(...page.nodes.map(({ post }) => post));
      const { hasNextPage, endCursor } = page.pageInfo;
      page = hasNextPage ? await pageAfter(endCursor, moment) : undefined;
    }
    expect(seen.sort()).toEqual(["A", "B", "C", "D"]);
  });

  it("is found where nobody on record today began so early", async () => {
    const term = { plannedFrom: "2010-04-01", plannedTo: "2014-04-01" };
    const { id } = await office.consented(term, "2010-01-10");
    await office.done("startDispatch", "dispatch", { id, startedOn: "2010-04-01" });
    await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2014-04-01" });
    await pass(60);
    await office.owner.query("DELETE FROM dispatch");
    const count = async (known: string) => {
      const query = `{ dispatches(asOf: "2014-03-31"${known}) { totalCount } }`;
      const { data } = await subgraph.execute<{ dispatches: { totalCount: number } }>(query);
      return data.dispatches.totalCount;
    };
    expect([await count(`, knownAt: ${ago(1)}`), await count("")]).toEqual([1, 0]);
  });

  it("takes one statement more, however many parents there are", async () => {
    await pass(60);
    const { statements } = await subgraph.execute(
      `{ dispatchRegions { dispatches(asOf: "2021-01-01", knownAt: ${ago(1)}) { totalCount nodes { id } } } }`,
    );
    expect(ownOf(statements)).toEqual([
      "Dispatch.byRegionCode",
      "Dispatch.byRegionCode.count",
      "historyStartByTable",
    ]);
  });
});

describe("a moment", () => {
  const unreadable = (shown: string) =>
    `Expected an instant such as "2024-03-31T23:59:59+09:00" or a day such as "2024-03-31", received ${shown}.`;
  const refusalOf = async (knownAt: string, field = "dispatches") => {
    const selection = field.startsWith("dispatch(") ? "{ id }" : "{ totalCount }";
    const call = `${field.replace(")", "")}${field.includes("(") ? "," : "("} knownAt: ${knownAt})`;
    const { errors } = await subgraph.execute(`{ ${call} ${selection} }`);
    return errors.map(({ extensions, message }) => `${String(extensions?.["code"])}: ${message}`);
  };
  const future = DateTimeScalar.serialize(new Date(Date.now() + 3_600_000));

  it.each([
    ['"yesterday"', unreadable('"yesterday"')],
    ['"2024-02-30"', unreadable('"2024-02-30"')],
    ["20240331", unreadable("20240331")],
    [
      `"${future}"`,
      `Expected a moment at least a minute past (of a day, its end in Asia/Tokyo), received "${future}".`,
    ],
    [
      '"2999-12-31"',
      'Expected a moment at least a minute past (of a day, its end in Asia/Tokyo), received "2999-12-31".',
    ],
  ])("is refused where it is %s", async (knownAt, message) => {
    expect(await refusalOf(knownAt)).toEqual([`INVALID_KNOWN_AT: ${message}`]);
  });

  it("is refused less than a minute ago, and before the history began, in lists and by id", async () => {
    expect(await refusalOf(ago(0.5))).toEqual([
      expect.stringContaining("INVALID_KNOWN_AT: Expected a moment at least a minute past"),
    ]);
    await pass(60);
    expect(await refusalOf(ago(30))).toEqual([]);
    for (const field of ["dispatches", "dispatchHistory", 'dispatch(id: "none")']) {
      expect(await refusalOf('"2020-03-31"', field)).toEqual([
        expect.stringMatching(
          /^INVALID_KNOWN_AT: Expected a moment from \d{4}-\S+\+09:00 on, since when the history of dispatch is kept, received 2020-03-31T23:59:59\.999\+09:00\.$/,
        ),
      ]);
    }
  });
});

it("the restricted role reads the history and writes none of it", async () => {
  const { rows } = await office.owner.query<{ privilege: string; has: boolean }>(
    `SELECT t AS table, array_agg(p ORDER BY p) AS has FROM unnest(ARRAY['dispatch_history', 'history_start']) t,
       unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) p
     WHERE has_table_privilege('dispatch_app', t, p) GROUP BY t ORDER BY t`,
  );
  expect(rows).toEqual([
    { table: "dispatch_history", has: ["SELECT"] },
    { table: "history_start", has: ["SELECT"] },
  ]);
});
