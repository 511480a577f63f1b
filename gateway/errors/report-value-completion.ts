import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import type { OperationStep } from "../steps/operation-steps";

/**
 * If a subgraph's answer does not fit the schema though it reports no error, `@apollo/gateway` puts `null` in its place
 * and the reasons into `extensions.valueCompletion`, where no client looks. GraphQL requires an error for every such
 * `null`, so they become errors. Their messages name fields of the public schema and nothing else.
 */
export function reportValueCompletion(logger: Logger): OperationStep {
  return {
    begin: () => ({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === "single" && body.singleResult.extensions) {
          // Most answers have none, and nothing has to be copied.
          if (!("valueCompletion" in body.singleResult.extensions)) return;
          const { valueCompletion, ...extensions } = body.singleResult.extensions;
          const errors = Array.isArray(valueCompletion) ? valueCompletion.flatMap(asError) : [];
          if (errors.length > 0) {
            logger.error({ errors }, "a subgraph's answer does not fit the schema");
            body.singleResult.errors = [...(body.singleResult.errors ?? []), ...errors];
          }
          if (Object.keys(extensions).length > 0) body.singleResult.extensions = extensions;
          else delete body.singleResult.extensions;
        }
      },
    }),
  };
}

function asError(problem: unknown): GraphQLFormattedError[] {
  if (!(problem instanceof GraphQLError)) return [];
  const { message, path } = problem;
  return [{ message, ...(path && { path }), extensions: { code: "SUBGRAPH_INVALID_RESPONSE" } }];
}
