import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** Lists of an object that can be parts of longer ones, and the field of a field that says so. */
interface PartialList {
  readonly lists: readonly string[];
  readonly mark: string;
  readonly within: string;
}

const parts: readonly PartialList[] = [
  { lists: ["nodes", "edges"], mark: "pageInfo", within: "hasNextPage" },
  { lists: ["rows"], mark: "remainder", within: "rows" },
];

/**
 * Where a document asks for a list that can be a part of a longer one, and not for what says so: a file at an address is
 * whole, or it is not answered. An alias would hide what says so, and `@skip` or `@include` leave it out.
 */
export function unmarkedParts(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const problems: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: (selectionSet) => {
        const type = types.getParentType();
        if (type) problems.push(...problemsIn(type, selectionSet));
      },
    }),
  );
  return problems;
}

/**
 * Whether an answer of a document without {@link unmarkedParts} has a list that is a part of a longer one. Groups that are
 * withheld, whose number is not shown either, are missing from every answer.
 */
export function hasParts(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasParts);
  return Object.entries(value).some(
    ([name, each]: [string, unknown]) =>
      (name === "hasNextPage" && each === true) ||
      (name === "remainder" && isCounted(each)) ||
      hasParts(each),
  );
}

function isCounted(remainder: unknown): boolean {
  return (
    typeof remainder === "object" &&
    remainder !== null &&
    "rows" in remainder &&
    typeof remainder.rows === "number"
  );
}

function problemsIn(type: GraphQLNamedType, { selections }: SelectionSetNode): string[] {
  if (!isObjectType(type)) return [];
  const fields = type.getFields();
  const asked = selections.filter((selection) => selection.kind === Kind.FIELD);
  return parts.flatMap(({ lists, mark, within }) => {
    const list = lists.find((each) => asked.some(({ name }) => name.value === each));
    if (list === undefined || !Object.hasOwn(fields, mark)) return [];
    const isMarked = asked.some(
      (field) =>
        isPlain(field, mark) &&
        field.selectionSet?.selections.some(
          (each) => each.kind === Kind.FIELD && isPlain(each, within),
        ),
    );
    return isMarked
      ? []
      : [
          `expected ${mark} { ${within} } beside ${list} of ${type.name}: without it, a part looks whole`,
        ];
  });
}

/** Whether it is the field `wanted`, under its own name and in every answer. */
function isPlain({ name, alias, directives = [] }: FieldNode, wanted: string): boolean {
  return name.value === wanted && !alias && directives.length === 0;
}
