import type { OperationStep } from "./steps/operation-steps";

/** Adds to every answer, in `extensions.dataset`, what kind of records it is made of. */
export function datasetExtension(dataset: string): OperationStep {
  return {
    begin: () => ({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === "single") {
          body.singleResult.extensions = { ...body.singleResult.extensions, dataset };
        }
      },
    }),
  };
}
