import { GraphQLError } from "graphql";
import type { ErrorCode } from "../../subgraphs/kit/errors";

/** The ways in which asking a subgraph can fail as a whole. */
export type SubgraphFailureCode = Extract<ErrorCode, `SUBGRAPH_${string}`>;

const whatHappened: Readonly<Record<SubgraphFailureCode, string>> = {
  SUBGRAPH_ABANDONED: "was no longer waited for",
  SUBGRAPH_UNAVAILABLE: "is unavailable",
  SUBGRAPH_TIMEOUT: "did not answer in time",
  SUBGRAPH_INVALID_RESPONSE: "gave an answer that cannot be used",
};

const notMade = "it was not asked, so the change was not made. Send it again later.";
const notKnown =
  "whether the change was made is not known. If it had an idempotencyKey, send it again with the same one: it is made once. Else read first.";
const restIsComplete = "the rest of the answer is complete.";

function messageOf(
  subgraph: string,
  code: SubgraphFailureCode,
  { isChange = false, wasAsked = true }: SubgraphFailureDetails,
): string {
  const ofChange = wasAsked ? notKnown : notMade;
  return `Subgraph "${subgraph}" ${whatHappened[code]}; ${isChange ? ofChange : restIsComplete}`;
}

/** What a failure is about, beside its subgraph. */
export interface SubgraphFailureDetails {
  /** The place in the answer below which something is missing. */
  readonly path?: readonly (string | number)[];
  /** Whether it was asked to change something. */
  readonly isChange?: boolean;
  /** False if the subgraph certainly did not get the request. Default: true. */
  readonly wasAsked?: boolean;
  /** The cause, for the log only: it may hold addresses. */
  readonly cause?: unknown;
}

/** A subgraph could not be asked. Safe to show to callers: it names the subgraph and never its address. */
export class SubgraphFailure extends GraphQLError {
  private readonly wasAsked: boolean;

  constructor(
    readonly subgraph: string,
    readonly code: SubgraphFailureCode,
    details: SubgraphFailureDetails = {},
  ) {
    const { path, wasAsked = true, cause } = details;
    super(messageOf(subgraph, code, details), { path, extensions: { code, subgraph } });
    this.name = "SubgraphFailure";
    this.wasAsked = wasAsked;
    this.cause = cause;
  }

  /** Whether asking another subgraph, or the same one later, may help. */
  get isPassing(): boolean {
    return this.code === "SUBGRAPH_UNAVAILABLE" || this.code === "SUBGRAPH_TIMEOUT";
  }

  /** The same failure, of a request that was not sent because of it. */
  ofUnsent(): SubgraphFailure {
    return new SubgraphFailure(this.subgraph, this.code, { wasAsked: false, cause: this.cause });
  }

  /** The same failure at a place in the answer to a query or a change. */
  at(path: readonly (string | number)[], isChange: boolean): SubgraphFailure {
    return new SubgraphFailure(this.subgraph, this.code, {
      ...(path.length > 0 && { path }),
      isChange,
      wasAsked: this.wasAsked,
      cause: this.cause,
    });
  }
}
