import type {
  FederationMetadata,
  InterfaceType,
  ObjectType,
  Subgraph,
  Supergraph,
} from "@apollo/federation-internals";
import { type GraphQLSchema, parse, visit } from "graphql";

/** What one subgraph can answer by itself. */
export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  /** `Type.field` of fields that it declares but cannot answer alone: external ones, and those that require such. */
  readonly dependentFields: ReadonlySet<string>;
  /** Entity type → its keys, each a set of fields. */
  readonly keys: ReadonlyMap<string, readonly ReadonlySet<string>[]>;
}

/** Subgraph name → what it can answer, in the supergraph's order. */
export function subgraphSchemas(supergraph: Supergraph): ReadonlyMap<string, SubgraphSchema> {
  return new Map(
    supergraph
      .subgraphs()
      .values()
      .map((subgraph) => [subgraph.name, subgraphSchema(subgraph)]),
  );
}

function subgraphSchema(subgraph: Subgraph): SubgraphSchema {
  const { schema } = subgraph;
  const metadata = subgraph.metadata();
  const types = [...schema.objectTypes(), ...schema.interfaceTypes()];
  const dependentFields = types.flatMap((type) =>
    type
      .fields()
      .filter(
        (field) =>
          metadata.isFieldExternal(field) ||
          field.hasAppliedDirective(metadata.requiresDirective()),
      )
      .map((field) => field.coordinate),
  );
  const keys = types.map((type) => [type.name, resolvableKeys(type, metadata)] as const);
  return {
    schema: schema.toGraphQLJSSchema(),
    dependentFields: new Set(dependentFields),
    keys: new Map(keys.filter(([, sets]) => sets.length > 0)),
  };
}

function resolvableKeys(
  type: ObjectType | InterfaceType,
  metadata: FederationMetadata,
): ReadonlySet<string>[] {
  return type
    .appliedDirectivesOf(metadata.keyDirective())
    .map((key) => key.arguments())
    .filter(({ resolvable }) => resolvable !== false)
    .map(({ fields }) => outermostFields(String(fields)));
}

function outermostFields(fieldSet: string): ReadonlySet<string> {
  const names = new Set<string>();
  visit(parse(`{ ${fieldSet} }`, { noLocation: true }), {
    Field: ({ name }) => {
      names.add(name.value);
      return false;
    },
  });
  return names;
}
