/** The reason why the local stack cannot run, written for the developer and shown without a stack trace. */
export class LocalStackFailure extends Error {
  override readonly name = "LocalStackFailure";
}

/** The code of a failed system call, such as `EACCES`, or `undefined` for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
