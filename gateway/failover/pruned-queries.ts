import { type DocumentNode, getOperationAST, OperationTypeNode, parse } from "graphql";
import type { SubgraphSchema } from "../supergraph/subgraph-schema";
import {
  applyConditions,
  conditionsKey,
  conditionVariables,
  type VariableValues,
} from "./apply-conditions";
import { BoundedCache } from "./bounded-cache";
import { pruneOperation, type PrunedOperation } from "./prune-operation";

/** A query without what its caller left out by conditions. */
export interface WantedQuery {
  /** The same for queries that want the same. */
  readonly key: string;
  readonly document: DocumentNode;
  /** True for a mutation: no other subgraph is asked for it. */
  readonly isChange: boolean;
}

interface ParsedQuery {
  readonly document: DocumentNode;
  readonly conditions: readonly string[];
}

/** What each subgraph can answer of a query, kept for a bounded number of queries. */
export class PrunedQueries {
  private readonly parsed = new BoundedCache<ParsedQuery>();
  private readonly pruned = new BoundedCache<PrunedOperation | undefined>();

  constructor(private readonly schemas: ReadonlyMap<string, SubgraphSchema>) {}

  /** Reads a query as its variables mean it. */
  wanted({
    query,
    variables,
  }: {
    readonly query: string;
    readonly variables: VariableValues;
  }): WantedQuery {
    const { document, conditions } = this.parsed.get(query, () => parsedQuery(query));
    return {
      key: `${conditionsKey(conditions, variables)} ${query}`,
      document: applyConditions(document, variables),
      isChange: getOperationAST(document)?.operation === OperationTypeNode.MUTATION,
    };
  }

  /** What a subgraph can answer of a query; `undefined` where that is nothing. */
  prunedFor(subgraph: string, { key, document }: WantedQuery): PrunedOperation | undefined {
    const schema = this.schemas.get(subgraph);
    return schema && this.pruned.get(`${subgraph} ${key}`, () => pruneOperation(document, schema));
  }
}

function parsedQuery(query: string): ParsedQuery {
  const document = parse(query, { noLocation: true });
  return { document, conditions: conditionVariables(document) };
}
