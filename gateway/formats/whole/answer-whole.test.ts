import { ApolloServer } from "@apollo/server";
import { buildSchema } from "graphql";
import pino from "pino";
import { setCaller } from "../../../subgraphs/kit/http/request-caller";
import { createHttpServer } from "../../../subgraphs/kit/http/http-server";
import { testCaller } from "../../../test/support/assertions";
import { chooseFormat } from "../choose-format";
import { answerWhole } from "./answer-whole";

const typeDefs = `
  type Query { people(first: Int, after: String): PersonConnection! }
  type PersonConnection { nodes: [Person!]!, pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Person { number: Int!, text: String! }
`;

/** With it a page has half a megabyte. */
const longText = "x".repeat(1_000);

/** How many pages there are, and at which one something fails. */
let pages = 3;
let failingAt: number | undefined;
let asked: number[] = [];

const apollo = new ApolloServer({
  typeDefs,
  resolvers: {
    Query: {
      people: (_root, { first, after }: { first: number; after: string | null }) => {
        const page = after === null ? 0 : Number(after);
        asked.push(page);
        if (page === failingAt) throw new Error("failed");
        return {
          nodes: Array.from({ length: first }, (_each, index) => ({
            number: page * first + index,
            text: longText,
          })),
          pageInfo: { hasNextPage: page + 1 < pages, endCursor: String(page + 1) },
        };
      },
    },
  },
});
const warned: string[] = [];
const app = createHttpServer({
  logger: pino({ level: "warn" }, { write: (line: string) => void warned.push(line) }),
  bodyLimit: 10_000,
  readiness: async () => ({ ready: true, details: {} }),
});
let url: string;

beforeAll(async () => {
  await app.register(async (scope) => {
    scope.addHook("onRequest", (request, _reply, done) => {
      setCaller(request, testCaller());
      done();
    });
    chooseFormat(scope);
    answerWhole({
      schema: buildSchema(typeDefs),
      run: () => async (operation) => {
        const { query, variables } = operation;
        const { body } = await apollo.executeOperation({ query, variables });
        if (body.kind !== "single") throw new Error("Expected a single answer.");
        return body.singleResult;
      },
    })(scope);
    scope.post("/graphql", () => "not whole");
  });
  url = await app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  failingAt = undefined;
  pages = 3;
});

function ask(format: string, query = "{ people { nodes { number } } }", header = "all") {
  return fetch(`${url}/graphql?format=${format}`, {
    method: "POST",
    headers: { "content-type": "application/json", "graph-export": header },
    body: JSON.stringify({ query }),
  });
}

it("is read to its end, page by page", async () => {
  const lines = (await (await ask("csv")).text()).trimEnd().split("\r\n");
  expect(lines).toEqual(["number", ...Array.from({ length: 1_500 }, (_each, n) => String(n))]);
  expect(asked).toEqual([0, 1, 2]);
});

it("is JSON with a status that says so where the first page fails", async () => {
  failingAt = 0;
  const response = await ask("csv");
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ errors: [{ message: "failed" }] });
});

it.each(["csv", "ndjson", "xlsx"])(
  "breaks off where a later page fails, so that no client takes it for whole: %s",
  async (format) => {
    failingAt = 2;
    const response = await ask(format);
    expect(response.status).toBe(200);
    await expect(response.arrayBuffer()).rejects.toThrow(/terminated/);
    expect(warned.join()).toContain("a whole list broke off");
  },
);

it("is read no faster than it is taken, and no longer", async () => {
  pages = 100_000;
  const response = await ask("csv", "{ people { nodes { text } } }");
  const reader = response.body?.getReader();
  await reader?.read();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const read = asked.length;
  // What the connection holds, and not what there is.
  expect(read).toBeLessThan(100);
  await reader?.cancel();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(asked.length).toBeLessThan(read + 50);
});

it.each([
  [
    "a header with something else",
    "csv",
    "some",
    400,
    "Expected the header graph-export to be all",
  ],
  ["JSON", "json", "all", 400, "Expected a format of tables"],
])("is refused for %s", async (_what, format, header, status, message) => {
  const response = await ask(format, undefined, header);
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(message);
});
