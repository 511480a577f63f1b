import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  isEnumType,
  isListType,
  isObjectType,
  isRequiredArgument,
  type GraphQLFormattedError,
  parse as parseDocument,
} from "graphql";
import { areaNames } from "../../subgraphs/areas";
import type { ErrorCode } from "../../subgraphs/kit/errors";
import { errorSentences } from "../../subgraphs/kit/japanese/error-sentences";
import { startTestGraph, type TestGraph } from "../support/graph";
import type { TestHeaders } from "../support/identity";

type Node = Record<string, unknown>;

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const root = join(__dirname, "..", "..");
const schema = buildASTSchema(
  parseDocument(readFileSync(join(root, "schema/supergraph.graphql"), "utf8")),
  { assumeValid: true, assumeValidSDL: true },
);

const figures = areaNames.map((area) => `${area}Figures(first: 500) { nodes { $ } }`);
const measures = areaNames.map((area) => `${area}Measures { $ }`);
const values = ["dispatch", "cooperation"].map((area) => `${area}DimensionValues { $ }`);

/** Where all that is published has its texts; `$` is where they are asked for, of the type that stands there. */
const places: (readonly [type: string, query: string])[] = [
  ["Country", "countries { $ }"],
  ["Agency", "agencies { $ }"],
  ["Source", "sources { $ }"],
  ["FiscalYear", "fiscalYears(from: 2000, to: 2003) { $ }"],
  ...figures.map((query) => ["PublishedFigure", query] as const),
  ...measures.map((query) => ["PublishedMeasure", query] as const),
  ...values.map((query) => ["FigureDimensionValue", query] as const),
  ["SkillStandard", "skillStandard { $ }"],
  ["SkillCategory", "skillStandard { categories { $ } }"],
  ["Solicitation", "solicitations { nodes { $ } }"],
  ["Municipality", 'municipality(code: "221309") { wardHistory { $ } }'],
  ["Prefecture", 'municipality(code: "221309") { prefecture { $ } }'],
  ["DispatchRegion", "dispatchRegions { $ }"],
  ["DispatchOrganizationType", "dispatchOrganizationTypes { $ }"],
  ["DispatchLegalBasis", "dispatchLegalBases { $ }"],
  ["FellowshipProgram", "fellowshipPrograms { $ }"],
  ["FellowshipPhase", "fellowshipPrograms { phases { $ } }"],
  ["Cohort", "cohorts(first: 500) { nodes { $ } }"],
  ["Network", "networks { $ }"],
  ["NetworkMembership", "networks { membershipHistory { $ } }"],
  ["NetworkChair", "networks { chairHistory { $ } }"],
  ["NetworkEvent", "networkEvents(first: 500) { nodes { $ } }"],
  ["Invitation", "invitations(first: 500) { nodes { $ } }"],
  ["TrainingCourse", "trainingCourses { $ }"],
  ...areaNames.flatMap((area) => {
    const ofAll = statisticsOfAllMeasures(area);
    return [
      [`${upperFirst(area)}Statistics`, ofAll] as const,
      ["StatisticsDimension", ofAll.replaceAll("$", "dimensions { $ }")] as const,
    ];
  }),
  [
    "DisclosureReport",
    "dispatchStatistics(measure: DEPARTURES, fiscalYears: 2023) { disclosure { $ } }",
  ],
];

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

it("Every type with a text in two languages is asked below, but for what offices alone record.", () => {
  const withTexts = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => textsOf(type).length > 0)
    .map(({ name }) => name);
  const asked = new Set(places.map(([type]) => type));
  expect(withTexts.filter((type) => !asked.has(type))).toEqual(["Organization"]);
});

describe("every text is there in both languages, by argument and by header, and says if it is ours:", () => {
  it.each(places)("%s in %s", async (type, query) => {
    const fields = textsOf(schema.getType(type) as GraphQLObjectType);
    const each = fields.flatMap(({ name }) => [
      name,
      `${name}En: ${name}(language: EN)`,
      `${name}Ja: ${name}(language: JA)`,
    ]);
    const selection = each.join(" ");
    const document = `{ ${query.replaceAll("$", selection)} }`;
    const inEnglish = await graph.execute(document);
    const inJapanese = await graph.execute(document, {}, { "accept-language": "ja" });
    expect([...inEnglish.errors, ...inJapanese.errors]).toEqual([]);
    const nodes = nodesWith(inEnglish.data, `${fields[0]?.name}Ja`);
    const others = nodesWith(inJapanese.data, `${fields[0]?.name}Ja`);
    expect(nodes.length).toBeGreaterThan(0);
    for (const [index, node] of nodes.entries()) {
      for (const { name } of fields) {
        const [en, ja] = [node[`${name}En`], node[`${name}Ja`]];
        expect([name, node[name], others[index]?.[name]]).toEqual([name, en, ja]);
        expect([name, ja === null]).toEqual([name, en === null]);
        // Some are the same in both languages: proper names, and places such as "1 (2)".
        if (en !== ja)
          expect([name, en, JSON.stringify(ja)]).toEqual([
            name,
            en,
            expect.stringMatching(japanese),
          ]);
      }
    }
  });
});

it("A query for texts in Japanese sends the statements that the same in English sends.", async () => {
  const query = `{ dispatchFigures(first: 50) { nodes { note locator partName unitName ourTranslations } }
    dispatchMeasures { name definition dimensionNames } networkEvents(first: 50) { nodes { title theme city note } } }`;
  const english = await graph.execute(query);
  const other = await graph.execute(query, {}, { "accept-language": "ja" });
  expect(other.statements).toEqual(english.statements);
  expect(other.statements.dispatch).toEqual([
    "PublishedFigure",
    "dimensionsByMeasure",
    "dispatchMeasures",
  ]);
});

it("What agencies have said in Japanese is theirs; what they have not is marked as ours.", async () => {
  const { data } = await graph.execute(
    `{ fifteenth: networkEvent(id: "cjk-ppn-symposium-15") { ...Texts }
       seventh: networkEvent(id: "cjk-ppn-symposium-7") { ...Texts originalTheme }
       dispatchRegions { name ours: ourTranslations(language: JA) oursInEnglish: ourTranslations(language: EN) } }
     fragment Texts on NetworkEvent { title theme city ourTranslations }`,
    {},
    { "accept-language": "ja" },
  );
  expect(data).toMatchObject({
    fifteenth: {
      title: "日中韓人事行政ネットワーク第15回三国共催シンポジウム",
      theme: "公務管理に関する法制度",
      city: "西安",
      ourTranslations: ["note", "city"],
    },
    seventh: {
      title: "第7回三国共催シンポジウム",
      theme: "採用を通じた公職の多様性の確保方策",
      originalTheme: "채용을 통한 공직의 다양성 확보 방안",
      ourTranslations: ["note", "title", "theme", "city"],
    },
  });
  expect((data["dispatchRegions"] as Node[])[1]).toEqual({
    name: "欧州",
    ours: ["note"],
    oursInEnglish: ["name"],
  });
});

it("What an office has recorded is shown as it has written it, even where a published text is the same.", async () => {
  const fields = `titleJa: title(language: JA) cityJa: city(language: JA) ourTranslations(language: JA)`;
  const { data, errors } = await graph.execute(
    `mutation ($input: PlanEventInput!) { planEvent(input: $input) { networkEvent { id } userErrors { code } } }`,
    {
      input: {
        network: "CJK_PPN",
        kind: "SYMPOSIUM",
        edition: 91,
        title: "Joint Symposium",
        startsOn: "2031-03-31",
        country: "KR",
        city: "Seoul",
        idempotencyKey: "languages",
      },
    },
  );
  expect(errors).toEqual([]);
  const { networkEvent } = data["planEvent"] as { networkEvent: { id: string } };
  const shown = await graph.execute(`query ($id: ID!) { networkEvent(id: $id) { ${fields} } }`, {
    id: networkEvent.id,
  });
  expect(shown.data).toEqual({
    networkEvent: { titleJa: "Joint Symposium", cityJa: "Seoul", ourTranslations: [] },
  });
});

describe("a request that is refused or broken", () => {
  const nobody: TestHeaders = { authorization: undefined };

  const operations: [code: ErrorCode, query: string, variables: object][] = [
    ["GRAPHQL_PARSE_FAILED", "{", {}],
    ["GRAPHQL_VALIDATION_FAILED", "{ nothing countries { nothingEither } }", {}],
    ["GRAPHQL_VALIDATION_FAILED", "{ countries(order: 1) { code } }", {}],
    ["BAD_USER_INPUT", "query ($n: Int) { dispatchFigures(first: $n) { totalCount } }", { n: "x" }],
    ["INVALID_PAGE_SIZE", "{ dispatchFigures(first: 501) { totalCount } }", {}],
    ["INVALID_FIGURE_ID", '{ publishedFigure(id: "No figure") { id } }', {}],
    [
      "INVALID_FILTER",
      '{ dispatchFigures(filter: { measure: { eq: "none_such" } }) { totalCount } }',
      {},
    ],
    ["INVALID_DATE", '{ network(code: "CJK_PPN") { members(asOf: "2013-02-30") { role } } }', {}],
    ["FORBIDDEN", "{ officials { totalCount } fellows { totalCount } }", {}],
    [
      "NOT_RELEASED",
      '{ dispatchStatistics(measure: ON_DISPATCH, asOf: "2014-05-05") { unit } }',
      {},
    ],
    [
      "QUERY_TOO_DEEP",
      `{ agency(code: "JP-NPA") { ${"country { networkMemberships { agency { ".repeat(6)}code${" } } }".repeat(6)} } }`,
      {},
    ],
  ];
  it.each(operations)(
    "is told so in Japanese with the code of the English: %s for %s",
    async (code, query, variables) => {
      const english = await graph.execute(query, variables, nobody);
      const asked = await graph.execute(query, variables, {
        ...nobody,
        "accept-language": "en, ja;q=0.5",
      });
      const other = await graph.execute(query, variables, { ...nobody, "accept-language": "ja" });
      expect(asked.text).toBe(english.text);
      expect(other.status).toBe(english.status);
      expect(english.errors.length).toBeGreaterThan(0);
      const withoutMessage = ({ message: _message, ...error }: GraphQLFormattedError) => error;
      expect(other.errors.map(withoutMessage)).toEqual(english.errors.map(withoutMessage));
      expect(other.errors[0]?.extensions?.["code"]).toBe(code);
      for (const { message } of other.errors)
        expect(message.startsWith(errorSentences[code])).toBe(true);
      for (const { message } of english.errors) expect(message).not.toMatch(japanese);
    },
  );

  type Sent = Omit<RequestInit, "headers"> & { readonly headers?: Record<string, string> };
  const requests: [status: number, path: string, init: Sent][] = [
    [404, "/nowhere", {}],
    [405, "/graphql", { method: "PUT" }],
    [
      415,
      "/graphql",
      { method: "POST", body: "{}", headers: { "content-type": "application/xml" } },
    ],
    [
      400,
      "/graphql",
      { method: "POST", body: "{", headers: { "content-type": "application/json" } },
    ],
    [400, "/graphql?query={__typename}", {}],
    [
      400,
      "/graphql?format=docx",
      {
        method: "POST",
        body: '{"query":"{__typename}"}',
        headers: { "content-type": "application/json" },
      },
    ],
    [
      401,
      "/graphql",
      {
        method: "POST",
        body: "{}",
        headers: { "content-type": "application/json", authorization: "Bearer no" },
      },
    ],
  ];
  it.each(requests)(
    "is told so in Japanese before it is GraphQL: %i for %s",
    async (status, path, init) => {
      const ask = async (language: string) => {
        const headers = { ...init.headers, "accept-language": language };
        const response = await fetch(`${graph.url}${path}`, { ...init, headers });
        const { errors } = (await response.json()) as { errors: readonly GraphQLFormattedError[] };
        const codes = errors.map(({ extensions }) => extensions?.["code"]);
        return { status: response.status, codes, messages: errors.map(({ message }) => message) };
      };
      const [english, other] = [await ask("en"), await ask("ja-JP")];
      expect([english.status, other.status]).toEqual([status, status]);
      expect(other.codes).toEqual(english.codes);
      for (const message of english.messages) expect(message).not.toMatch(japanese);
      for (const message of other.messages) expect(message).toMatch(japanese);
    },
  );

  it("is told which rule a change has broken, in Japanese with the code of the English", async () => {
    const refused = async (language: string) => {
      const { data } = await graph.execute(
        `mutation ($input: RegisterOfficialInput!) { registerOfficial(input: $input) { userErrors { code message path } } }`,
        {
          input: {
            personnelNumber: "A-9",
            name: "架空 次郎",
            homeAgency: "US-DOD",
            from: "2919-04-01",
          },
        },
        { "accept-language": language },
      );
      return (data["registerOfficial"] as { userErrors: { code: string; message: string }[] })
        .userErrors;
    };
    const [english, other] = [await refused("en"), await refused("ja")];
    expect(english.map(({ code }) => code)).toContain("NOT_A_HOME_AGENCY");
    expect(other.map(({ code }) => code)).toEqual(english.map(({ code }) => code));
    expect(english.find(({ code }) => code === "NOT_A_HOME_AGENCY")?.message).toBe(
      "Expected an agency of JP, received US-DOD, which is of US.",
    );
    expect(other.find(({ code }) => code === "NOT_A_HOME_AGENCY")?.message).toBe(
      "日本の機関ではありません。（Expected an agency of JP, received US-DOD, which is of US.）",
    );
  });
});

describe("the words of the graph", () => {
  const rows = parse<Record<string, string>>(
    readFileSync(join(root, "subgraphs/catalog/data/texts.csv")),
    { columns: true },
  );

  it("are in both languages, with none missing", () => {
    expect(rows.filter(({ missing }) => missing !== "")).toEqual([]);
  });
});

/** The fields of a type that take a language and give text. */
function textsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(
    ({ type: given, args }) =>
      getNamedType(given).name === "String" &&
      args.some(({ name }) => name === "language") &&
      !args.some((argument) => isRequiredArgument(argument)) &&
      !isListType(getNullableType(given)),
  );
}

/** The objects of an answer that have a field, in their order. */
function nodesWith(value: unknown, field: string): Node[] {
  if (Array.isArray(value)) return value.flatMap((one) => nodesWith(one, field));
  if (typeof value !== "object" || value === null) return [];
  const node = value as Node;
  return field in node ? [node] : Object.values(node).flatMap((one) => nodesWith(one, field));
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The statistics of each measure of an area; nothing is counted for their words. */
function statisticsOfAllMeasures(area: (typeof areaNames)[number]): string {
  const measuresOfArea = schema.getType(`${upperFirst(area)}Measure`);
  if (!isEnumType(measuresOfArea)) throw new Error(`${area} has no measures`);
  return measuresOfArea
    .getValues()
    .map(({ name }) => `${name}: ${area}Statistics(measure: ${name}, fiscalYears: 2023) { $ }`)
    .join(" ");
}
