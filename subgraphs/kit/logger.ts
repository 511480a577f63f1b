import pino, { type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "./environment";
import { loggedError } from "./logged-error";
import { currentRequest } from "./request-scope";

/** How many bytes of lines are written at once: writing each by itself would cost as much as a tenth of a request. */
const writtenTogether = 4_096;

/** How long a line is held for that, milliseconds; when the process ends, all are written. */
const longestHeld = 50;

/**
 * A JSON logger for one process. Every line names the process and, inside a request, its id and what the caller calls it.
 * Headers, which carry tokens and assertions, connection URLs and what rows hold are never written; of an error, in
 * `err`, only what {@link loggedError} keeps.
 */
export function createLogger(name: string, level: LogLevel): Logger {
  return pino(
    {
      name,
      level,
      serializers: { err: loggedError },
      redact: ["headers", "*.headers", "req.headers", "databaseUrl"],
      mixin: () => {
        const { requestId, clientRequestId } = currentRequest() ?? {};
        return { requestId, clientRequestId };
      },
    },
    linesOf(level),
  );
}

/** Where lines go. A silent logger has none, so that no timer waits for them. */
function linesOf(level: LogLevel): DestinationStream {
  return level === "silent"
    ? { write: () => undefined }
    : pino.destination({ sync: false, minLength: writtenTogether, periodicFlush: longestHeld });
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
