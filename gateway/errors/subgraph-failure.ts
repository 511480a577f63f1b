import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../subgraphs/kit/errors";

/** The ways in which asking a subgraph can fail as a whole. */
export type SubgraphFailureCode = Extract<ErrorCode, `SUBGRAPH_${string}`>;

const messages: Readonly<Record<SubgraphFailureCode, (subgraph: string) => string>> = {
  SUBGRAPH_UNAVAILABLE: (subgraph) =>
    `Subgraph "${subgraph}" is unavailable; the rest of the answer is complete.`,
  SUBGRAPH_TIMEOUT: (subgraph) =>
    `Subgraph "${subgraph}" did not answer in time; the rest of the answer is complete.`,
  SUBGRAPH_INVALID_RESPONSE: (subgraph) =>
    `Subgraph "${subgraph}" gave an answer that cannot be used; the rest of the answer is complete.`,
};

/** What a failure is about, beside its subgraph. */
export interface SubgraphFailureDetails {
  /** The place in the answer below which something is missing. */
  readonly path?: readonly (string | number)[];
  /** What went wrong underneath, for the log only: it may hold addresses. */
  readonly cause?: unknown;
}

/** A subgraph could not be asked. Safe to show: it names the subgraph and never its address. */
export class SubgraphFailure extends GraphQLError {
  constructor(
    readonly subgraph: string,
    readonly code: SubgraphFailureCode,
    { path, cause }: SubgraphFailureDetails = {},
  ) {
    super(messages[code](subgraph), { path, extensions: { code, subgraph } });
    this.name = "SubgraphFailure";
    this.cause = cause;
  }

  /** Whether asking another subgraph, or the same one later, may help. */
  get isPassing(): boolean {
    return this.code !== "SUBGRAPH_INVALID_RESPONSE";
  }

  /** The same failure, seen at a place in the answer. */
  at(path: readonly (string | number)[]): SubgraphFailure {
    return new SubgraphFailure(this.subgraph, this.code, {
      ...(path.length > 0 && { path }),
      cause: this.cause,
    });
  }
}
