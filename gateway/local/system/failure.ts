/** What keeps the local stack from running, written for the developer: shown without a stack. */
export class LocalStackFailure extends Error {
  override readonly name = "LocalStackFailure";
}

/** The code of a failed system call, such as `EACCES`, or `undefined` for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
