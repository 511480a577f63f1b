import type { ApolloServerOptions } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { Latest } from "../../subgraphs/kit/latest";
import type { GatewayContext } from "../context/gateway-context";

type DocumentStore = NonNullable<ApolloServerOptions<GatewayContext>["documentStore"]>;

/** The most characters of all kept documents together; a parsed document takes about forty times its text. */
const mostCharacters = 1_000_000;

/**
 * Keeps documents that were parsed and found to be valid: those used last, up to a number. Apollo Server's own store
 * writes each document as JSON to learn its size.
 */
export function documentStore(keptDocuments: number): DocumentStore {
  const documents = new Latest<DocumentNode>(keptDocuments, mostCharacters);
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document, document.loc?.source.body.length);
      return Promise.resolve();
    },
    delete: (key) => {
      documents.delete(key);
      return Promise.resolve();
    },
  };
}
