import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../subgraphs/kit/errors";

/** The ways in which asking a subgraph can fail as a whole. */
export type SubgraphFailureCode = Extract<ErrorCode, `SUBGRAPH_${string}`>;

const whatHappened: Readonly<Record<SubgraphFailureCode, string>> = {
  SUBGRAPH_UNAVAILABLE: "is unavailable",
  SUBGRAPH_TIMEOUT: "did not answer in time",
  SUBGRAPH_INVALID_RESPONSE: "gave an answer that cannot be used",
};

function messageOf(subgraph: string, code: SubgraphFailureCode, isChange: boolean): string {
  const consequence = isChange
    ? "whether the change was made is not known. If it had an idempotencyKey, send it again with the same one: it is made once. Else read first."
    : "the rest of the answer is complete.";
  return `Subgraph "${subgraph}" ${whatHappened[code]}; ${consequence}`;
}

/** What a failure is about, beside its subgraph. */
export interface SubgraphFailureDetails {
  /** The place in the answer below which something is missing. */
  readonly path?: readonly (string | number)[];
  /** Whether it was asked to change something. */
  readonly isChange?: boolean;
  /** What went wrong underneath, for the log only: it may hold addresses. */
  readonly cause?: unknown;
}

/** A subgraph could not be asked. Safe to show: it names the subgraph and never its address. */
export class SubgraphFailure extends GraphQLError {
  constructor(
    readonly subgraph: string,
    readonly code: SubgraphFailureCode,
    { path, isChange = false, cause }: SubgraphFailureDetails = {},
  ) {
    super(messageOf(subgraph, code, isChange), { path, extensions: { code, subgraph } });
    this.name = "SubgraphFailure";
    this.cause = cause;
  }

  /** Whether asking another subgraph, or the same one later, may help. */
  get isPassing(): boolean {
    return this.code !== "SUBGRAPH_INVALID_RESPONSE";
  }

  /** The same failure, seen at a place in the answer to a query or a change. */
  at(path: readonly (string | number)[], isChange: boolean): SubgraphFailure {
    return new SubgraphFailure(this.subgraph, this.code, {
      ...(path.length > 0 && { path }),
      isChange,
      cause: this.cause,
    });
  }
}
