import type { Fetcher } from "@graphiql/toolkit";
import type { ExecutionResult } from "graphql";
import { type GraphAnswer, postGraphql } from "../../browser/post-graphql";
import type { Asked } from "../shared/asked";

/** An answer, with what was asked and how. */
export interface Answered {
  readonly asked: Asked;
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: GraphAnswer;
}

/** What GraphiQL calls the operation with which it asks for the schema. */
const introspection = "IntrospectionQuery";

/**
 * Asks the graph for GraphiQL. The schema is asked for as everybody, and with the caller's headers only where everybody may
 * not, so that a token which has expired does not take the documentation away.
 *
 * @param headersOf all headers of a request, with those that were typed in
 * @param note is given each answer that somebody asked for
 */
export function graphFetcher(
  headersOf: (typed: Readonly<Record<string, unknown>>) => Record<string, string>,
  note: (answered: Answered) => void,
): Fetcher {
  return async ({ query, operationName, variables }, options) => {
    const asked: Asked = { query, variables, operationName: operationName ?? undefined };
    const headers = headersOf(options?.headers ?? {});
    if (operationName === introspection) {
      const asEverybody = await postGraphql(asked, {});
      return graphiqlAnswer(asEverybody.data ? asEverybody : await postGraphql(asked, headers));
    }
    const answer = await postGraphql(asked, headers);
    note({ asked, headers, answer });
    return graphiqlAnswer(answer);
  };
}

/** GraphiQL's own type of an answer names every part, ours those that we use. */
const graphiqlAnswer = (answer: GraphAnswer) => answer as ExecutionResult;
