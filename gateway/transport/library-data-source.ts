import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import type { GatewayContext } from "../context/gateway-context";
import { askOnce } from "./ask-once";
import type { AskSubgraph } from "./subgraph";
import { SubgraphOperation, type SubgraphResponse } from "./subgraph-request";

/** What the library asks of a subgraph. */
type LibraryRequest = GraphQLDataSourceProcessOptions<GatewayContext>;

/** A subgraph as the executor of `@apollo/gateway` asks it: each entity once, however often the library needs it. */
export class LibraryDataSource implements GraphQLDataSource<GatewayContext> {
  constructor(private readonly subgraph: AskSubgraph) {}

  /** Answers for a part of a caller's answer; the library asks for nothing else here. */
  process(asked: LibraryRequest): Promise<SubgraphResponse> {
    const { query, operationName, variables: given } = asked.request;
    if (query === undefined || !("incomingRequestContext" in asked)) {
      throw new Error("Expected a request for a part of a caller's answer.");
    }
    const { representations, ...variables } = given ?? {};
    const { context, pathInIncomingRequest: path = [] } = asked;
    return askOnce(representations, (unique) =>
      this.subgraph.answer({
        operation: new SubgraphOperation(query, operationName),
        variables,
        ...(unique && { representations: unique }),
        context,
        path: path.map(String),
      }),
    );
  }
}
