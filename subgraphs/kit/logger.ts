import pino, { type Logger } from "pino";
import type { LogLevel } from "./environment";
import { currentRequest } from "./request-scope";

/**
 * A JSON logger for one process. Every line names the process and, inside a request, the request id.
 * Headers, which carry tokens and assertions, and connection URLs are never written.
 */
export function createLogger(name: string, level: LogLevel): Logger {
  return pino({
    name,
    level,
    redact: ["headers", "*.headers", "req.headers", "databaseUrl"],
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.requestId } : {};
    },
  });
}
