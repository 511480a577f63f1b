import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputObjectType,
  isInputObjectType,
  isObjectType,
  parse,
} from "graphql";
import { Client } from "pg";
import { roleScopes } from "../../gateway/access/roles";
import { type AreaName, areaNames } from "../../subgraphs/areas";
import type { Caller } from "../../subgraphs/kit/caller";
import { assertionHeaders, testCaller } from "../support/assertions";
import { randomFilter } from "../support/filters/random-filter";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { postGraphql } from "../support/post-graphql";
import { Sweep } from "../support/sweep";

const sweep = new Sweep("subgraphs/kit/filter", "subgraphs/kit/connection", "test/support/filters");
const cases = 200;

interface FilteredList {
  readonly area: AreaName;
  readonly name: string;
  readonly filter: GraphQLInputObjectType;
  /** A field that tells its nodes apart. */
  readonly key: string;
}

/** All lists at the top of the graph whose filters have `and`, `or` and `not`. */
const lists = areaNames.flatMap((area): FilteredList[] => {
  const sdl = readFileSync(join(__dirname, "..", "..", "schema", `${area}.graphql`), "utf8");
  const query = buildSubgraphSchema(parse(sdl)).getQueryType();
  return Object.values(query?.getFields() ?? {}).flatMap((field) => {
    const filter = getNamedType(field.args.find(({ name }) => name === "filter")?.type);
    if (!isInputObjectType(filter) || !("not" in filter.getFields())) return [];
    return [{ area, name: field.name, filter, key: keyOf(field) }];
  });
});

function keyOf({ type }: GraphQLField<unknown, unknown>): string {
  const connection = getNamedType(type);
  const nodes = isObjectType(connection) ? connection.getFields()["nodes"]?.type : undefined;
  const node = getNamedType(nodes);
  if (!isObjectType(node)) throw new Error("a list without nodes");
  return ["id", "code"].find((name) => name in node.getFields()) ?? "__typename";
}

const worthAsking = {
  "ApplicationFilter.fiscalYear": [2021, 2023],
  "CohortFilter.number": [20, 28],
  "DispatchFilter.payRatio": [0, 70, 100],
  "DispatchHistoryFilter.payRatio": [0, 70, 100],
  "MunicipalityFilter.prefecture": ["01", "13", "47"],
  "NetworkEventFilter.edition": [1, 5, 16],
  "OfficialFilter.personnelNumber": ["SYN-1-0", "SYN-12-0", "SYN-1200-0"],
  "OrganizationFilter.country": ["FR", "US", "CH"],
  "PlacementFilter.hostAgency": ["JP-METI"],
  "PublishedFigureFilter.fiscalYear": [2013, 2023],
  "PublishedFigureFilter.value": [100, 300],
};

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

async function rows<Row extends object>(area: AreaName, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: graph.databases[area].ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("a random filter", () => {
  const callers: readonly { readonly role: string; readonly caller: Partial<Caller> }[] = [
    { role: "public", caller: { roles: ["public"], scopes: new Set(roleScopes.public) } },
    {
      role: "municipality",
      caller: {
        scopes: new Set(roleScopes.municipality),
        attributes: { municipality: "131016" },
      },
    },
    { role: "analyst", caller: { scopes: new Set(roleScopes.analyst) } },
    { role: "dispatch-officer", caller: { scopes: new Set(roleScopes["dispatch-officer"]) } },
    { role: "recruitment-officer", caller: { scopes: new Set(roleScopes["recruitment-officer"]) } },
  ];
  const headersOf = async (role: string) =>
    role === "public" ? { authorization: undefined } : callerHeaders(role);

  it("is answered through the gateway as by the subgraph alone, whoever asks", async () => {
    const asked = fc
      .tuple(fc.constantFrom(...lists), fc.constantFrom(...callers))
      .chain(([list, { role, caller }]) =>
        randomFilter(list.filter, worthAsking, 3).map((filter) => ({ list, role, caller, filter })),
      );
    const codes = new Map<string, number>();
    const check = sweep.checking(async (one: Asked) => {
      const { list, role, caller, filter } = one;
      const { area, name, key } = list;
      const query = `query ($filter: ${list.filter.name}) { all: ${name}(filter: $filter, first: 20) { totalCount nodes { ${key} } } }`;
      const through = await graph.execute(query, { filter }, await headersOf(role));
      const alone = await postGraphql(graph.subgraphs[area].url, query, { filter }, (body) =>
        assertionHeaders(area, body, { requestId: "alone", caller: testCaller(caller) }),
      );
      expect(codesOf(through)).toEqual(codesOf(alone));
      const [code = "none"] = codesOf(through);
      if (code !== "FORBIDDEN") expect(through.data).toEqual(alone.data);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    });
    await fc.assert(fc.asyncProperty(asked, check), { numRuns: cases, seed: 1605 });
    for (const code of ["none", "FORBIDDEN"]) {
      expect(codes.get(code)).toBeGreaterThan(sweep.share(cases) / 10);
    }
  });
});

interface Asked {
  readonly list: FilteredList;
  readonly role: string;
  readonly caller: Partial<Caller>;
  readonly filter: object;
}

function codesOf({ errors }: { readonly errors: readonly { extensions?: { code?: string } }[] }) {
  return errors.map(({ extensions }) => extensions?.code);
}

describe("a filter", () => {
  it.each([
    [
      "analyst",
      `{ organizations(filter: { or: [{ dispatches: { none: { post: { eq: "x" } } } }, { code: { eq: "y" } }] }) { totalCount } }`,
      "dispatches in organizations",
    ],
    [
      "municipality",
      `{ municipalities(filter: { not: { engagements: { some: {} } } }) { totalCount } }`,
      "engagements in municipalities",
    ],
    [
      "municipality",
      `{ externalPersonnelList(filter: { and: [{ engagements: { some: { municipalityIs: { kana: { eq: "x" } } } } }] }) { totalCount } }`,
      "engagements in externalPersonnelList",
    ],
    [
      "municipality",
      `{ externalPersonnelList(filter: { or: [{ not: { applicantNumber: { eq: "x" } } }] }) { totalCount } }`,
      "applicantNumber in externalPersonnelList",
    ],
  ])(
    "of a caller with the role %s does not reach what it may not see: %s",
    async (role, query, place) => {
      const { errors, calls } = await graph.execute(query, {}, await callerHeaders(role));
      expect(codesOf({ errors })).toEqual(["FORBIDDEN"]);
      expect(errors[0]?.message).toContain(place);
      expect(calls).toEqual([]);
    },
  );

  it("on related records about persons needs a purpose, though the list is about nobody", async () => {
    const { errors } = await graph.execute(
      `{ organizations(filter: { dispatches: { some: {} } }) { totalCount } }`,
      {},
      { "graph-purpose": undefined },
    );
    expect(codesOf({ errors })).toEqual(["PURPOSE_REQUIRED"]);
  });

  it("costs 10 for each condition on related records, however it is nested", async () => {
    const some = "dispatches: { some: { official: { name: { eq: $name } } } }";
    const query = `query ($name: String) { organizations(first: 0, filter: { or: [{ ${some} }, { not: { ${some} } }] }) { nodes { id } } }`;
    const { extensions } = await graph.execute<unknown>(query, { name: "x" });
    expect(extensions).toMatchObject({ cost: { estimated: 41 } });
  });

  it("that is too deep is refused at the list, with what was received", async () => {
    const { errors } = await graph.execute(
      `{ sent: officials(filter: { not: { not: { not: { not: { not: { name: { eq: "x" } } } } } } }) { totalCount } }`,
    );
    expect(errors).toMatchObject([{ path: ["sent"], extensions: { code: "INVALID_FILTER" } }]);
    expect(errors[0]?.message).toContain("deeper one at filter.not.not.not.not.not.");
  });

  it("on persons is put on record with whom it looks for, wherever it names them", async () => {
    const [sought] = await rows<{ id: string }>(
      "dispatch",
      "SELECT id FROM official WHERE personnel_number = 'SYN-1200-0'",
    );
    const named = `{ personnelNumber: { eq: "SYN-1200-0" } }`;
    const nowhere = `post: { eq: "there is no such post" }`;
    for (const query of [
      `{ officials(filter: { or: [${named}, { homeAgency: { in: [] } }], nameKana: { isNull: true } }, first: 1) { totalCount } }`,
      `{ dispatches(filter: { ${nowhere}, not: { official: ${named} } }) { totalCount } }`,
      `{ organizations(filter: { dispatches: { none: { ${nowhere}, official: { and: [${named}] } } } }, first: 1) { totalCount } }`,
    ]) {
      expect(await recorded(query)).toContain(`official:${sought?.id}`);
    }
  });

  it("on related records is put on record with the persons that it is about", async () => {
    const day = "2014-03-31";
    const there = `FROM dispatch WHERE organization_code = 'X' AND started_on <= '${day}' AND on_dispatch_until > '${day}'`;
    const [largest] = await rows<{ code: string }>(
      "dispatch",
      `SELECT organization_code AS code FROM dispatch WHERE started_on <= '${day}' AND on_dispatch_until > '${day}'
       AND pay_ratio = 100 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    );
    const code = largest?.code ?? "";
    const among = async (condition: string) => {
      const sql = `SELECT DISTINCT 'official:' || official_id AS id ${there.replace("'X'", `'${code}'`)} ${condition}`;
      return (await rows<{ id: string }>("dispatch", sql)).map(({ id }) => id).sort();
    };
    const paid = await among("AND pay_ratio = 100");
    expect(paid.length).toBeGreaterThan(0);
    const ask = (condition: string) =>
      recorded(
        `{ organizations(filter: { code: { eq: "${code}" }, ${condition} }) { totalCount } }`,
        { "graph-as-of": day },
      );
    expect(await ask("dispatches: { some: { payRatio: { eq: 100 } } }")).toEqual(paid);
    const all = await among("");
    // Each of these says something of everybody there.
    for (const condition of [
      "dispatches: { every: { payRatio: { eq: 100 } } }",
      "dispatches: { none: { payRatio: { lte: 99 } } }",
      "not: { dispatches: { some: { payRatio: { lte: 99 } } } }",
    ]) {
      expect(await ask(condition)).toEqual(all);
    }
  });

  it("by the home agency goes by the day of the list, or else by that of the request", async () => {
    const [moved] = await rows<{ number: string; day: string; agency: string }>(
      "dispatch",
      `SELECT o.personnel_number AS number, h.from_date::text AS day, h.agency_code AS agency FROM official_home_agency h
       JOIN official o ON o.id = h.official_id
       WHERE h.to_date < '2020-01-01' LIMIT 1`,
    );
    if (!moved) throw new Error("nobody has moved");
    const { number, day, agency } = moved;
    const of = `personnelNumber: { eq: "${number}" }, homeAgency: { eq: "${agency}" }`;
    const query = `{ officials(filter: { ${of} }) { nodes { homeAgency { code } } } }`;
    const then = await graph.execute(query, {}, { "graph-as-of": day });
    expect(then.data).toEqual({ officials: { nodes: [{ homeAgency: { code: agency } }] } });
  });

  /** The persons of the one entry that a request leaves. */
  async function recorded(query: string, headers = {}): Promise<readonly string[]> {
    const before = (await graph.audit.entries()).length;
    const { errors } = await graph.execute(query, {}, headers);
    expect(errors).toEqual([]);
    const entries = (await graph.audit.entries()).slice(before);
    expect(entries).toHaveLength(1);
    return entries[0]?.persons ?? [];
  }
});
