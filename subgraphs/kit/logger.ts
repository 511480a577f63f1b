import pino, { type Logger } from "pino";
import type { LogLevel } from "./environment";
import { currentRequest } from "./request-scope";

/**
 * A JSON logger for one process. Every line names the process and, inside a request, the request id.
 * Headers that carry credentials, and connection URLs, are never written.
 */
export function createLogger(name: string, level: LogLevel): Logger {
  return pino({
    name,
    level,
    redact: ["headers.authorization", "headers.cookie", "req.headers", "databaseUrl"],
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.requestId } : {};
    },
  });
}
