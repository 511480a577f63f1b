import { ApolloServer } from "@apollo/server";
import pino from "pino";
import { mountGraphql } from "../../subgraphs/kit/graphql/mount-graphql";
import { createHttpServer } from "../../subgraphs/kit/http/http-server";
import type { GatewayContext } from "../context/gateway-context";
import { operationSteps } from "../steps/operation-steps";
import type { AnswerFormat } from "./answer-format";
import { chooseFormat, formatOf, nameFormat, writeAnswer } from "./choose-format";

const given: unknown[] = [];
/** Writes bytes that are no text. */
const bytes: AnswerFormat = {
  name: "bytes",
  mediaType: "application/octet-stream",
  write: async (answer) => {
    given.push(answer);
    return Buffer.from([0xff, 0x00, 0xfe]);
  },
};

const app = createHttpServer({
  logger: pino({ level: "silent" }),
  bodyLimit: 10_000,
  readiness: async () => ({ ready: true, details: {} }),
});

beforeAll(async () => {
  const apollo = new ApolloServer<GatewayContext>({
    typeDefs: "type Query { year: Int }",
    resolvers: { Query: { year: () => 2023 } },
    stringifyResult: writeAnswer,
    plugins: [operationSteps([nameFormat()])],
  });
  await apollo.start();
  const choose = chooseFormat((request) =>
    request.url.endsWith("format=bytes") ? bytes : formatOf(request),
  );
  await mountGraphql(app, apollo, () => ({}) as GatewayContext, choose);
});

afterAll(() => app.close());

const ask = (url: string, accept = "application/json") =>
  app.inject({ method: "POST", url, headers: { accept }, payload: { query: "{ year }" } });

describe("the format of an answer", () => {
  it.each(["application/json", "application/graphql-response+json"])(
    "is JSON in one line, as %s where the caller accepts that",
    async (accept) => {
      const { headers, body, statusCode } = await ask("/graphql", accept);
      expect(statusCode).toBe(200);
      expect(headers["content-type"]).toBe(`${accept}; charset=utf-8`);
      expect(body).toBe('{"data":{"year":2023}}\n');
    },
  );

  it("is chosen for each request, is given the finished answer, and can be bytes of a media type of its own", async () => {
    const [one, other] = await Promise.all([
      ask("/graphql?format=bytes", "text/csv"),
      ask("/graphql"),
    ]);
    expect(one.statusCode).toBe(200);
    expect(one.headers["content-type"]).toBe("application/octet-stream");
    expect([...one.rawPayload]).toEqual([0xff, 0x00, 0xfe]);
    expect(given).toEqual([{ data: { year: 2023 } }]);
    expect(other.json()).toEqual({ data: { year: 2023 } });
  });

  it("is JSON where a request is refused because its caller accepts no format that there is", async () => {
    const { statusCode, headers } = await ask("/graphql", "text/csv");
    expect(statusCode).toBe(406);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  });
});
