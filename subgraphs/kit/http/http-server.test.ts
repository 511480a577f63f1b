import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import pino from "pino";
import { awakeTime } from "../../../test/support/awake-time";
import { currentRequest } from "../request-scope";
import { createHttpServer, type HttpServerOptions } from "./http-server";
import { waitingSignal } from "./waiting-signal";

const options: HttpServerOptions = {
  logger: pino({ level: "silent" }),
  bodyLimit: 1_024,
  readiness: () => Promise.resolve({ ready: true, details: {} }),
};
const app = createHttpServer(options);
afterAll(() => app.close());

describe("a server of the graph", () => {
  it.each(["/%", "/graphql/%ff"])(
    "says of the address %s what it says of any other",
    async (url) => {
      const { statusCode, headers, body } = await app.inject({ url });
      expect(statusCode).toBe(400);
      expect(headers["x-request-id"]).toEqual(expect.any(String));
      expect(JSON.parse(body)).toEqual({
        errors: [
          {
            message: "Expected an address, received one that cannot be read.",
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      });
    },
  );

  it("waits for a request to arrive for a while and no longer", () => {
    expect(app.server.requestTimeout).toBe(30_000);
    expect(app.server.headersTimeout).toBe(30_000);
  });

  it.each([
    ["headers", "POST /graphql HTTP/1.1\r\n"],
    ["a body", "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n"],
  ])("ends a connection soon after that time where %s do not arrive", async (_what, start) => {
    const slow = createHttpServer({ ...options, slowestRequest: 500 });
    const { hostname, port } = new URL(await slow.listen({ host: "127.0.0.1", port: 0 }));
    const socket = connect(Number(port), hostname).on("error", () => undefined);
    socket.resume().write(start);
    expect(await awakeTime(() => once(socket, "close"))).toBeLessThan(5_000);
    await slow.close();
  });

  it("is not kept from closing by a connection that has sent nothing", async () => {
    const server = createHttpServer(options);
    const { hostname, port } = new URL(await server.listen({ host: "127.0.0.1", port: 0 }));
    const socket = connect(Number(port), hostname).on("error", () => undefined);
    await once(server.server, "connection");
    expect(await awakeTime(() => server.close())).toBeLessThan(5_000);
    socket.destroy();
  });

  it("knows when whoever asked is gone, and not before", async () => {
    const asked = createHttpServer(options);
    const begun = new EventEmitter();
    asked.post("/graphql", async ({ body }, reply) => {
      const signal = waitingSignal(reply);
      await delay(20);
      begun.emit("read", signal.aborted, body);
      if (!signal.aborted) await once(signal, "abort");
      begun.emit("gone");
      return reply.send({});
    });
    const url = await asked.listen({ host: "127.0.0.1", port: 0 });
    const caller = new AbortController();
    const read = once(begun, "read");
    const answer = fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      signal: caller.signal,
    });
    expect(await read).toEqual([false, {}]);
    const gone = once(begun, "gone");
    caller.abort();
    await expect(answer).rejects.toThrow("aborted");
    await gone;
    await asked.close();
  });

  it("knows when whoever asked has waited for as long as it waits", async () => {
    const asked = createHttpServer(options);
    asked.get("/graphql", async (_request, reply) => {
      const signal = waitingSignal(reply, 20);
      if (!signal.aborted) await once(signal, "abort");
      return reply.send("given up");
    });
    expect((await asked.inject("/graphql")).body).toBe("given up");
    await asked.close();
  });

  it("logs no more of a path than its beginning", async () => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
    const logging = createHttpServer({ ...options, logger: pino({}, { write }) });
    await logging.inject({ url: `/${"x".repeat(10_000)}?y` });
    await logging.inject({ url: `/${"x".repeat(199)}?y` });
    await logging.close();
    expect(lines.map(({ path }) => path)).toEqual([`/${"x".repeat(199)}…`, `/${"x".repeat(199)}`]);
  });

  it("logs the first refusals of a second, and how many more there were", async () => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
    const busy = createHttpServer({ ...options, logger: pino({}, { write }) });
    for (let count = 0; count < 1_000; count += 1) await busy.inject({ url: "/nowhere" });
    await busy.inject({ url: "/nowhere" });
    await busy.close();
    const full = lines.filter(({ msg }) => msg === "answered");
    const reported = lines.filter(({ msg }) => msg === "lines were left out");
    const leftOut = reported.map((line) => (line["leftOut"] as Record<string, number>)["404"] ?? 0);
    expect(full.length).toBeLessThan(1_000);
    expect(full.length + leftOut.reduce((sum, count) => sum + count, 0)).toBe(1_001);
  });

  it.each([
    ["a subgraph was asked", 503, "gateway"],
    ["a subgraph was asked", 403, "gateway"],
    ["the database was asked", 503, "subgraph"],
  ])(
    "logs every refusal before which %s (%d): a change may have been made",
    async (_title, status, by) => {
      const lines: Record<string, unknown>[] = [];
      const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
      const server = createHttpServer({ ...options, logger: pino({}, { write }) });
      server.post("/graphql", (_request, reply) => {
        const { subgraphCalls = [], statements = [] } = currentRequest() ?? {};
        const call = {
          subgraph: "dispatch",
          kind: "root",
          representations: 0,
          milliseconds: 1,
        } as const;
        if (by === "gateway") subgraphCalls.push(call);
        else statements.push("change.insert");
        return reply.code(status).send({});
      });
      server.post("/busy", (_request, reply) => reply.code(status).send({}));
      const paths = Array.from({ length: 300 }, () => ["/busy", "/graphql"]).flat();
      await Promise.all(paths.map((url) => server.inject({ method: "POST", url })));
      await server.close();
      const answered = (path: string) =>
        lines.filter((line) => line["msg"] === "answered" && line["path"] === path).length;
      expect(answered("/graphql")).toBe(300);
      expect(lines).toContainEqual(expect.objectContaining({ msg: "lines were left out" }));
    },
  );
});
