import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment, dispatch, fellowship]);
});
beforeEach(() => graph.reset());
afterAll(() => graph.stop());

describe("the caller's fault", () => {
  it("is reported the same whether or not the subgraph that should say it is there", async () => {
    const query = `{ countries(codes: ["jp"]) { code } }`;
    const refusal = { code: "INVALID_COUNTRY_CODE" };
    const whole = await graph.execute(query);
    expect(whole.errors.map(({ extensions }) => extensions)).toEqual([
      { ...refusal, subgraph: "dispatch" },
    ]);
    await graph.subgraph("dispatch").stop();
    const { data, errors } = await graph.execute(query);
    expect(data).toEqual(whole.data);
    expect(errors).toEqual([
      { ...whole.errors[0], extensions: { ...refusal, subgraph: "fellowship" } },
    ]);
  });

  it("is not what a stand-in says of itself", async () => {
    await graph.subgraph("dispatch").stop();
    graph.subgraph("fellowship").interceptor = async (_request, reply) =>
      reply.send({
        data: null,
        errors: ["INVALID_DATE", "INTERNAL_SERVER_ERROR"].map((code) => ({
          message: "Refused.",
          extensions: { code },
        })),
      });
    const { data, errors } = await graph.execute(`{ countries { code } }`);
    expect([data.countries.length, errors]).toEqual([3, []]);
  });
});

describe("a subgraph that refuses a query the gateway wrote, as one of another version does", () => {
  const reason = `Cannot query field "secret" on type "Query" of 10.0.0.1.`;

  it.each([
    ["GRAPHQL_VALIDATION_FAILED", 400],
    ["GRAPHQL_PARSE_FAILED", 200],
    ["BAD_REQUEST", 413],
    ["OPERATION_RESOLUTION_FAILURE", 400],
    ["PERSISTED_QUERY_NOT_SUPPORTED", 200],
  ])("does not put the blame on the caller: %s", async (code, status) => {
    graph.subgraph("recruitment").interceptor = async (_request, reply) =>
      reply.code(status).send({ errors: [{ message: reason, extensions: { code } }] });
    graph.log.length = 0;
    const { data, errors, text } = await graph.execute(`{ secret dispatches { id } }`);
    expect(data.dispatches).toHaveLength(30);
    expect(errors).toEqual([
      {
        message: `Subgraph "recruitment" gave an answer that cannot be used; the rest of the answer is complete.`,
        path: ["secret"],
        extensions: { code: "SUBGRAPH_INVALID_RESPONSE", subgraph: "recruitment" },
      },
    ]);
    expect(text).not.toMatch(/10\.0\.0\.1|Cannot query/);
    expect(JSON.stringify(graph.log)).toContain(`${code}: ${JSON.stringify(reason).slice(1, 20)}`);
  });

  it("remains a stand-in for what it understands", async () => {
    await graph.subgraph("dispatch").stop();
    graph.subgraph("fellowship").interceptor = async (_request, reply) =>
      reply.send({
        errors: [{ message: reason, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
      });
    const first = await graph.execute(`{ countries { code name } }`);
    expect([first.data.countries.length, first.errors]).toEqual([3, []]);
    graph.subgraph("fellowship").interceptor = undefined;
    const { calls } = await graph.execute(`{ countries { code } }`);
    expect(calls.map(({ subgraph }) => subgraph)).toEqual(["dispatch", "fellowship"]);
  });
});
