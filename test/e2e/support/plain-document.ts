import {
  type ArgumentNode,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import type { Draw } from "../../support/statistics/draw";
import { call } from "./field-walk";

/** A field as it is asked for without aliases, fragments, conditions or variables. */
export interface PlainField {
  readonly name: string;
  readonly arguments: readonly PlainArgument[];
  /** The type of its objects. */
  readonly type: string;
  /** What is selected of its objects, each field once; nothing where it gives none. */
  readonly fields: readonly PlainField[];
}

/** An argument with a literal value. */
export interface PlainArgument {
  readonly name: string;
  readonly type: string;
  readonly literal: string;
}

/** Which fields a random document may ask for: `Dispatch.payRatio`. */
export type IsWanted = (coordinate: string) => boolean;

const deepest = 3;
const metaFields = [SchemaMetaFieldDef, TypeMetaFieldDef];
/** Of a schema's own types, those fields by which a document stays small. */
const wantedOfSchema =
  /^__Schema\.(queryType|mutationType|description)$|^__Type\.(?!interfaces|possibleTypes|fields|inputFields)/;

/** Draws what is asked for at the top of a query. */
export function drawPlainFields(
  draw: Draw,
  schema: GraphQLSchema,
  isWanted: IsWanted,
): readonly PlainField[] {
  const root = schema.getQueryType();
  if (!root) throw new Error("The schema has no queries.");
  const drawField = (
    { name: parent }: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): PlainField => {
    const type = getNamedType(field.type);
    return {
      name: field.name,
      arguments: drawArguments(draw, parent, field, schema),
      type: type.name,
      fields: isObjectType(type) ? drawFields(type, depth + 1) : [],
    };
  };
  const drawFields = (type: GraphQLObjectType, depth: number): readonly PlainField[] => {
    const wanted = Object.values(type.getFields())
      .filter(({ name }) => {
        const coordinate = `${type.name}.${name}`;
        return type.name.startsWith("__") ? wantedOfSchema.test(coordinate) : isWanted(coordinate);
      })
      .filter(({ type: given }) => !isAbstractType(getNamedType(given)));
    const [objects, leaves] = [true, false].map((is) =>
      wanted.filter((field) => isObjectType(getNamedType(field.type)) === is),
    ) as [typeof wanted, typeof wanted];
    const chosen = [
      ...(leaves.length > 0 ? draw.some(leaves, 2) : []),
      ...(depth < deepest && objects.length > 0 ? draw.some(objects, 2) : []),
      ...(depth === 0 && draw.chance(0.1) ? [draw.one(metaFields)] : []),
      ...(draw.chance(0.2) ? [TypeNameMetaFieldDef] : []),
    ];
    const drawn = chosen.length > 0 ? chosen : [TypeNameMetaFieldDef];
    return drawn.map((field) => drawField(type, field, depth));
  };
  return drawFields(root, 0);
}

function drawArguments(
  draw: Draw,
  parent: string,
  field: GraphQLField<unknown, unknown>,
  schema: GraphQLSchema,
): PlainArgument[] {
  const values = field.args.flatMap((argument) => {
    if (parent === schema.getQueryType()?.name && field.name === "__type") {
      return [[argument.name, `"${draw.one(Object.keys(schema.getTypeMap()))}"`] as const];
    }
    const literal = drawOptional(draw, argument);
    return literal === undefined ? [] : [[argument.name, literal] as const];
  });
  const types = new Map(field.args.map(({ name, type }) => [name, String(type)]));
  return argumentsIn(call(field, Object.fromEntries(values))).map(({ name, value }) => ({
    name: name.value,
    type: types.get(name.value) ?? "",
    literal: print(value),
  }));
}

function drawOptional(draw: Draw, { name, type, defaultValue }: GraphQLArgument) {
  if (isNonNullType(type) || defaultValue !== undefined || name === "first") return undefined;
  if (draw.chance(0.15)) return "null";
  return isEnumType(type) && draw.chance(0.5) ? draw.one(type.getValues()).name : undefined;
}

function argumentsIn(field: string): readonly ArgumentNode[] {
  const [definition] = parse(`{ ${field} }`).definitions;
  const [selection] =
    definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  return selection?.kind === Kind.FIELD ? (selection.arguments ?? []) : [];
}

/** Writes plain fields out, as `{ country(code: "JP") { name } }`. */
export function printPlainFields(fields: readonly PlainField[]): string {
  const printed = fields.map(({ name, arguments: given, fields: below }) => {
    const values = given.map((argument) => `${argument.name}: ${argument.literal}`);
    const field = values.length > 0 ? `${name}(${values.join(", ")})` : name;
    return below.length > 0 ? `${field} ${printPlainFields(below)}` : field;
  });
  return `{ ${printed.join(" ")} }`;
}
