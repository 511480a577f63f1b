import { ownOf } from "../classification/shared-lists.fixture";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";

interface Listed {
  totalCount: number;
  nodes: { post: string }[];
}

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
  const who = await office.organization({ code: "WHO", nameEn: "WHO", country: "CH" });
  const adb = await office.organization({
    code: "ADB",
    nameJa: "アジア開発銀行",
    nameEn: "ADB",
    type: "OTHER_INTERNATIONAL_ORGANIZATION",
    region: "ASIA",
    country: "PH",
  });
  const ministry = await office.organization({
    code: "MINEFI",
    nameEn: "Ministry",
    type: "FOREIGN_GOVERNMENT",
    country: "FR",
  });
  const official = await office.official({ personnelNumber: "P-FIRST", name: "First" });
  const mof = await office.official({ personnelNumber: "P-MOF", homeAgency: "JP-MOF" });
  const first = await office.started(
    { official: official.id, organization: who.id, post: "First", payRatio: 70 },
    "2020-04-01",
  );
  await office.done("returnFromDispatch", "dispatch", { id: first.id, returnedOn: "2021-04-01" });
  await office.started({ official: mof.id, organization: adb.id, post: "Second" }, "2020-06-01");
  const third = await office.started(
    {
      official: official.id,
      organization: ministry.id,
      legalBasis: "ART2_1_2",
      post: "Third",
      plannedFrom: "2021-04-01",
      plannedTo: "2023-04-01",
    },
    "2021-04-01",
  );
  await office.done("returnFromDispatch", "dispatch", { id: third.id, returnedOn: "2022-01-01" });
  await office.planned({
    official: official.id,
    organization: who.id,
    post: "Fourth",
    country: "DJ",
    plannedFrom: "2024-04-01",
    plannedTo: "2025-04-01",
  });
  const fifth = await office.planned({ organization: adb.id, post: "Fifth" });
  await office.done("cancelDispatch", "dispatch", { id: fifth.id, reason: "No longer needed" });
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

async function posts(field: string, args: string): Promise<string[]> {
  const { data } = await subgraph.execute<Record<string, Listed>>(
    `{ ${field}(${args}) { totalCount nodes { post } } }`,
  );
  const { nodes, totalCount } = data[field] ?? { nodes: [], totalCount: -1 };
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ post }) => post);
}

describe("who is on dispatch on a day", () => {
  it.each([
    ["2020-03-31", []],
    ["2020-04-01", ["First"]],
    ["2021-03-31", ["Second", "First"]],
    ["2021-04-01", ["Third", "Second"]],
    ["2021-12-31", ["Third", "Second"]],
    ["2022-01-01", ["Second"]],
    ["2024-06-01", ["Second"]],
  ])("follows what happened and not what was planned: %s", async (day, expected) => {
    expect(await posts("dispatches", `asOf: "${day}"`)).toEqual(expected);
  });

  it("is asked of today by default, and who has not returned is on dispatch beyond the term", async () => {
    expect(await posts("dispatches", "first: 10")).toEqual(["Second"]);
  });

  it("is asked of countries, agencies, regions, kinds and organizations alike", async () => {
    const list = `dispatches(asOf: "2021-04-01") { nodes { post } }`;
    const { data } = await subgraph.execute(
      `{ france: country(code: "FR") { ${list} } philippines: country(code: "PH") { ${list} }
         japan: country(code: "JP") { ${list} } metiOfThirdAndNotOfSecond: agency(code: "JP-METI") { ${list} }
         dispatchRegions { code ${list} } dispatchOrganizationTypes { code ${list} }
         organizations(filter: { code: { in: ["ADB", "WHO"] } }) { nodes { code ${list} } } }`,
    );
    const nodes = (...names: string[]) => ({
      dispatches: { nodes: names.map((post) => ({ post })) },
    });
    expect(data).toMatchObject({
      france: nodes("Third"),
      philippines: nodes("Second"),
      japan: nodes(),
      metiOfThirdAndNotOfSecond: nodes("Third"),
      organizations: {
        nodes: [
          { code: "ADB", ...nodes("Second") },
          { code: "WHO", ...nodes() },
        ],
      },
    });
    const ofKind = data as Record<string, { code: string; dispatches: Listed }[]>;
    const counted = (field: string) =>
      ofKind[field]?.filter((part) => part.dispatches.nodes.length > 0).map(({ code }) => code);
    expect(counted("dispatchRegions")).toEqual(["ASIA", "EUROPE"]);
    expect(counted("dispatchOrganizationTypes")).toEqual([
      "OTHER_INTERNATIONAL_ORGANIZATION",
      "FOREIGN_GOVERNMENT",
    ]);
  });
});

describe("all dispatches", () => {
  const all = ["Fourth", "Third", "Second", "Fifth", "First"];

  it("come latest first day first, those planned and cancelled included", async () => {
    const history = await posts("dispatchHistory", "first: 10");
    expect(history.filter((post) => post !== "Fifth")).toEqual(
      all.filter((post) => post !== "Fifth"),
    );
    expect(history).toHaveLength(5);
  });

  it.each([
    [`state: { in: [PLANNED, CANCELLED] }`, ["Fifth", "Fourth"]],
    [`organization: { eq: "WHO" }`, ["First", "Fourth"]],
    [`organizationType: { eq: FOREIGN_GOVERNMENT }`, ["Third"]],
    [`region: { eq: ASIA }`, ["Fifth", "Second"]],
    [`country: { eq: "DJ" }`, ["Fourth"]],
    [`homeAgency: { eq: "JP-MOF" }`, ["Second"]],
    [`legalBasis: { eq: ART2_1_2 }`, ["Third"]],
    [`startedOn: { gte: "2020-06-01" }`, ["Second", "Third"]],
    [`startedOn: { isNull: true }`, ["Fifth", "Fourth"]],
    [`returnedOn: { lte: "2021-12-31" }`, ["First"]],
    [`plannedFrom: { eq: "2024-04-01" }`, ["Fourth"]],
    [`plannedTo: { lte: "2022-04-01" }`, ["Fifth", "First", "Second"]],
    [`payRatio: { gte: 50, lte: 80 }`, ["First"]],
    [`post: { contains: "FI" }`, ["Fifth", "First"]],
  ])("are found by %s", async (filter, expected) => {
    expect((await posts("dispatchHistory", `filter: { ${filter} }`)).sort()).toEqual(expected);
  });

  it("come in the order asked for, page by page", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Record<string, PageOf> } = await subgraph.execute<
        Record<string, PageOf>
      >(
        `query ($after: String) { dispatchHistory(first: 2, after: $after, orderBy: [{ by: RETURNED_ON }, { by: STARTED_ON }]) {
           nodes { post } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const page: PageOf | undefined = data["dispatchHistory"];
      seen.push(...(page?.nodes.map(({ post }) => post) ?? []));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(["First", "Third", "Fifth", "Second", "Fourth"]);
    const { data } = await subgraph.execute(
      `{ dispatchHistory(orderBy: [{ by: PLANNED_TO, direction: DESC }], first: 2) { nodes { post } } }`,
    );
    expect(data["dispatchHistory"]).toEqual({ nodes: [{ post: "Fourth" }, { post: "Third" }] });
  });

  it("are given by official, with the agency of each day", async () => {
    const { data } = await subgraph.execute(
      `{ officials(filter: { personnelNumber: { eq: "P-FIRST" } }) { nodes { name
           before: homeAgency(asOf: "2000-03-31") { code } then: homeAgency(asOf: "2000-04-01") { code }
           homeAgencyHistory { from to agency { code } }
           dispatches(orderBy: [{ by: STARTED_ON }]) { totalCount nodes { post } } } } }`,
    );
    expect(data["officials"]).toEqual({
      nodes: [
        {
          name: "First",
          before: null,
          then: { code: "JP-METI" },
          homeAgencyHistory: [{ from: "2000-04-01", to: null, agency: { code: "JP-METI" } }],
          dispatches: {
            totalCount: 3,
            nodes: [{ post: "First" }, { post: "Third" }, { post: "Fourth" }],
          },
        },
      ],
    });
  });
});

interface PageOf {
  nodes: { post: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe("organizations and officials", () => {
  it("are found by their filters", async () => {
    const { data } = await subgraph.execute(
      `{ byName: organizations(filter: { nameJa: { contains: "開発" } }) { nodes { code name(language: JA) } }
         byKind: organizations(filter: { type: { eq: UNITED_NATIONS }, region: { eq: EUROPE }, country: { eq: "CH" } }) { nodes { code } }
         inOrder: organizations(orderBy: [{ by: NAME, direction: DESC }], first: 1) { nodes { code } }
         officials(filter: { homeAgency: { eq: "JP-MOF" } }, orderBy: [{ by: NAME }]) { nodes { personnelNumber } } }`,
    );
    expect(data).toMatchObject({
      byName: { nodes: [{ code: "ADB", name: "アジア開発銀行" }] },
      byKind: { nodes: [{ code: "WHO" }] },
      inOrder: { nodes: [{ code: "WHO" }] },
      officials: { nodes: [{ personnelNumber: "P-MOF" }] },
    });
  });

  it("are null where nobody has the id", async () => {
    const { data } = await subgraph.execute(
      `{ dispatch(id: "none") { id } official(id: "none") { id } organization(id: "none") { id } }`,
    );
    expect(data).toEqual({ dispatch: null, official: null, organization: null });
  });
});

describe("the number of statements", () => {
  it("is one a step for the dispatches of all countries with organizations, officials and agencies", async () => {
    const { statements } = await subgraph.execute(
      `{ countries { dispatches(asOf: "2021-04-01", first: 5) { totalCount nodes {
           organization { name type { code } region { code } country { code } }
           official { name homeAgency { code } } legalBasis { code } extensions { newTo } homeAgency { code } } } } }`,
    );
    expect(ownOf(statements)).toEqual([
      "Dispatch.byCountryCode",
      "Dispatch.byCountryCode.count",
      "extensionsByDispatchId",
      "homeAgencyByOfficialId",
      "officialById",
      "organizationByCode",
    ]);
  });

  it("is one for the dispatches of all officials, and one for all agencies", async () => {
    const { statements } = await subgraph.execute(
      `{ officials { nodes { homeAgencyHistory { from } dispatches { nodes { post } } } }
         agencies(filter: { countries: ["JP"] }) { dispatches { totalCount } } }`,
    );
    expect(statements.sort()).toEqual([
      "Dispatch.byHomeAgencyCode.count",
      "DispatchHistory.byOfficialId",
      "Official",
      "homeAgencyHistoryByOfficialId",
    ]);
  });
});
