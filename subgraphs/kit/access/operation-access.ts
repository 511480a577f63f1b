import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isIntrospectionType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { AccessPolicies, AccessPolicy } from "./access-policy";

/** What an operation needs of its caller. */
export interface OperationAccess {
  /** Schema coordinate → its policy; `undefined` where it has none, and nobody may see it. */
  readonly needs: ReadonlyMap<string, AccessPolicy | undefined>;
  /** The fields it selects and the inputs it sets that are about persons, as `Official.name`; sorted. */
  readonly personalFields: readonly string[];
  /** Whether it asks for the schema. */
  readonly introspects: boolean;
}

/** The parts of a schema that policies are looked up with. */
export interface GuardedSchema {
  readonly schema: GraphQLSchema;
  readonly policies: AccessPolicies;
}

/**
 * Finds everything that an operation asks for in its document and a policy may forbid: the types and fields it selects,
 * under whatever alias and through whatever fragment, and the input fields and enum values it sets. What is skipped by
 * `@skip` or `@include` counts as asked for. What variables set is found by {@link inputCoordinates}.
 *
 * A field of an interface needs what it needs in every type that could answer; so does a field that returns an interface
 * or a union. The document must be valid. Takes time in proportion to the document's length.
 */
export function operationAccess(
  guarded: GuardedSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationAccess {
  const found = new Found(guarded);
  for (const definition of [operation, ...fragmentsOf(document, operation)]) {
    found.add(definition);
  }
  return {
    needs: found.needs,
    personalFields: [...found.personalFields].sort(),
    introspects: found.introspects,
  };
}

class Found {
  readonly needs = new Map<string, AccessPolicy | undefined>();
  readonly personalFields = new Set<string>();
  introspects = false;

  constructor(private readonly guarded: GuardedSchema) {}

  add(definition: ASTNode): void {
    const info = new TypeInfo(this.guarded.schema);
    visit(
      definition,
      visitWithTypeInfo(info, {
        Field: () => {
          const parent = info.getParentType();
          const field = info.getFieldDef();
          if (!parent || !field) return undefined;
          if (field.name === "__schema" || field.name === "__type") {
            this.introspects = true;
            return false;
          }
          this.selects(parent, field);
          return undefined;
        },
        InlineFragment: () => {
          const type = info.getType();
          if (type) this.needsType(getNamedType(type));
        },
        FragmentDefinition: () => {
          const type = info.getType();
          if (type) this.needsType(getNamedType(type));
        },
        ObjectField: ({ name }) => {
          const parent = getNamedType(info.getParentInputType());
          if (parent) this.sets(`${parent.name}.${name.value}`);
        },
        EnumValue: ({ value }) => {
          const type = getNamedType(info.getInputType());
          if (isEnumType(type)) this.sets(`${type.name}.${value}`);
        },
      }),
    );
  }

  /** Input fields and enum values are open unless a policy says otherwise. */
  private sets(coordinate: string): void {
    this.needIfGuarded(coordinate);
    if (this.isPersonal(coordinate)) this.personalFields.add(coordinate);
  }

  private needIfGuarded(coordinate: string): void {
    const policy = this.guarded.policies.get(coordinate);
    if (policy) this.needs.set(coordinate, policy);
  }

  private selects(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): void {
    if (field.name.startsWith("__")) return;
    const returned = getNamedType(field.type);
    for (const type of this.concrete(parent)) {
      const coordinate = `${type.name}.${field.name}`;
      if (isMutation(this.guarded.schema, type)) this.need(coordinate);
      else this.needIfGuarded(coordinate);
      this.needsType(type);
      if (this.isPersonal(type.name, coordinate)) this.personalFields.add(coordinate);
    }
    this.needsType(returned);
  }

  private needsType(type: GraphQLNamedType): void {
    for (const concrete of this.concrete(type)) {
      if (isMutation(this.guarded.schema, concrete)) continue;
      this.need(concrete.name);
      if (this.isPersonal(concrete.name)) this.personalFields.add(concrete.name);
    }
  }

  private need(coordinate: string): void {
    this.needs.set(coordinate, this.guarded.policies.get(coordinate));
  }

  private isPersonal(...coordinates: readonly string[]): boolean {
    return coordinates.some((coordinate) => this.guarded.policies.get(coordinate)?.personal);
  }

  /** The object types a value of the type can be; none for scalars and enums. */
  private concrete(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isIntrospectionType(type)) return [];
    if (isObjectType(type)) return [type];
    // The answer to `_entities` is whatever its fragments name, and those need what they need.
    if (!isAbstractType(type) || type.name === "_Entity") return [];
    return this.guarded.schema.getPossibleTypes(type);
  }
}

/** Roots of mutations are shared by all areas: each of their fields carries its own policy. */
function isMutation(schema: GraphQLSchema, type: GraphQLNamedType): boolean {
  return schema.getMutationType()?.name === type.name;
}

/** The fragments an operation spreads, directly or through others. */
function fragmentsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly FragmentDefinitionNode[] {
  const byName = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const reached = new Set<FragmentDefinitionNode>();
  const pending: ASTNode[] = [operation];
  for (let next = pending.pop(); next; next = pending.pop()) {
    visit(next, {
      FragmentSpread: ({ name }) => {
        const fragment = byName.get(name.value);
        if (!fragment || reached.has(fragment)) return;
        reached.add(fragment);
        pending.push(fragment);
      },
    });
  }
  return [...reached];
}
