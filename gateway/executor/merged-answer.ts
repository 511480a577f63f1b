import type { GraphQLError } from "graphql";
import type { AnswerObject } from "./own-property";
import type { AnswerPath } from "./places";

/** What the steps of an operation have given so far. */
export interface MergedAnswer {
  /** By the names of the plan, with more than was asked for. */
  readonly data: AnswerObject;
  readonly errors: GraphQLError[];
  /** Objects that a subgraph says it does not know: what it has of them is missing by right. */
  readonly unknown: Set<AnswerObject>;
  /** Where a subgraph left out what another one has to be asked by. */
  readonly nameless: AnswerPath[];
}
