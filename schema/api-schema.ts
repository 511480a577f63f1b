import { Supergraph } from "@apollo/federation-internals";
import { type GraphQLSchema, parse, print, printSchema } from "graphql";
import { sortDocument } from "./sort-document";

/**
 * The schema that callers of the gateway see, without what is for federation only.
 *
 * @throws GraphQLError where the supergraph is not valid or uses a feature the gateway refuses.
 */
export function apiSchema(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}

/**
 * The SDL of {@link apiSchema}, in a stable order and with all descriptions: what tools read that know nothing of federation.
 *
 * @throws GraphQLError where the supergraph is not valid or uses a feature the gateway refuses.
 */
export function apiSchemaSdl(supergraphSdl: string): string {
  const document = parse(printSchema(apiSchema(supergraphSdl)), { noLocation: true });
  return `${print(sortDocument(document))}\n`;
}
