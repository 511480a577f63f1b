import {
  getNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { fieldsNamedBy, fieldsOf, type Member } from "./federation";

/** What a field gives, as strictly as any of its subgraphs says it. */
export interface FieldFacts {
  readonly shape: Shape;
  readonly typeName: string;
  /** The types or the names of an enum that all of its subgraphs know. */
  readonly choices: readonly string[];
  readonly isComposite: boolean;
  /** Whether all of its subgraphs agree on where it may be null. */
  readonly isAgreed: boolean;
}

/** Where a value may be null, at each level of its lists. */
export interface Shape {
  readonly isNullable: boolean;
  readonly element?: Shape;
}

/** What is known of the types and fields of a federation. */
export class FederationFacts {
  /** `Type.field` of what keys are made of. */
  readonly ofKeys: ReadonlySet<string>;
  /** The same of what subgraphs require of others. */
  readonly required: ReadonlySet<string>;
  private readonly known = new Map<string, FieldFacts>();

  constructor(
    /** What callers see. */
    readonly schema: GraphQLSchema,
    readonly members: readonly Member[],
  ) {
    this.ofKeys = new Set(
      members.flatMap((member) =>
        [...member.keys].flatMap(([type, keys]) =>
          keys.flatMap((key) => fieldsNamedBy(key, type, member.schema).map(this.coordinate)),
        ),
      ),
    );
    this.required = new Set(
      members.flatMap((member) =>
        [...member.requires].flatMap(([coordinate, fields]) =>
          fieldsNamedBy(fields, coordinate.split(".")[0] ?? "", member.schema).map(this.coordinate),
        ),
      ),
    );
  }

  /** The type by whose keys objects of a type are told apart: an interface for its objects where it has keys. */
  identityOf(typeName: string): string {
    const type = this.schema.getType(typeName);
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    return interfaces.find(({ name }) => this.isEntity(name))?.name ?? typeName;
  }

  /** The types of the objects that are told apart by a type's keys. */
  typesOf(identity: string): readonly string[] {
    const type = this.schema.getType(identity);
    return isInterfaceType(type)
      ? this.schema.getPossibleTypes(type).map(({ name }) => name)
      : [identity];
  }

  /** Whether any subgraph can be asked for objects of a type by a key. */
  isEntity(typeName: string): boolean {
    return this.members.some(({ keys }) => keys.has(typeName));
  }

  /** The subgraphs that have a field, be it another's. */
  ownersOf(typeName: string, field: string): readonly Member[] {
    const names = [typeName, this.identityOf(typeName)];
    return this.members.filter(({ schema }) =>
      names.some((name) => fieldsOf(schema.getType(name))[field]),
    );
  }

  /** What a field is computed from, as far as that is another subgraph's. */
  requiredBy(coordinate: string): readonly string[] {
    const [type = ""] = coordinate.split(".");
    return this.members.flatMap((member) => {
      const required = member.requires.get(coordinate);
      return required ? fieldsNamedBy(required, type, member.schema).map(this.coordinate) : [];
    });
  }

  /** What a field of an object type gives. */
  of(typeName: string, field: string): FieldFacts {
    const coordinate = `${typeName}.${field}`;
    const facts = this.known.get(coordinate) ?? this.read(typeName, field);
    this.known.set(coordinate, facts);
    return facts;
  }

  private readonly coordinate = ({ coordinate }: { readonly coordinate: string }): string => {
    const [type = "", field = ""] = coordinate.split(".");
    return `${this.identityOf(type)}.${field}`;
  };

  private read(typeName: string, field: string): FieldFacts {
    const given = this.ownersOf(typeName, field).map((member) => {
      const types = [typeName, this.identityOf(typeName)].map((name) =>
        member.schema.getType(name),
      );
      const found = types.map((type) => fieldsOf(type ?? undefined)[field]).find(Boolean);
      if (!found) throw new Error(`${member.name} has no ${typeName}.${field}`);
      return { type: found.type, choices: choicesOf(found.type, member) };
    });
    const [first] = given;
    if (!first) throw new Error(`No subgraph has ${typeName}.${field}`);
    const { name } = getNamedType(first.type);
    const named = this.schema.getType(name);
    const isComposite = isObjectType(named) || isAbstractType(named);
    const choices =
      isInterfaceType(named) && this.isEntity(name)
        ? this.typesOf(name)
        : first.choices.filter((choice) => given.every((each) => each.choices.includes(choice)));
    const shape = given.map(({ type }) => shapeOf(type)).reduce(stricter);
    const isAgreed = new Set(given.map(({ type }) => String(type))).size === 1;
    return { shape, typeName: name, choices, isComposite, isAgreed };
  }
}

function choicesOf(type: GraphQLOutputType, { schema }: Member): readonly string[] {
  const named = getNamedType(type);
  if (isAbstractType(named)) return schema.getPossibleTypes(named).map(({ name }) => name);
  return isEnumType(named) ? named.getValues().map(({ name }) => name) : [named.name];
}

function shapeOf(type: GraphQLOutputType): Shape {
  if (isNonNullType(type)) return { ...shapeOf(type.ofType), isNullable: false };
  return isListType(type)
    ? { isNullable: true, element: shapeOf(type.ofType) }
    : { isNullable: true };
}

function stricter(one: Shape, other: Shape): Shape {
  const isNullable = one.isNullable && other.isNullable;
  return one.element && other.element
    ? { isNullable, element: stricter(one.element, other.element) }
    : { isNullable };
}
