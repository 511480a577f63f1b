import {
  type DocumentNode,
  executeSync,
  type ExecutionResult,
  getIntrospectionQuery,
  type GraphQLSchema,
  parse,
} from "graphql";
import { ApiError } from "../../subgraphs/kit/errors";

/** The longest answer about the schema, as a multiple of the answer to the longest query that tools send. */
const mostTimes = 2;

/** Answers introspection as graphql-js does, up to the length that any tool needs. */
export class SchemaAnswers {
  private readonly longest: number;

  constructor(private readonly schema: GraphQLSchema) {
    this.longest = mostTimes * lengthOf(executeSync({ schema, document: parse(everything) }));
  }

  /**
   * What the schema answers to a document.
   * @throws ApiError QUERY_TOO_COSTLY where that is too long, as by many aliases of one text
   */
  answer(document: DocumentNode, variableValues: ExecutionVariables): ExecutionResult {
    const answer = executeSync({ schema: this.schema, document, variableValues });
    const length = lengthOf(answer);
    if (length <= this.longest) return answer;
    throw new ApiError(
      "QUERY_TOO_COSTLY",
      `Expected introspection with an answer of at most ${this.longest} characters, received one with an answer of ${length}.`,
    );
  }
}

type ExecutionVariables = Parameters<typeof executeSync>[0]["variableValues"];

const everything = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

function lengthOf({ data }: ExecutionResult): number {
  return JSON.stringify(data ?? null).length;
}
