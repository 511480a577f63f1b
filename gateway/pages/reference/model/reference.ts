import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isIntrospectionType,
  isSpecifiedScalarType,
  OperationTypeNode,
  parse,
} from "graphql";
import type { AccessPolicies } from "../../../../subgraphs/kit/access/access-policy";
import { costSchema } from "../../../limits/cost-schema";
import type { CostSchema } from "../../../limits/field-cost";
import type { ShownGraph } from "../../site/page";
import { type AreaOf, areasOf } from "./areas-of";
import { usesOf } from "./uses-of";

/** The types that requests begin at. */
export const rootTypes = {
  Query: OperationTypeNode.QUERY,
  Mutation: OperationTypeNode.MUTATION,
} as const;

/** The name of a type that requests begin at. */
export type RootName = keyof typeof rootTypes;

/** A query or a change: a field of `Query` or `Mutation`. */
export interface Operation {
  readonly root: RootName;
  readonly field: GraphQLField<unknown, unknown>;
}

/** All that the reference shows of a graph: no more than introspection, and who may see it and what it costs. */
export class Reference {
  readonly schema: GraphQLSchema;
  readonly policies: AccessPolicies;
  readonly costs: CostSchema;
  /** Our own types but the two that requests begin at, by name, in its order. */
  readonly types: ReadonlyMap<string, GraphQLNamedType>;
  /** The queries and changes, by coordinate, as `Query.agency`. */
  readonly operations: ReadonlyMap<string, Operation>;
  private readonly areas: ReadonlyMap<string, AreaOf>;
  private readonly uses: ReadonlyMap<string, readonly string[]>;

  constructor({ schema, policies, supergraphSdl }: ShownGraph) {
    this.schema = schema;
    this.policies = policies;
    this.costs = costSchema(supergraphSdl);
    this.areas = areasOf(parse(supergraphSdl, { noLocation: true }));
    this.uses = usesOf(schema);
    this.types = new Map(
      Object.values(schema.getTypeMap())
        .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
        .filter(({ name }) => !Object.hasOwn(rootTypes, name))
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map((type) => [type.name, type] as const),
    );
    this.operations = new Map(
      (Object.keys(rootTypes) as RootName[]).flatMap((root) =>
        Object.values(schema.getRootType(rootTypes[root])?.getFields() ?? {})
          .sort((one, other) => (one.name < other.name ? -1 : 1))
          .map((field) => [`${root}.${field.name}`, { root, field }] as const),
      ),
    );
  }

  /** Whose a type, a query or a change is. */
  areaOf(coordinate: string): AreaOf {
    return this.areas.get(coordinate) ?? "shared";
  }

  /** Where a type is used, as coordinates. */
  usesOf(type: string): readonly string[] {
    return this.uses.get(type) ?? [];
  }
}
