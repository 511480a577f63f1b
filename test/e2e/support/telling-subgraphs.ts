import { GraphQLError } from "graphql";
import type { TestSubgraphContext, TestSubgraphDefinition } from "./test-subgraph";

/** What a subgraph is told of a request: who asks, as of which day, in which language, and what the caller calls it. */
export function toldOf({ caller, asOf, headers }: TestSubgraphContext): string {
  const { subject, roles, scopes, attributes } = caller;
  return JSON.stringify({
    ...{ subject, roles, scopes: [...scopes].sort(), attributes, asOf },
    language: headers["accept-language"] ?? null,
    request: headers["x-request-id"] ?? null,
  });
}

const told = (_source: unknown, _args: unknown, context: TestSubgraphContext) => toldOf(context);
const refused = (_source: unknown, _args: unknown, context: TestSubgraphContext) => {
  throw new GraphQLError(toldOf(context), { extensions: { code: "NOT_FOUND" } });
};
const person = (id: string) => ({ __typename: "Person", id });
const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/**
 * Subgraphs that answer with what they are told of the caller, each in fields of its own and in one that they share. All
 * callers ask for the same persons.
 */
export const tellingSubgraphs: readonly TestSubgraphDefinition[] = ["first", "second", "third"].map(
  (name) => ({
    name,
    sdl: `${sdl}
      type Query { ${name}: Person!  ${name}Persons(ids: [ID!]): [Person!]!  shared: String @shareable }
      type Mutation { ${name}Change(id: ID!): Person! }
      type Person @key(fields: "id") {
        id: ID!
        ${name}Told: String
        ${name}Refused: String
        ${name}Friends: [Person!]!
      }`,
    resolvers: {
      Query: {
        [name]: () => person("1"),
        [`${name}Persons`]: (_root: unknown, { ids }: { readonly ids?: readonly string[] }) =>
          (ids ?? ["1", "2", "3"]).map(person),
        shared: told,
      },
      Mutation: {
        [`${name}Change`]: (_root: unknown, { id }: { readonly id: string }) => person(id),
      },
      Person: {
        __resolveReference: ({ id }: { readonly id: string }) => person(id),
        [`${name}Told`]: told,
        [`${name}Refused`]: refused,
        [`${name}Friends`]: () => ["2", "3", "2"].map(person),
      },
    },
  }),
);
