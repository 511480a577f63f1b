import type { GraphQLFormattedError } from "graphql";
import type { OperationStep } from "../steps/operation-steps";
import { isBusy } from "./code-from-subgraph";

/** After how long a subgraph that is busy is asked again, seconds: as long as it lets a statement wait for a connection. */
const pause = 5;

/** The header that says when to ask again, if an answer has an error that passes; otherwise none. */
export function retryAfter(
  errors: readonly GraphQLFormattedError[] = [],
): Readonly<Record<string, string>> {
  const isPassing = errors.some(({ extensions }) => isBusy(extensions?.["code"]));
  return isPassing ? { "retry-after": String(pause) } : {};
}

/** Says when to ask again, where something of an answer is missing because a subgraph is busy. */
export function hintAtRetry(): OperationStep {
  return {
    begin: () => ({
      willSendResponse: ({ response: { http, body } }) => {
        if (body.kind !== "single" || !body.singleResult.errors) return;
        const { errors } = body.singleResult;
        for (const [name, value] of Object.entries(retryAfter(errors)))
          http.headers.set(name, value);
      },
    }),
  };
}
