import { getIntrospectionQuery } from "graphql";
import { areaNames } from "../../subgraphs/areas";
import { startTestGraph, type TestGraph } from "../support/graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const oneYear = `{ fiscalYear(year: 2023) {
  name(language: JA) solicitation { opensOn closesOn }
  recruitmentFigures(filter: {measure: {eq: "applications"}}) { nodes { value source { id } } }
  dispatchFigures(filter: {measure: {eq: "dispatch_stock"}, dimension: {eq: "none"}}) { nodes { value confidence } }
  networkEvents { nodes { title startsOn network { code } } }
} }`;

const answerOfOneYear = {
  name: "令和5年度",
  solicitation: { opensOn: "2023-11-29", closesOn: "2023-12-28" },
  recruitmentFigures: { nodes: [{ value: 52, source: { id: "seed-mic" } }] },
  dispatchFigures: { nodes: [{ value: 342, confidence: "MEDIUM" }] },
  networkEvents: {
    nodes: [
      {
        title: "15th Joint Training Program for Young/Middle-level Public Employees",
        startsOn: "2023-06-26",
        network: { code: "CJK_PPN" },
      },
      {
        title:
          "International Symposium for the 50th year of Japan-ASEAN friendship and cooperation",
        startsOn: "2023-09-27",
        network: { code: "ACCSM_PLUS3" },
      },
      { title: "15th Joint Symposium", startsOn: "2023-12-20", network: { code: "CJK_PPN" } },
    ],
  },
};

const figureById = "query ($id: ID!) { publishedFigure(id: $id) { id figure { id value } } }";

/** What is left of a figure of cooperation without a subgraph. Dispatch says of which area it is. */
const figureWithout = {
  recruitment: {
    id: "jica-senior-1999-persons",
    figure: { id: "jica-senior-1999-persons", value: expect.any(Number) as number },
  },
  dispatch: null,
  cooperation: { id: "jica-senior-1999-persons", figure: null },
};

describe("one fiscal year, asked of the whole graph in one request", () => {
  it("answers from every area, with one call a subgraph", async () => {
    const { data, errors, calls } = await graph.execute(oneYear);
    expect(errors).toEqual([]);
    expect(data).toEqual({ fiscalYear: answerOfOneYear });
    expect(calls.map(({ subgraph }) => subgraph).sort()).toEqual([
      "cooperation",
      "dispatch",
      "recruitment",
    ]);
  });

  it.each(["recruitment", "dispatch", "cooperation"] as const)(
    "answers the other parts while %s is down, names it, and answers in full when it is back",
    async (name) => {
      const missing = {
        recruitment: { solicitation: null, recruitmentFigures: null },
        dispatch: { dispatchFigures: null },
        cooperation: { networkEvents: null },
      };
      await graph.subgraphs[name].kill();
      try {
        const { status, data, errors } = await graph.execute(oneYear);
        expect(status).toBe(200);
        expect(data).toEqual({ fiscalYear: { ...answerOfOneYear, ...missing[name] } });
        expect(errors).toEqual([
          expect.objectContaining({
            message: expect.stringContaining(name) as string,
            extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph: name },
          }),
        ]);
        expect(JSON.stringify(errors)).not.toMatch(
          /127\.0\.0\.1|localhost|ECONN|node_modules|\.js/,
        );
        const figure = await graph.execute(figureById, { id: "jica-senior-1999-persons" });
        expect(figure.data).toEqual({ publishedFigure: figureWithout[name] });
        expect(figure.errors.map(({ extensions }) => extensions)).toEqual(
          name === "recruitment" ? [] : [{ code: "SUBGRAPH_UNAVAILABLE", subgraph: name }],
        );
        const ofDispatch = await graph.execute(figureById, { id: "dsp-2013-stock" });
        expect(ofDispatch.errors).toHaveLength(name === "dispatch" ? 1 : 0);
      } finally {
        graph.subgraphs[name].restart();
        await graph.subgraphs[name].ready();
      }
      const { data, errors } = await graph.execute(oneYear);
      expect(errors).toEqual([]);
      expect(data).toEqual({ fiscalYear: answerOfOneYear });
    },
  );

  it("gives names in the language of the request where none is asked for", async () => {
    const query = `{ fiscalYear(year: 2023) { name } agency(code: "JP-NPA") { name country { name } } }`;
    const japanese = await graph.execute(query, {}, { "accept-language": "ja" });
    expect(japanese.data).toEqual({
      fiscalYear: { name: "令和5年度" },
      agency: { name: "人事院", country: { name: "日本" } },
    });
    const english = await graph.execute(query);
    expect(english.data).toEqual({
      fiscalYear: { name: "FY2023" },
      agency: { name: "National Personnel Authority", country: { name: "Japan" } },
    });
  });
});

describe("the figures of dispatch at the end of FY2013", () => {
  it("by region are the seven that sum to 399", async () => {
    const { data } = await graph.execute<Figures<"dispatchFigures">>(
      `{ dispatchFigures(filter: { fiscalYear: { eq: 2013 }, dimension: { eq: "region" } }) { nodes { value dimensionValue } } }`,
    );
    const { nodes } = data.dispatchFigures;
    expect(nodes.map(({ dimensionValue }) => dimensionValue)).toEqual([
      "ASIA",
      "EUROPE",
      "NORTH_AMERICA",
      "AFRICA",
      "LATIN_AMERICA",
      "MIDDLE_EAST",
      "PACIFIC",
    ]);
    expect(nodes.reduce((sum, { value }) => sum + value, 0)).toBe(399);
  });

  it("have a total in two revisions that know each other", async () => {
    const { data } = await graph.execute(
      `{ dispatchFigures(filter: { fiscalYear: { eq: 2013 }, measure: { eq: "dispatch_stock" }, dimension: { eq: "none" } }) {
           nodes { value revision source { id } otherRevisions { value revision } } } }`,
    );
    expect(data).toEqual({
      dispatchFigures: {
        nodes: [
          {
            value: 399,
            revision: 1,
            source: { id: "npa-leaflet-fy2013" },
            otherRevisions: [{ value: 397, revision: 2 }],
          },
          {
            value: 397,
            revision: 2,
            source: { id: "npa-fy2014-ch8" },
            otherRevisions: [{ value: 399, revision: 1 }],
          },
        ],
      },
    });
  });
});

describe("a published figure by its id", () => {
  it.each(areaNames)(
    "is answered by %s, with at most one call more than to its subgraph",
    async (area) => {
      const { data: list } = await graph.execute<
        Record<string, { nodes: { id: string; value: number | null }[] }>
      >(`{ ${area}Figures(first: 500) { nodes { id value } } }`);
      const figures = list[`${area}Figures`]?.nodes ?? [];
      expect(figures.length).toBeGreaterThan(0);
      const [first] = figures;
      const { data, errors, calls } = await graph.execute(figureById, { id: first?.id });
      expect(errors).toEqual([]);
      expect(data).toEqual({ publishedFigure: { id: first?.id, figure: first } });
      expect(calls.map(callOf)).toEqual([
        "dispatch root",
        ...(area === "dispatch" ? [] : [`${area} entities`]),
      ]);
    },
  );

  it("is null where no area's ids begin so, has no figure where there is none, and is refused if it is no id", async () => {
    const asked = async (id: string) => {
      const { data, errors } = await graph.execute(
        "query ($id: ID!) { publishedFigure(id: $id) { figure { value } } }",
        { id },
      );
      return { data, codes: errors.map(({ extensions }) => extensions?.["code"]) };
    };
    expect(await asked("abc-2013-stock")).toEqual({ data: { publishedFigure: null }, codes: [] });
    expect(await asked("dsp-1900-stock")).toEqual({
      data: { publishedFigure: { figure: null } },
      codes: [],
    });
    expect(await asked("DSP 2013")).toEqual({
      data: { publishedFigure: null },
      codes: ["INVALID_FIGURE_ID"],
    });
  });

  it("says what its measure counts", async () => {
    const { data, errors } = await graph.execute(
      '{ publishedFigure(id: "dsp-2013-stock") { figure { measure publishedMeasure { code name(language: JA) } } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      publishedFigure: {
        figure: {
          measure: "dispatch_stock",
          publishedMeasure: { code: "dispatch_stock", name: expect.any(String) as string },
        },
      },
    });
  });
});

describe("the fellows of the Mansfield programme", () => {
  it("of the Department of Defense are 52 through the 28th cohort, reached from the agency", async () => {
    const { data } = await graph.execute(
      `{ agency(code: "US-DOD") { name(language: JA) fellowshipFigures { nodes { value note } } } }`,
    );
    expect(data).toEqual({
      agency: {
        name: "国防総省",
        fellowshipFigures: {
          nodes: [{ value: 52, note: expect.stringContaining("Cohorts 1 to 28") as string }],
        },
      },
    });
  });

  it("of the 31 sending agencies sum to 208", async () => {
    const { data } = await graph.execute<Figures<"fellowshipFigures">>(
      `{ fellowshipFigures(filter: { measure: { eq: "fellows_cumulative" }, dimension: { eq: "sending_agency" } }) {
           nodes { value agency { code } } } }`,
    );
    const { nodes } = data.fellowshipFigures;
    expect(nodes).toHaveLength(31);
    expect(nodes.reduce((sum, { value }) => sum + value, 0)).toBe(208);
  });
});

describe("a query that cannot be run", () => {
  it.each([
    [
      "several operations and no name",
      "query A { __typename } query B { __typename }",
      "OPERATION_RESOLUTION_FAILURE",
      'Expected operationName to be one of ["A","B"], received none.',
    ],
    [
      "a subscription",
      "subscription { x }",
      "OPERATION_RESOLUTION_FAILURE",
      "Expected a query or a mutation, received a subscription: the graph has none.",
    ],
    [
      "entities led round in circles",
      `{ agency(code: "JP-NPA") { ${"country { networkMemberships { agency { ".repeat(22)}code${" } } }".repeat(22)} } }`,
      "QUERY_TOO_DEEP",
      "Expected fields at most 15 deep, received 68.",
    ],
  ])("is refused before any subgraph is asked: %s", async (_what, query, code, message) => {
    const { errors, calls, status } = await graph.execute(query);
    expect(errors).toEqual([expect.objectContaining({ message, extensions: { code } })]);
    expect(status).toBe(200);
    const strict = await graph.execute(query, {}, { accept: "application/graphql-response+json" });
    expect(strict.status).toBe(400);
    expect(calls).toEqual([]);
  });

  it("does not include introspection, however deep its types lie", async () => {
    const { errors } = await graph.execute(getIntrospectionQuery());
    expect(errors).toEqual([]);
  });
});

describe("fifty countries across subgraphs", () => {
  it("cost the same statements and calls as five, with one call a subgraph and step", async () => {
    const query = `query ($codes: [CountryCode!]) { countries(codes: $codes) { name
      networkMemberships { network { code } agency { code } } networkEvents(first: 2) { totalCount nodes { title } }
      invitations { totalCount } fellowshipPrograms { code } } }`;
    const { data: all } = await graph.execute<{ countries: { code: string }[] }>(
      "{ countries { code } }",
    );
    const codes = [...new Set(["US", "JP", "DE", ...all.countries.map(({ code }) => code)])];
    const five = await graph.execute(query, { codes: codes.slice(0, 5) });
    const fifty = await graph.execute<{ countries: unknown[] }>(query, {
      codes: codes.slice(0, 50),
    });
    expect(five.errors).toEqual([]);
    expect(fifty.data.countries).toHaveLength(50);
    expect(fifty.calls.map(callOf).sort()).toEqual(five.calls.map(callOf).sort());
    expect(new Set(fifty.calls.map(callOf)).size).toBe(fifty.calls.length);
    expect(fifty.statements).toEqual(five.statements);
    expect(fifty.statements.cooperation).toEqual([
      "Invitation.byCountryCode.count",
      "NetworkEvent.byCountryCode",
      "NetworkEvent.byCountryCode.count",
      "membershipsByCountryCode",
      "networkByCode",
    ]);
  });

  it("reached from events need one `_entities` call to the other subgraph", async () => {
    const { calls, errors } = await graph.execute(
      `{ networkEvents(first: 50) { nodes { country { code fellowshipPrograms { code } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(calls.map(callOf)).toEqual(["cooperation root", "fellowship entities"]);
  });
});

function callOf({ subgraph, kind }: { subgraph: string; kind: string }): string {
  return `${subgraph} ${kind}`;
}

type Figures<Field extends string> = Record<
  Field,
  { nodes: { value: number; dimensionValue: string }[] }
>;
