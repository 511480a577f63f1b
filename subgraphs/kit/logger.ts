import pino, { type Logger } from "pino";
import type { LogLevel } from "./environment";
import { loggedError } from "./logged-error";
import { currentRequest } from "./request-scope";

/**
 * A JSON logger for one process. Every line names the process and, inside a request, its id and what the caller calls it.
 * Headers, which carry tokens and assertions, connection URLs and what rows hold are never written; of an error, in
 * `err`, only what {@link loggedError} keeps.
 */
export function createLogger(name: string, level: LogLevel): Logger {
  return pino({
    name,
    level,
    serializers: { err: loggedError },
    redact: ["headers", "*.headers", "req.headers", "databaseUrl"],
    mixin: () => {
      const { requestId, clientRequestId } = currentRequest() ?? {};
      return { requestId, clientRequestId };
    },
  });
}

/**
 * Drops the lines that a logger has not written, when whoever read them has ended: the library would try to write them
 * for ever when the process ends.
 */
export function dropUnwrittenLines(logger: Logger): void {
  const { streamSym } = pino.symbols as unknown as { readonly streamSym: symbol };
  const streams = logger as unknown as Readonly<Record<symbol, { flushSync?: () => void }>>;
  const stream = streams[streamSym];
  if (stream) stream.flushSync = () => undefined;
}
