import type { GraphQLOutputType } from "graphql";
import type { ResponseFault } from "./response-fault";
import type { World } from "./world";

/** One operation as the subgraphs see it. */
export interface Run {
  readonly world: World;
  readonly faults: readonly ResponseFault[];
  /** What each subgraph was asked, in the order in which it was. */
  readonly calls: Call[];
  /** When each change began and ended: `pay({"official":"1"}) begins`. */
  readonly changes: string[];
  /** What a subgraph must not be asked. */
  readonly problems: string[];
}

/** One request that a subgraph received. */
export interface Call {
  readonly subgraph: string;
  readonly query: string;
  readonly representations: readonly unknown[] | undefined;
}

/** A value in a subgraph's answer, by its place and its type. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly type: GraphQLOutputType;
}
