import type { OperationStep } from "./steps/operation-steps";

/** Adds to every answer, in `extensions.asOf`, the day in force where no `asOf` was given. */
export function asOfExtension(): OperationStep {
  return {
    begin: ({ contextValue: { asOf } }) => ({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === "single") {
          body.singleResult.extensions = { ...body.singleResult.extensions, asOf };
        }
      },
    }),
  };
}
