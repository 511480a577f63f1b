import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import { type GivenWait, longestOf, waitsIn } from "./given-waits";

/** A request to a subgraph for a part of a caller's answer. */
export interface SubgraphRequest {
  readonly operation: SubgraphOperation;
  /** The caller's variables that the operation uses. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The entities that it is about, each once and as JSON; missing where it asks for root fields. */
  readonly representations?: readonly string[];
  readonly context: GatewayContext;
  /** Where in the caller's answer the part belongs; `@` stands for all elements of a list. */
  readonly path: readonly string[];
}

/** What a subgraph is asked, with whatever variables. */
export class SubgraphOperation {
  /** The beginning of the body of each request. */
  private readonly opening: string;
  private readonly waits: readonly GivenWait[];

  /** An operation by its query, and by its name if it has one. */
  constructor(
    readonly query: string,
    name?: string,
  ) {
    const fields = { query, operationName: name };
    this.opening = `${JSON.stringify(fields).slice(0, -1)},"variables":`;
    this.waits = waitsIn(query);
  }

  /** Milliseconds that the subgraph is asked to wait before it answers. */
  waitWith(variables: SubgraphRequest["variables"]): number {
    return this.waits.length === 0 ? 0 : longestOf(this.waits, variables);
  }

  /** The body of a request for it, as JSON. */
  bodyWith({
    variables,
    representations,
  }: Pick<SubgraphRequest, "variables" | "representations">): string {
    const given = JSON.stringify(variables);
    if (!representations) return `${this.opening}${given}}`;
    const others = given === "{}" ? "" : `,${given.slice(1, -1)}`;
    return `${this.opening}{"representations":[${representations.join(",")}]${others}}}`;
  }
}

/** What a subgraph answered. */
export interface SubgraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}
