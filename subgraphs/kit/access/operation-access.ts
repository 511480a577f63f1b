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
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { AccessPolicies, AccessPolicy } from "./access-policy";

/** What an operation needs of its caller. */
export interface OperationAccess {
  /** Schema coordinate → its policy; `undefined` if it has none, so that nobody is permitted to see it. */
  readonly needs: ReadonlyMap<string, AccessPolicy | undefined>;
  /** The fields it selects and the inputs it sets that are about persons, as `Official.name`; sorted. */
  readonly personalFields: readonly string[];
  /** Whether it asks for the schema. */
  readonly introspects: boolean;
  /** The node that names each of these first, by coordinate; `__schema` for introspection. */
  readonly places: ReadonlyMap<string, ASTNode>;
}

/** The parts of a schema that policies are looked up with. */
export interface GuardedSchema {
  readonly schema: GraphQLSchema;
  readonly policies: AccessPolicies;
}

/**
 * Finds everything in the document of an operation that a policy can forbid: the types and fields it selects, under
 * whatever alias and through whatever fragment, and the input fields and enum values it sets. What is skipped by
 * `@skip` or `@include` counts as asked for. What variables set is found by {@link inputCoordinates}.
 *
 * A field of an interface needs what it needs in every type that could answer; so does a field that returns an
 * interface or a union. The document must be valid. Takes time in proportion to the document's length.
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
    introspects: found.places.has(introspection),
    places: found.places,
  };
}

/** What stands for all that asks for the schema. */
export const introspection = "__schema";

class Found {
  readonly needs = new Map<string, AccessPolicy | undefined>();
  readonly personalFields = new Set<string>();
  readonly places = new Map<string, ASTNode>();
  /** What is looked at. */
  private node: ASTNode | undefined;
  /** The variable whose default is looked at. */
  private variable: VariableDefinitionNode | undefined;

  constructor(private readonly guarded: GuardedSchema) {}

  add(definition: ASTNode): void {
    const info = new TypeInfo(this.guarded.schema);
    visit(
      definition,
      visitWithTypeInfo(info, {
        Field: (node) => {
          this.node = node;
          const parent = info.getParentType();
          const field = info.getFieldDef();
          if (!parent || !field) return undefined;
          if (field.name === "__schema" || field.name === "__type") {
            this.note(introspection);
            return false;
          }
          this.selects(parent, field);
          return undefined;
        },
        InlineFragment: (node) => {
          this.node = node;
          const type = info.getType();
          if (type) this.needsType(getNamedType(type));
        },
        FragmentDefinition: (node) => {
          this.node = node;
          const type = info.getType();
          if (type) this.needsType(getNamedType(type));
        },
        VariableDefinition: {
          enter: (node) => {
            this.variable = node;
          },
          leave: () => {
            this.variable = undefined;
          },
        },
        ObjectField: (node) => {
          this.node = this.variable ?? node;
          const parent = getNamedType(info.getParentInputType());
          if (parent) this.sets(`${parent.name}.${node.name.value}`);
        },
        EnumValue: (node) => {
          this.node = this.variable ?? node;
          const type = getNamedType(info.getInputType());
          if (isEnumType(type)) this.sets(`${type.name}.${node.value}`);
        },
      }),
    );
  }

  /** Input fields and enum values are open unless a policy says otherwise. */
  private sets(coordinate: string): void {
    this.needIfGuarded(coordinate);
    if (this.isPersonal(coordinate)) this.showsPersons(coordinate);
  }

  private needIfGuarded(coordinate: string): void {
    if (this.guarded.policies.has(coordinate)) this.need(coordinate);
  }

  private selects(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): void {
    if (field.name.startsWith("__")) return;
    const returned = getNamedType(field.type);
    for (const type of this.concrete(parent)) {
      const coordinate = `${type.name}.${field.name}`;
      if (isMutation(this.guarded.schema, type)) this.need(coordinate);
      else this.needIfGuarded(coordinate);
      this.needsType(type);
      if (this.isPersonal(type.name, coordinate)) this.showsPersons(coordinate);
    }
    this.needsType(returned);
  }

  private needsType(type: GraphQLNamedType): void {
    for (const concrete of this.concrete(type)) {
      if (isMutation(this.guarded.schema, concrete)) continue;
      this.need(concrete.name);
      if (this.isPersonal(concrete.name)) this.showsPersons(concrete.name);
    }
  }

  private need(coordinate: string): void {
    this.needs.set(coordinate, this.guarded.policies.get(coordinate));
    this.note(coordinate);
  }

  private showsPersons(coordinate: string): void {
    this.personalFields.add(coordinate);
    this.note(coordinate);
  }

  private note(coordinate: string): void {
    if (this.node && !this.places.has(coordinate)) this.places.set(coordinate, this.node);
  }

  private isPersonal(...coordinates: readonly string[]): boolean {
    return coordinates.some((coordinate) => this.guarded.policies.get(coordinate)?.personal);
  }

  /** The object types a value of the type can be; none for scalars and enums. */
  private concrete(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    if (isIntrospectionType(type)) return [];
    if (isObjectType(type)) return [type];
    // The answer to `_entities` has the types that its fragments name, each with its own policy.
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
