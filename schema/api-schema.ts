import { Supergraph } from "@apollo/federation-internals";
import type { GraphQLSchema } from "graphql";

/**
 * The schema that callers of the gateway see, without what is for federation only.
 *
 * @throws GraphQLError where the supergraph is not valid or uses a feature the gateway refuses.
 */
export function apiSchema(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}
