import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { newTestKeys, testCaller, type TestKeys } from "../../test/support/assertions";
import { KeyFile } from "../../subgraphs/kit/access/key-file";
import { readVerifyingKeys, type VerifyingKeys } from "../../subgraphs/kit/access/key-sets";
import { grantHeader, shareHeader } from "../../subgraphs/kit/access/key-share";
import { requireAssertion } from "../../subgraphs/kit/access/require-assertion";
import { createHttpServer } from "../../subgraphs/kit/http/http-server";
import { runInRequest } from "../../subgraphs/kit/request-scope";
import { runKeyCommand } from "../access/key-files";
import { connectionPool } from "./connection-pool";
import { sendByHttp } from "./send-by-http";
import { signRequests } from "./sign-requests";

const logger = pino({ level: "silent" });
const dispatcher = connectionPool();
let keys: TestKeys;
let verifying: KeyFile<VerifyingKeys>;
beforeEach(async () => {
  keys = await newTestKeys();
  verifying = await KeyFile.open({
    path: keys.files.public,
    variable: "GATEWAY_KEYS_FILE",
    read: readVerifyingKeys,
    logger,
  });
});
let subgraph: Answering;
beforeEach(async () => {
  subgraph = await new Answering().start();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await subgraph.stop();
});
afterAll(() => dispatcher.close());

/** A process of a subgraph. It notes how each request that arrived was vouched for, and each that it has answered. */
class Answering {
  readonly arrived: string[] = [];
  readonly answered: string[] = [];
  /** What it tells in place of its share. */
  told: string | undefined;
  private app: FastifyInstance | undefined;
  private port = 0;

  async start(): Promise<this> {
    const readiness = async () => ({ ready: true, details: {} });
    const app = createHttpServer({ logger, bodyLimit: 1_000, readiness });
    app.addHook("onRequest", async ({ headers }) => {
      this.arrived.push(typeof headers[grantHeader] === "string" ? "sealed" : "signed");
    });
    await app.register(async (scope) => {
      requireAssertion("recruitment", verifying)(scope);
      scope.addHook("onSend", async (_request, reply) => {
        if (this.told !== undefined) void reply.header(shareHeader, this.told);
      });
      scope.post("/graphql", (request) => {
        this.answered.push(JSON.stringify(request.body));
        return { data: {} };
      });
    });
    this.port = Number(new URL(await app.listen({ host: "127.0.0.1", port: this.port })).port);
    this.app = app;
    return this;
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }
}

function gatewayOf({ url }: Answering) {
  const unsigned = sendByHttp({
    ...{ subgraph: "recruitment", url, dispatcher, timeoutMilliseconds: 5_000 },
  });
  const send = signRequests("recruitment", unsigned, keys.signing);
  let requests = 0;
  return () => {
    const requestId = `request-${++requests}`;
    const caller = testCaller();
    const scope = { requestId, statements: [], subgraphCalls: [], caller, asOf: "2024-03-31" };
    const message = {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ a${requests} }` }),
    };
    return runInRequest(scope, () => send(message));
  };
}

it("signs the first request, and seals the next with the key that both then share", async () => {
  const ask = gatewayOf(subgraph);
  for (let time = 0; time < 3; time += 1) expect(await ask()).toEqual({ data: {} });
  expect(subgraph.arrived).toEqual(["signed", "sealed", "sealed"]);
});

it("has every request answered once by a process that knows none of its keys, and signs for a minute", async () => {
  const ask = gatewayOf(subgraph);
  await ask();
  await ask();
  await subgraph.stop();
  await subgraph.start();
  // The gateway's connections have to notice that the other side was closed.
  await delay(20);
  subgraph.arrived.length = 0;
  subgraph.answered.length = 0;
  expect(await Promise.all([ask(), ask()])).toEqual([{ data: {} }, { data: {} }]);
  expect(subgraph.arrived).toEqual(["sealed", "sealed", "signed", "signed"]);
  expect([...subgraph.answered].sort()).toEqual(['{"query":"{ a3 }"}', '{"query":"{ a4 }"}']);
  await ask();
  expect(subgraph.arrived.at(-1)).toBe("signed");
  const now = performance.now();
  jest.spyOn(performance, "now").mockImplementation(() => now + 60_001);
  await ask();
  expect(subgraph.arrived.at(-1)).toBe("sealed");
  expect(subgraph.answered).toHaveLength(4);
});

it("signs every request to a subgraph that tells no share, or something else for one", async () => {
  for (const told of ["", "x", "A".repeat(43), "B".repeat(5_000)]) {
    subgraph.told = told;
    const ask = gatewayOf(subgraph);
    await ask();
    expect(await ask()).toEqual({ data: {} });
  }
  expect(new Set(subgraph.arrived)).toEqual(new Set(["signed"]));
});

it("shares another key once it signs with another", async () => {
  const ask = gatewayOf(subgraph);
  await ask();
  await ask();
  for (const command of ["add", "switch", "retire"] as const) {
    await runKeyCommand(command, keys.folder);
    await keys.signing.current({ atOnce: true });
    await verifying.current({ atOnce: true });
    expect(await ask()).toEqual({ data: {} });
  }
  expect(subgraph.arrived).toEqual(["signed", "sealed", "sealed", "sealed", "sealed"]);
});
