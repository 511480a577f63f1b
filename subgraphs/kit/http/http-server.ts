import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Logger } from "pino";
import { decorateWithCaller } from "./request-caller";
import { ApiError, shortened, shown } from "../errors";
import { decorateWithAsOf } from "../request-as-of";
import {
  answeredRequests,
  currentRequest,
  type RequestScope,
  runInRequest,
} from "../request-scope";
import { answerUnrouted } from "./answer-unrouted";
import { readJsonBodies } from "./json-body";
import { problem } from "./problem";
import { checkTarget } from "./request-target";
import { SampledLines } from "./sampled-lines";
import { refuseUnreadable } from "./unreadable-request";

/** What an HTTP server of the graph needs to know. */
export interface HttpServerOptions {
  readonly logger: Logger;
  /** Largest request body accepted, bytes. */
  readonly bodyLimit: number;
  /** Addresses of the proxies in front, whose `x-forwarded-for` is trusted; no others are. */
  readonly trustedProxies?: readonly string[];
  /** Whether the process can answer now; its details are shown on `/ready`. Never throws. */
  readonly readiness: () => Promise<Readiness>;
  /** The longest time in which a request must arrive, milliseconds; a very slow sender is disconnected then. */
  readonly slowestRequest?: number;
}

/** The state behind `/ready`: 200 where `ready`, else 503. */
export interface Readiness {
  readonly ready: boolean;
  readonly details: Readonly<Record<string, string>>;
}

/** What a caller calls a request is kept only in this form. */
const acceptableRequestId = /^[\w.:-]{1,128}$/;

const defaultSlowestRequest = 30_000;

/** How many characters of a path are logged: anybody can send a long one. */
const longestPath = 200;

/** How often connections are checked for requests that take too long, milliseconds; Node's default is 30 s. */
const checkInterval = 1_000;

/**
 * A Fastify server with what every process of the graph shares: a request id (made here, in every log line and in the
 * answer's `x-request-id`; the caller's own is kept beside it), `/health` (the process lives), `/ready` (it can
 * answer), one log line a request with its caller, and errors that disclose nothing internal.
 */
export function createHttpServer({
  logger,
  bodyLimit,
  trustedProxies = [],
  readiness,
  slowestRequest = defaultSlowestRequest,
}: HttpServerOptions): FastifyInstance {
  const refused = new SampledLines(logger);
  // What its lines hold is chosen below, so nothing in them has to be looked for and removed.
  const answered = logger.child({}, { redact: [] });
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    // Every line has the id of its request from the logger itself.
    childLoggerFactory: (parent) => parent,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: slowestRequest,
    http: {
      requestTimeout: slowestRequest,
      headersTimeout: slowestRequest,
      connectionsCheckingInterval: checkInterval,
    },
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
    // What fails before any hook: an address that cannot be decoded.
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseUnreadable,
  });
  decorateWithCaller(app);
  decorateWithAsOf(app);
  app.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id);
    runInRequest(scopeOf(request), done);
  });
  app.addHook("onRequest", (request, _reply, done) => {
    if (!isProbe(request.url)) checkTarget(request);
    done();
  });
  readJsonBodies(app);
  closeUnused(app);
  // A connection kept alive after its last answer would hold up the shutdown until it times out.
  let closing = false;
  app.addHook("preClose", (done) => {
    closing = true;
    done();
  });
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (closing) void reply.header("connection", "close");
    done(null, payload);
  });
  app.addHook("onClose", (_app, done) => {
    refused.report();
    done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const scope = currentRequest();
    const { statements = [], subgraphCalls = [], audit } = scope ?? {};
    const isFree = statements.length + subgraphCalls.length === 0 && isRefusal(reply);
    if (!isProbe(request.url)) answeredRequests.publish(scope);
    if (!isProbe(request.url) && (!isFree || refused.admits(String(reply.statusCode)))) {
      const { caller } = request;
      // What is `undefined` is not written.
      answered.info(
        {
          method: request.method,
          path: shortened(request.url.split("?")[0] ?? "", longestPath),
          status: reply.statusCode,
          caller: caller && { subject: caller.subject, roles: caller.roles },
          milliseconds: Math.round(reply.elapsedTime),
          statements,
          subgraphCalls: subgraphCalls.length > 0 ? subgraphCalls : undefined,
          audit,
        },
        "answered",
      );
    }
    done();
  });
  app.get("/health", () => ({ status: "alive" }));
  app.get("/ready", async (_request, reply) => {
    const { ready, details } = await readiness();
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ready" : "not ready", ...details });
  });
  app.setNotFoundHandler(answerUnrouted);
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    if (error instanceof ApiError) {
      const { code, http } = error.extensions;
      return reply.code(http?.status ?? 400).send(problem(code, error.message));
    }
    const status = error.statusCode ?? 500;
    if (status < 500) {
      const type = shown(request.headers["content-type"] ?? "none");
      const messages: Readonly<Record<number, string>> = {
        413: `Expected a body of at most ${bodyLimit} bytes, received a larger one.`,
        415: `Expected content-type application/json, received ${type}.`,
      };
      return reply.code(status).send(problem("BAD_REQUEST", messages[status] ?? error.message));
    }
    logger.error({ err: error }, "unexpected error");
    return reply
      .code(500)
      .send(
        problem(
          "INTERNAL_SERVER_ERROR",
          `Something went wrong on our side. Report it with request id ${request.id}.`,
        ),
      );
  });
  return app;
}

/** On shutdown, closes connections that have sent nothing: to Node.js they are not idle, and it would wait for them. */
function closeUnused(app: FastifyInstance): void {
  const open = new Set<Socket>();
  app.server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  app.addHook("preClose", (done) => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    done();
  });
}

function refuseAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const message = "Expected an address, received one that cannot be read.";
  void reply.header("x-request-id", request.id).code(400).send(problem("BAD_REQUEST", message));
}

function scopeOf({ id: requestId, headers }: FastifyRequest): RequestScope {
  const given = headers["x-request-id"];
  return typeof given === "string" && acceptableRequestId.test(given)
    ? { requestId, clientRequestId: given, statements: [], subgraphCalls: [] }
    : { requestId, statements: [], subgraphCalls: [] };
}

/** True if a request was refused, also if only for now. If nothing was done for it, it costs its sender nothing. */
function isRefusal({ statusCode }: FastifyReply): boolean {
  return (statusCode >= 400 && statusCode < 500) || statusCode === 503;
}

function isProbe(url: string): boolean {
  return url === "/health" || url === "/ready";
}
