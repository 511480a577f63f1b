import type { ErrorCode } from "../errors";

/** The body of an answer to a request that was refused before it reached the graph. */
export function problem(code: ErrorCode, message: string) {
  return { errors: [{ message, extensions: { code } }] };
}
