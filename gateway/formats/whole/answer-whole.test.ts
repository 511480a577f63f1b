import { randomBytes } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import pino from "pino";
import { setCaller } from "../../../subgraphs/kit/http/request-caller";
import { createHttpServer } from "../../../subgraphs/kit/http/http-server";
import { testCaller } from "../../../test/support/assertions";
import { InvalidToken } from "../../access/identity/invalid-token";
import type { GatewayContext } from "../../context/gateway-context";
import { operationSteps } from "../../steps/operation-steps";
import { chooseFormat, tabulate } from "../choose-format";
import { answerWhole } from "./answer-whole";

const typeDefs = `
  type Query { people(first: Int, after: String): PersonConnection! }
  type PersonConnection { nodes: [Person!]!, pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Person { number: Int!, text: String! }
`;

/** With it a page has half a megabyte, which cannot be compressed much. */
const longText = () => randomBytes(750).toString("base64");

/** How many pages there are, and at which one something fails. */
let pages = 3;
let failingAt: number | undefined;
let asked: number[] = [];
/** What is thrown before a page is read, and what was asked before it. */
let refused: Error | undefined;
let admitted = 0;

const apollo = new ApolloServer<GatewayContext>({
  typeDefs,
  plugins: [operationSteps([tabulate()])],
  resolvers: {
    Query: {
      people: (_root, { first, after }: { first: number; after: string | null }) => {
        const page = after === null ? 0 : Number(after);
        asked.push(page);
        if (page === failingAt) throw new Error("failed");
        return {
          nodes: Array.from({ length: first }, (_each, index) => ({
            number: page * first + index,
            text: longText(),
          })),
          pageInfo: { hasNextPage: page + 1 < pages, endCursor: String(page + 1) },
        };
      },
    },
  },
});
/** How long a page may take to be taken, milliseconds. */
const patience = 1_000;

const contextValue = { requestId: "request-1" } as GatewayContext;
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
      run: () => async (operation) => {
        const { query, variables } = operation;
        const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
        if (body.kind !== "single") throw new Error("Expected a single answer.");
        return body.singleResult;
      },
      admit: () => async () => {
        admitted += 1;
        if (refused && admitted > 1) throw refused;
      },
      patience,
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
  refused = undefined;
  admitted = 0;
  warned.length = 0;
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

it("breaks off where a later page may not be read any more, as when its token has expired", async () => {
  refused = new InvalidToken("it has expired");
  const response = await ask("csv");
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow(/terminated/);
  expect([asked, admitted]).toEqual([[0, 1], 2]);
  expect(warned.join()).toContain("it has expired");
});

it("ends where nobody takes a page in time", async () => {
  pages = 100_000;
  const readers = await Promise.all(
    ["csv", "xlsx"].map(async (format) => {
      const { body } = await ask(format, "{ people { nodes { text number } } }");
      const reader = body?.getReader();
      await reader?.read();
      return reader;
    }),
  );
  const slow = () =>
    warned.filter((line) => line.includes(`took a page of the list within ${patience}`)).length;
  // How much the connection holds before a page is not taken depends on the machine.
  while (slow() < 2) await new Promise((resolve) => setTimeout(resolve, 100));
  for (const reader of readers) {
    const drained = async () => {
      for (;;) if ((await reader?.read())?.done !== false) return;
    };
    await expect(drained()).rejects.toThrow(/terminated/);
  }
  const read = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked).toHaveLength(read);
});

it("says nothing of somebody who goes away, nor of somebody who has read all", async () => {
  pages = 100_000;
  const reader = (await ask("xlsx", "{ people { nodes { text } } }")).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  pages = 2;
  await (await ask("csv")).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, patience + 200));
  expect(warned.join()).not.toContain("Nobody took");
});

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
