import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { isCallersFault } from "../errors/code-from-subgraph";
import { SubgraphFailure } from "../context/subgraph-failure";
import type { SubgraphSchema } from "../supergraph/subgraph-schema";
import type { StandIn, StandIns } from "../transport/stand-in";
import {
  SubgraphOperation,
  type SubgraphRequest,
  type SubgraphResponse,
} from "../transport/subgraph-request";
import { type AnswerPath, commonPath, joinPaths, outermostPaths, pathOfFetch } from "./answer-path";
import { canRepresent } from "./can-represent";
import type { PrunedOperation } from "./prune-operation";
import { PrunedQueries, type WantedQuery } from "./pruned-queries";
import { RecentFailures } from "./recent-failures";

interface StandInAnswer {
  readonly response: SubgraphResponse;
  /** Where it leaves out what only the other subgraph knows. */
  readonly lost: readonly AnswerPath[];
}

/**
 * If the subgraph that the planner chose does not answer, asks another one for what every subgraph knows, so that only
 * what the first alone knows is missing from the answer.
 */
export class Failover implements StandIns {
  private readonly standIns: StandIn[] = [];
  private readonly recentFailures = new RecentFailures();
  private readonly prunedQueries: PrunedQueries;

  constructor(
    private readonly schemas: ReadonlyMap<string, SubgraphSchema>,
    private readonly logger: Logger,
  ) {
    this.prunedQueries = new PrunedQueries(schemas);
  }

  /** Adds a subgraph; they are tried in the order in which they were added. */
  add(standIn: StandIn): void {
    this.standIns.push(standIn);
  }

  /**
   * Answers as much of a request as other subgraphs can. The failure is among the errors only if something is missing.
   *
   * @throws SubgraphFailure where no other subgraph can answer anything
   */
  async recover(request: SubgraphRequest, failure: SubgraphFailure): Promise<SubgraphResponse> {
    const { subgraph, code, cause } = failure;
    this.logger.warn({ subgraph, code, err: cause }, "a subgraph could not be asked");
    const wanted = this.prunedQueries.wanted({
      query: request.operation.query,
      variables: request.variables,
    });
    const base = pathOfFetch(request.path);
    const failureAt = (paths: readonly AnswerPath[]) =>
      failure.at(commonPath(paths.map((path) => joinPaths(base, path))), wanted.isChange);
    if (failure.isPassing) {
      this.recentFailures.add(subgraph);
      const answer = await this.askOthers(request, wanted);
      if (answer?.lost.length === 0) return answer.response;
      if (answer) {
        // An instance, so that its path survives: the library computes another for errors that come with data.
        const error = failureAt(answer.lost) as GraphQLFormattedError;
        return { ...answer.response, errors: [...(answer.response.errors ?? []), error] };
      }
    }
    throw failureAt(outermostPaths(wanted.document));
  }

  private async askOthers(
    request: SubgraphRequest,
    wanted: WantedQuery,
  ): Promise<StandInAnswer | undefined> {
    for (const standIn of this.standIns) {
      const pruned = this.recentFailures.has(standIn.name)
        ? undefined
        : this.prunedQueries.prunedFor(standIn.name, wanted);
      const response = pruned && (await this.ask(standIn, request, pruned));
      if (response?.data) return { response, lost: pruned?.lost ?? [] };
      // The subgraph that failed would have refused as well, so nothing is lost.
      if (response && isRefused(response)) return { response, lost: [] };
    }
    return undefined;
  }

  private async ask(
    standIn: StandIn,
    original: SubgraphRequest,
    { query, variables: used }: PrunedOperation,
  ): Promise<SubgraphResponse | undefined> {
    const { representations, ...rest } = original;
    const keys = this.schemas.get(standIn.name)?.keys ?? new Map<string, never>();
    if (!canRepresent(representations, keys)) return undefined;
    const given = Object.entries(original.variables).filter(([name]) => used.has(name));
    const request = {
      ...rest,
      operation: new SubgraphOperation(query),
      variables: Object.fromEntries(given),
      ...(representations && used.has("representations") && { representations }),
    };
    try {
      return await standIn.ask(request);
    } catch (error) {
      this.logger.warn({ subgraph: standIn.name, err: error }, "a stand-in could not be asked");
      // One that answers may answer the next query better, and costs no time.
      const hasAnswered = error instanceof SubgraphFailure && !error.isPassing;
      if (!hasAnswered) this.recentFailures.add(standIn.name);
      return undefined;
    }
  }
}

/** True if no subgraph answers until the caller has corrected something. */
function isRefused({ errors = [] }: SubgraphResponse): boolean {
  return (
    errors.length > 0 && errors.every(({ extensions }) => isCallersFault(extensions?.["code"]))
  );
}
