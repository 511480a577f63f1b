import type { GatewayConfig } from "@apollo/gateway";
import type { Logger } from "pino";
import type { Dispatcher } from "undici";
import type { KeyFile } from "../subgraphs/kit/access/key-file";
import type { SigningKey } from "../subgraphs/kit/access/key-sets";
import { disableVendorTelemetry } from "./env";
import { Failover } from "./failover/failover";
import { compiledExecutor } from "./executor/compiled-executor";
import { PlanningGateway } from "./planning/planning-gateway";
import { fieldNames } from "./supergraph/field-names";
import type { LoadedSupergraph } from "./supergraph/load-supergraph";
import { withSingleSourceLists } from "./supergraph/single-source-lists";
import { subgraphSchemas } from "./supergraph/subgraph-schema";
import { failFast } from "./transport/fail-fast";
import type { HangWatch } from "./transport/hang-watch";
import { watchOf } from "./transport/watch-of";
import { LibraryDataSource } from "./transport/library-data-source";
import { postByHttp } from "./transport/post-by-http";
import { Subgraph } from "./transport/subgraph";
import { vouchForRequests } from "./transport/vouch-for-requests";

/** What the gateway plans with and how it reaches the subgraphs. */
export interface CreateGatewayOptions {
  readonly supergraph: LoadedSupergraph;
  readonly addresses: ReadonlyMap<string, string>;
  readonly dispatcher: Dispatcher;
  /** Connections for asking subgraphs whether they are ready, so that other calls do not delay it. */
  readonly waitingDispatcher: Dispatcher;
  readonly probeDispatcher: Dispatcher;
  /** What is known of subgraphs that hang, by name. */
  readonly watches: ReadonlyMap<string, HangWatch>;
  readonly timeoutMilliseconds: number;
  /** How many operations are kept planned. */
  readonly keptOperations: number;
  /** What requests to subgraphs are signed with. */
  readonly keys: KeyFile<SigningKey>;
  readonly logger: Logger;
}

/** Makes the part that plans queries, asks subgraphs and merges their answers. It asks none of them at start. */
export function createGateway({
  supergraph: { sdl, supergraph },
  addresses,
  dispatcher,
  waitingDispatcher,
  probeDispatcher,
  watches,
  timeoutMilliseconds,
  keptOperations,
  keys,
  logger,
}: CreateGatewayOptions): PlanningGateway {
  const failover = new Failover(subgraphSchemas(supergraph), logger);
  const subgraphs = new Map<string, Subgraph>();
  disableVendorTelemetry();
  const config: GatewayConfig = {
    supergraphSdl: withSingleSourceLists(sdl),
    logger,
    // Both depend on NODE_ENV unless given; the graph is the same everywhere.
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url: composedUrl = "" }) => {
      const url = addresses.get(name) ?? composedUrl;
      const watch = watches.get(name) ?? watchOf(url, probeDispatcher);
      const post = postByHttp({
        ...{ subgraph: name, url, dispatcher, waitingDispatcher, timeoutMilliseconds },
      });
      const send = failFast(vouchForRequests(name, post, keys), watch);
      const subgraph = new Subgraph({ name, send, others: failover });
      subgraphs.set(name, subgraph);
      failover.add(subgraph);
      return new LibraryDataSource(subgraph);
    },
  };
  // What executes operations. Another executor takes this one's place here.
  const makeExecutor = compiledExecutor({ subgraphs, keptOperations });
  return new PlanningGateway(config, fieldNames(sdl), makeExecutor);
}
