import { setTimeout as delay } from "node:timers/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import pino from "pino";
import { newTestKeys, testCaller, type TestKeys } from "../../test/support/assertions";
import { KeyFile } from "../../subgraphs/kit/access/key-file";
import { readVerifyingKeys, type VerifyingKeys } from "../../subgraphs/kit/access/key-sets";
import { assertionHeader } from "../../subgraphs/kit/access/assertion";
import { grantHeader, shareHeader } from "../../subgraphs/kit/access/key-share";
import { requireAssertion } from "../../subgraphs/kit/access/require-assertion";
import { createHttpServer } from "../../subgraphs/kit/http/http-server";
import { setDate } from "../../test/support/set-date";
import { runInRequest } from "../../subgraphs/kit/request-scope";
import { runKeyCommand } from "../access/key-files";
import { connectionPool } from "./connection-pool";
import { postByHttp } from "./post-by-http";
import { vouchForRequests } from "./vouch-for-requests";

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
  readonly grants: string[] = [];
  /** With what it does not let in the next sealed request, as a process of an earlier version. */
  refusal: string | undefined;
  /** What it tells in place of its share. */
  told: string | undefined;
  /** Changes its answers on their way. */
  changeAnswer: (reply: FastifyReply, payload: unknown) => unknown = (_reply, payload) => payload;
  private app: FastifyInstance | undefined;
  private port = 0;

  async start(): Promise<this> {
    const readiness = async () => ({ ready: true, details: {} });
    const app = createHttpServer({ logger, bodyLimit: 1_000, readiness });
    app.addHook("onRequest", async ({ headers: { [grantHeader]: grant } }, reply) => {
      this.arrived.push(typeof grant === "string" ? "sealed" : "signed");
      if (typeof grant !== "string") return undefined;
      this.grants.push(grant);
      const { refusal } = this;
      this.refusal = undefined;
      return refusal === undefined ? undefined : reply.code(401).send(refusal);
    });
    await app.register(async (scope) => {
      requireAssertion("recruitment", verifying)(scope);
      scope.addHook("onSend", async (_request, reply, payload) => {
        if (this.told !== undefined) void reply.header(shareHeader, this.told);
        return this.changeAnswer(reply, payload);
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
  const post = postByHttp({
    ...{
      subgraph: "recruitment",
      url,
      dispatcher,
      waitingDispatcher: dispatcher,
      timeoutMilliseconds: 5_000,
    },
  });
  const send = vouchForRequests("recruitment", post, keys.signing);
  let requests = 0;
  return () => {
    const requestId = `request-${++requests}`;
    const caller = testCaller();
    const scope = { requestId, statements: [], subgraphCalls: [], caller, asOf: "2024-03-31" };
    const message = {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: `{ a${requests} }` }),
      wait: 0,
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

it("has no request done twice, whatever is put in the place of an answer", async () => {
  const ask = gatewayOf(subgraph);
  await ask();
  subgraph.answered.length = 0;
  const unchanged = subgraph.changeAnswer;
  // A share that comes with the answer to what was sealed says nothing.
  subgraph.told = "A".repeat(43);
  expect(await ask()).toEqual({ data: {} });
  subgraph.told = undefined;
  // Nothing was let in, it says, and it was.
  subgraph.changeAnswer = (reply, payload) => {
    subgraph.changeAnswer = unchanged;
    void reply.code(401);
    return payload;
  };
  expect(await ask()).toMatchObject({ errors: [{ extensions: { code: "INVALID_ASSERTION" } }] });
  expect(subgraph.arrived).toEqual(["signed", "sealed", "sealed", "signed"]);
  expect(subgraph.answered).toHaveLength(2);
});

it("signs what a process that knows nothing of grants does not let in, in whatever words", async () => {
  const ask = gatewayOf(subgraph);
  await ask();
  for (const words of ['{"errors":[{"message":"its algorithm is not EdDSA"}]}', "no", ""]) {
    const now = performance.now() + 61_000;
    jest.spyOn(performance, "now").mockImplementation(() => now);
    subgraph.refusal = words;
    expect(await ask()).toEqual({ data: {} });
  }
  expect(subgraph.arrived).toEqual(["signed", ...Array(3).fill(["sealed", "signed"]).flat()]);
  expect(subgraph.answered).toHaveLength(4);
});

it("tells its share to nobody who has not signed", async () => {
  const tells = async (headers: Readonly<Record<string, string>>) => {
    const { status, headers: answered } = await fetch(subgraph.url, { method: "POST", headers });
    return [status, answered.get(shareHeader)];
  };
  expect(await tells({})).toEqual([401, null]);
  expect(await tells({ [grantHeader]: "x" })).toEqual([401, null]);
  expect(await tells({ [assertionHeader]: "a.b.c" })).toEqual([401, null]);
});

it("shares another key before the one it has is too old", async () => {
  const ask = gatewayOf(subgraph);
  await ask();
  await ask();
  setDate(Date.now() + 56 * 60_000);
  expect(await ask()).toEqual({ data: {} });
  jest.useRealTimers();
  expect(subgraph.arrived).toEqual(["signed", "sealed", "sealed"]);
  expect(new Set(subgraph.grants).size).toBe(2);
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
