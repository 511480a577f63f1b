import type { GraphQLError } from "graphql";
import type { AnswerObject } from "./own-property";

/** What the steps of an operation have given so far. */
export interface MergedAnswer {
  /** By the names of the plan, with more than was asked for. */
  readonly data: AnswerObject;
  readonly errors: GraphQLError[];
}
