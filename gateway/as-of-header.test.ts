import { decodeJwt } from "jose";
import { assertionHeader } from "../subgraphs/kit/access/assertion";
import { today } from "../subgraphs/kit/clock";
import { dispatch, fellowship, recruitment } from "../test/e2e/support/personnel-subgraphs";
import { TestGraph } from "../test/e2e/support/test-graph";
import { setDate } from "../test/support/set-date";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment, dispatch, fellowship]);
});
beforeEach(() => graph.reset());
afterEach(() => jest.useRealTimers());
afterAll(() => graph.stop());

/** From one subgraph, then from the two others. */
const inTurn = "{ countries { code applicants fellows dispatches { id } } }";

const told = () =>
  [...graph.subgraphs.values()].flatMap(({ received }) =>
    received.map(({ headers }) => decodeJwt(String(headers[assertionHeader]))["asOf"]),
  );

it("signs to every subgraph the day of the header, and sends the header to none", async () => {
  const { errors } = await graph.execute(inTurn, { headers: { "graph-as-of": "2024-03-31" } });
  expect(errors).toEqual([]);
  expect(told()).toEqual(["2024-03-31", "2024-03-31", "2024-03-31"]);
  const { received } = graph.subgraph("recruitment");
  expect(received.at(-1)?.headers).not.toHaveProperty("graph-as-of");
});

it("is of one day also where midnight passes meanwhile", async () => {
  setDate(new Date("2024-03-31T14:59:59.500Z"));
  for (const subgraph of graph.subgraphs.values()) {
    subgraph.interceptor = async () => {
      jest.setSystemTime(new Date("2024-03-31T15:00:00.500Z"));
      return Promise.resolve();
    };
  }
  const { extensions } = await graph.execute(inTurn);
  expect(told()).toEqual(["2024-03-31", "2024-03-31", "2024-03-31"]);
  expect(extensions).toMatchObject({ asOf: "2024-03-31" });
  expect(today()).toBe("2024-04-01");
});

it.each([
  ["", '""'],
  ["2024-3-31", '"2024-3-31"'],
  ["2024-02-30", '"2024-02-30"'],
  ["0000-01-01", '"0000-01-01"'],
  ["2024-03-31T00:00:00Z", '"2024-03-31T00:00:00Z"'],
  ["today", '"today"'],
])("ends a request before any subgraph is asked where the header is %j", async (header, shown) => {
  const { status, text, calls } = await graph.execute("{ language }", {
    headers: { "graph-as-of": header },
  });
  expect([status, JSON.parse(text), calls]).toEqual([400, refusal(shown), []]);
});

it("ends a request with the header twice, also where both say the same", async () => {
  const headers = new Headers({ "content-type": "application/json" });
  headers.append("graph-as-of", "2024-03-31");
  headers.append("graph-as-of", "2024-03-31");
  const response = await fetch(`${graph.url}/graphql`, { method: "POST", headers, body: "{" });
  expect([response.status, await response.json()]).toEqual([
    400,
    refusal('"2024-03-31, 2024-03-31"'),
  ]);
});

it.each([
  ["an answer", "{ language }", {}],
  ["a query that is none", "{", {}],
  ["a query that does not fit", "{ capital }", {}],
  ["an error of a subgraph", "{ refused }", {}],
  ["a dry run", "{ language }", { "graph-dry-run": "1" }],
])("is said of %s", async (_what, query, headers) => {
  const asked = await graph.execute(query, {
    headers: { ...headers, "graph-as-of": "2013-06-01" },
  });
  expect(asked.extensions).toMatchObject({ asOf: "2013-06-01" });
  expect((await graph.execute(query, { headers })).extensions).toMatchObject({ asOf: today() });
});

const refusal = (shown: string) => ({
  errors: [
    {
      message: `Expected Graph-As-Of to be one day that exists, YYYY-MM-DD such as "2024-03-31", received ${shown}.`,
      extensions: { code: "INVALID_DATE" },
    },
  ],
});
