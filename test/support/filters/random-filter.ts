import fc from "fast-check";
import {
  getNamedType,
  type GraphQLInputObjectType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";

/** Values worth asking for, by type and field, as `DispatchFilter.country`. */
export type WorthAsking = Readonly<Record<string, readonly (string | number)[]>>;

type Filter = Record<string, unknown>;

const combinations: ReadonlySet<string> = new Set(["and", "or", "not"]);

/**
 * Random filters of a list: any fields and operators of the schema, `and`, `or`, `not` and conditions on related records
 * nested so many levels deep.
 *
 * @param type - the filter input of the list
 * @param worthAsking - the values of fields that are no enum; fields without any are only asked whether they are known
 */
export function randomFilter(
  type: GraphQLInputObjectType,
  worthAsking: WorthAsking,
  levels: number,
): fc.Arbitrary<Filter> {
  const parts = Object.values(type.getFields()).flatMap(({ name, type: fieldType }) => {
    const inner = getNamedType(fieldType);
    if (!isInputObjectType(inner)) return [];
    const isNested = combinations.has(name) || isRelation(inner);
    if (!isNested) {
      const operand = operandOf(inner, worthAsking[`${type.name}.${name}`] ?? []);
      return [{ weight: 2, arbitrary: entry(name, operand) }];
    }
    if (levels <= 1) return [];
    return [{ weight: 3, arbitrary: entry(name, nested(name, inner, worthAsking, levels - 1)) }];
  });
  const some = { minLength: 1, maxLength: 2 };
  return fc.array(fc.oneof(...parts), some).map((entries) => Object.fromEntries(entries));
}

function entry(name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<[string, unknown]> {
  return value.map((each) => [name, each]);
}

function nested(
  name: string,
  inner: GraphQLInputObjectType,
  worthAsking: WorthAsking,
  levels: number,
): fc.Arbitrary<unknown> {
  const several = getNamedType(inner.getFields()["some"]?.type);
  if (isInputObjectType(several)) {
    const one = randomFilter(several, worthAsking, levels);
    return (
      fc
        .tuple(
          fc.constantFrom("some", "none", "every"),
          fc.oneof({ weight: 4, arbitrary: one }, fc.constant({})),
        )
        // That every one meets nothing in particular is no condition.
        .map(([how, filter]) => ({ [how === "every" && isEmpty(filter) ? "some" : how]: filter }))
    );
  }
  const one = randomFilter(inner, worthAsking, levels);
  return name === "and" || name === "or" ? fc.array(one, { minLength: 1, maxLength: 3 }) : one;
}

function isEmpty(filter: object): boolean {
  return Object.keys(filter).length === 0;
}

function isRelation(input: GraphQLInputObjectType): boolean {
  const fields = input.getFields();
  return "not" in fields || "some" in fields;
}

/** Conditions as in `{ gte: 10, isNull: false }`, one or two. */
function operandOf(
  input: GraphQLInputObjectType,
  values: readonly (string | number)[],
): fc.Arbitrary<unknown> {
  const operators = Object.values(input.getFields()).flatMap(({ name, type }) => {
    const inner = getNamedType(type);
    if (name === "isNull") return [entry(name, fc.boolean())];
    const known = isEnumType(inner) ? inner.getValues().map((each) => each.name) : values;
    if (known.length === 0) return [];
    if (name === "contains") return [entry(name, fc.constantFrom(...known).map(partOf))];
    const one = fc.constantFrom(...known);
    return [entry(name, isListType(type) ? fc.array(one, { maxLength: 3 }) : one)];
  });
  const some = { minLength: 1, maxLength: 2 };
  return fc.array(fc.oneof(...operators), some).map((entries) => Object.fromEntries(entries));
}

function partOf(value: string | number): string {
  return String(value).slice(-1);
}
