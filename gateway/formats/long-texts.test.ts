import { ApolloServer } from "@apollo/server";
import pino from "pino";
import { mountGraphql } from "../../subgraphs/kit/graphql/mount-graphql";
import { maskError } from "../../subgraphs/kit/graphql/mask-error";
import { createHttpServer } from "../../subgraphs/kit/http/http-server";
import type { GatewayContext } from "../context/gateway-context";
import { operationSteps } from "../steps/operation-steps";
import { chooseFormat, tabulate } from "./choose-format";
import { writeAnswer } from "./write-answer";

const longest = 32_767;
const logger = pino({ level: "silent" });
const apollo = new ApolloServer<GatewayContext>({
  typeDefs:
    "type Query { people: [Person!]! } type Person { number: Int!, text(length: Int!): String! }",
  resolvers: {
    Query: { people: () => [{ number: 1 }, { number: 2 }] },
    Person: {
      text: ({ number }: { number: number }, { length }: { length: number }) =>
        number === 1 ? "short" : "x".repeat(length),
    },
  },
  plugins: [operationSteps([tabulate()])],
  formatError: maskError(logger),
  stringifyResult: writeAnswer,
});
const app = createHttpServer({
  logger,
  bodyLimit: 10_000,
  readiness: async () => ({ ready: true, details: {} }),
});
const context = { requestId: "request-1", asOf: "2026-01-01" } as GatewayContext;
beforeAll(async () => {
  await apollo.start();
  await mountGraphql(app, apollo, () => context, chooseFormat, { write: writeAnswer });
});
afterAll(async () => {
  await app.close();
  await apollo.stop();
});

const ask = (format: string, length: number, headers = {}) =>
  app.inject({
    method: "POST",
    url: `/graphql?format=${format}`,
    headers,
    payload: { query: `{ people { number text(length: ${length}) } }` },
  });

describe("a text that is too long for a cell of Excel", () => {
  it("is refused with its place, and the answer is no file", async () => {
    const { statusCode, headers, body } = await ask("xlsx", longest + 1);
    expect(statusCode).toBe(400);
    expect(headers["content-type"]).toContain("application/json");
    expect(headers["content-disposition"]).toBeUndefined();
    expect(JSON.parse(body)).toMatchObject({
      errors: [
        {
          message:
            "Expected texts of at most 32767 characters for a cell of Excel, received one of 32768 in the column text, row 3 of people. The formats csv and ndjson hold it.",
          extensions: { code: "INVALID_FORMAT" },
        },
      ],
    });
  });

  it("is as long as Excel takes where it is no longer", async () => {
    expect((await ask("xlsx", longest)).statusCode).toBe(200);
  });

  it.each(["csv", "ndjson"])("is held by %s", async (format) => {
    const { statusCode, body } = await ask(format, longest + 1);
    expect([statusCode, body.includes("x".repeat(longest + 1))]).toEqual([200, true]);
  });
});
