import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLResolveInfo, type GraphQLSchema, parse, specifiedDirectives } from "graphql";
import { type DeclaredAccess, withAccess } from "../access/with-access";
import { boundLists } from "../graphql/bound-lists";
import { resolveDirectly, type ResolversOfTypes } from "../graphql/direct-resolvers";
import { type ListSizes, withListCosts } from "../graphql/list-costs";
import {
  buildSchema,
  createResolversMap,
  getMetadataStorage,
  type NonEmptyArray,
} from "type-graphql";

/** Turns `{ __typename, <key fields> }` into the entity, or `null` where there is none. Batches through loaders. */
export type ReferenceResolver<Context> = (
  reference: Record<string, string | number>,
  context: Context,
  info: GraphQLResolveInfo,
) => unknown;

/** What a subgraph's schema is made of. */
export interface SchemaParts<Context> {
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql identifies resolvers by their class
  readonly resolvers: NonEmptyArray<Function>;
  /** Types that no resolver leads to: other subgraphs name them by their key. */
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql identifies types by their class
  readonly types?: readonly Function[];
  /** One for each type with a key. */
  readonly references: Readonly<Record<string, ReferenceResolver<Context>>>;
  /** Who is permitted to see what. */
  readonly access: DeclaredAccess;
  /** How long plain lists can be; a longer one is an error. */
  readonly listSizes: ListSizes;
}

const federation =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@external", "@key", "@shareable", "@composeDirective", "@cost", "@listSize"])';

/** Builds the executable subgraph schema from decorated classes. */
export async function buildFederatedSchema<Context>({
  resolvers,
  types = [],
  references,
  access,
  listSizes,
}: SchemaParts<Context>): Promise<GraphQLSchema> {
  // What is a plain property needs no resolver: graphql-js reads it by itself.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = await buildSchema({
    resolvers,
    orphanedTypes: [...types],
    directives: [...specifiedDirectives],
    scalarsMap: [],
    validate: false,
  });
  const query = schema.getQueryType();
  if (query) query.description = "Where every question starts.";
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = "Everything that can be changed.";
  const resolverMap = createResolversMap(schema) as ResolversOfTypes;
  resolveDirectly(resolverMap, resolvers);
  for (const [typeName, resolve] of Object.entries(references)) {
    resolverMap[typeName] = { ...resolverMap[typeName], __resolveReference: resolve };
  }
  const document = parse(`${federation}\n${printSchemaWithDirectives(schema)}`);
  return boundLists(
    buildSubgraphSchema([
      {
        typeDefs: withListCosts(withAccess(document, access), listSizes),
        resolvers: resolverMap as never,
      },
    ]),
  );
}
