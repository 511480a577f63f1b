import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment, dispatch, fellowship]);
});
beforeEach(() => graph.reset());
afterAll(() => graph.stop());

const japan = `country(code: "JP")`;

/** The names of an answer's fields at the top, as they were sent. */
function namesIn(text: string): string[] {
  return Object.keys((JSON.parse(text) as { data: object }).data);
}

describe("what is asked of the schema", () => {
  it.each([
    [`{ __type(name: "Query") { isOneOf } }`, { __type: { isOneOf: null } }],
    [
      `{ __schema { directives(includeDeprecated: true) { isDeprecated } } }`,
      { __schema: { directives: expect.arrayContaining([{ isDeprecated: false }]) } },
    ],
    [`{ a: __typename __typename }`, { a: "Query", __typename: "Query" }],
    [`{ ... @skip(if: true) { __typename language } }`, {}],
    [`mutation { name: __typename }`, { name: "Mutation" }],
  ])("is answered without asking a subgraph: %s", async (query, right) => {
    const { data, errors, calls } = await graph.execute(query);
    expect({ data, errors, calls }).toEqual({ data: right, errors: [], calls: [] });
  });

  it("comes in its place among the rest, whatever fragments and conditions it is in", async () => {
    const { text, data, errors } = await graph.execute(
      `query ($name: String!, $yes: Boolean!, $no: Boolean = false) {
        ...Top @include(if: $yes)
        a: ${japan} { ...Nested }
        ... @skip(if: $yes) { left: __typename }
        ... on Query { z: __typename @include(if: $no) y: __type(name: $name) { name } }
      }
      fragment Top on Query { one: __typename ...Deeper __schema { queryType { name } } }
      fragment Deeper on Query { two: ${japan} { code } three: __typename }
      fragment Nested on Country { __typename code }`,
      { variables: { name: "Country", yes: true } },
    );
    expect(errors).toEqual([]);
    expect(namesIn(text)).toEqual(["one", "two", "three", "__schema", "a", "y"]);
    expect(data).toEqual({
      one: "Query",
      two: { code: "JP" },
      three: "Query",
      __schema: { queryType: { name: "Query" } },
      a: { __typename: "Country", code: "JP" },
      y: { name: "Country" },
    });
  });

  it("is answered beside changes, which are made once and in their order", async () => {
    const { text, data, errors } = await graph.execute(
      `mutation { b: openSolicitation(year: 2024) { year: name } t: __typename a: openSolicitation(year: 2023) { year } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ b: { year: "FY2024" }, t: "Mutation", a: { year: 2023 } });
    expect(namesIn(text)).toEqual(["b", "t", "a"]);
    const queries = graph.subgraph("recruitment").received.map(({ query }) => query);
    expect(queries).toHaveLength(1);
    expect(queries[0]).toMatch(/2024.*2023/s);
  });

  it("is answered where a subgraph is away, beside the error", async () => {
    await graph.subgraph("recruitment").stop();
    const { data, errors } = await graph.execute(`{ language __type(name: "Query") { isOneOf } }`);
    expect(data).toEqual({ language: null, __type: { isOneOf: null } });
    expect(errors).toMatchObject([{ path: ["language"] }]);
  });
});

describe("a document", () => {
  it("may have a variable named as the gateway names its own", async () => {
    const { data, errors } = await graph.execute(
      `query ($representations: Boolean!) {
        ${japan} { dispatches { country { fellows @include(if: $representations) honours } } }
      }`,
      { variables: { representations: true } },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ country: { dispatches: [{ country: { fellows: 2, honours: 1 } }] } });
  });
});

describe("an object whose fields are all left out", () => {
  const variables = { yes: true, no: false };

  it("is empty, and not null", async () => {
    const { data, errors } = await graph.execute(
      `query ($yes: Boolean!, $no: Boolean!) {
        fiscalYear(year: 2023) @include(if: $yes) { ...F }
      }
      fragment F on FiscalYear { year @include(if: $no) }`,
      { variables },
    );
    expect({ data, errors }).toEqual({ data: { fiscalYear: {} }, errors: [] });
  });

  it("is changed nevertheless", async () => {
    const { data, errors } = await graph.execute(
      `mutation ($yes: Boolean!, $no: Boolean!) {
        openSolicitation(year: 2023) @include(if: $yes) { year @include(if: $no) }
      }`,
      { variables },
    );
    expect({ data, errors }).toEqual({ data: { openSolicitation: {} }, errors: [] });
    expect(graph.subgraph("recruitment").received).toHaveLength(1);
  });
});

describe("an alias named like a key", () => {
  it("is in the path of a subgraph's error", async () => {
    const { data, errors } = await graph.execute(
      `{ dispatches { code: country { code: name fellows } } }`,
    );
    expect(data.dispatches[29]).toEqual({ code: { code: "Unknown", fellows: null } });
    expect(errors[0]).toMatchObject({
      path: ["dispatches", 2, "code"],
      extensions: { code: "INVALID_COUNTRY_CODE", subgraph: "fellowship" },
    });
  });

  it("is in the path of what is missing with a subgraph that is away", async () => {
    await graph.subgraph("fellowship").stop();
    const { data, errors } = await graph.execute(`{ code: ${japan} { code: fellows applicants } }`);
    expect(data).toEqual({ code: { code: null, applicants: 7 } });
    expect(errors).toMatchObject([
      { path: ["code", "code"], extensions: { code: "SUBGRAPH_UNAVAILABLE" } },
    ]);
  });

  it("is in the path of what does not fit the schema, whose message names the field", async () => {
    graph.subgraph("fellowship").interceptor = async (_request, reply) =>
      reply.send({ data: { _entities: [{ code_: null }] } });
    const { data, errors } = await graph.execute(`{ ${japan} { code: honours applicants } }`);
    expect({ data, errors }).toMatchObject({
      data: { country: null },
      errors: [
        {
          message: "Cannot return null for non-nullable field Country.honours.",
          path: ["country", "code"],
          extensions: { code: "SUBGRAPH_INVALID_RESPONSE" },
        },
      ],
    });
  });

  it("has its own meaning in each operation of a document", async () => {
    const document = `query A { ${japan} { ...F applicants } } query B { ${japan} { code ...G fellows } }
      fragment F on Country { code: name } fragment G on Country { name: code }`;
    for (const [operationName, country] of [
      ["A", { code: "Japan", applicants: 7 }],
      ["B", { code: "JP", name: "JP", fellows: 2 }],
      ["A", { code: "Japan", applicants: 7 }],
    ] as const) {
      const { data } = await graph.execute(document, { operationName });
      expect(data).toEqual({ country });
    }
  });
});
