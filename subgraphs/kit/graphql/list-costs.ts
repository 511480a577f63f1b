import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from "graphql";

/** The most elements a plain list has, by its coordinate, as `Query.countries`. */
export type ListSizes = Readonly<Record<string, number>>;

/** The most elements of a plain list if nothing else is declared. */
export const usualListSize = 50;

/** The most refusals a change gives at once: its inputs hold lists, and each element can break a rule. */
const mostUserErrors = 200;

/** The most fields of one type that have a text in two languages; they are named, and not loaded. */
const mostTexts = 10;

/** What counting a whole list weighs beside an object, which weighs 1: it reads an index, not a page. */
const countWeight = 10;

/** What a statistics field weighs besides its rows: it counts records, not a page of them. */
const statisticsWeight = 100;

/** What each fiscal year of it weighs besides: each is counted, and protected, by itself. */
const fiscalYearWeight = 200;

/** What each row of a table weighs that is checked before it is published: the larger a check, the longer it takes. */
const checkedRowWeight = 100;

/** The most rows of a statistics field where its `limit` is not given. */
export const usualStatisticsRows = 500;

/** What a condition on related records weighs: they are looked up besides the list's own. */
const relatedWeight = 10;

/** What a change weighs: a transaction with its locks and rules, and the record of it. */
const changeWeight = 50;

/**
 * Writes into a subgraph's SDL what its fields can cost (federation 2.9): `@listSize` on connections and plain lists,
 * `@cost` on counts, statistics, checks of tables, conditions on related records and mutations. By rule alone, so that what several subgraphs share says the same in each.
 *
 * @throws Error naming what is in `sizes` and is not a plain list of the SDL
 */
export function withListCosts(document: DocumentNode, sizes: ListSizes): DocumentNode {
  const unused = new Set(Object.keys(sizes));
  const inputs = new Map(
    document.definitions.flatMap((type) =>
      type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ? [[type.name.value, type] as const] : [],
    ),
  );
  const definitions = document.definitions.map((type) => {
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return byRelation(byRow(type), inputs);
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
    const fields = (type.fields ?? []).map((field): FieldDefinitionNode => {
      if (isPlainList(type, field)) unused.delete(coordinateOf(type, field));
      const directives = [...(field.directives ?? []), ...costsOf(type, field, sizes)];
      return { ...field, ...(isStatistics(field) && { arguments: byYear(field) }), directives };
    });
    return { ...type, fields };
  });
  if (unused.size > 0) throw new Error(`Sizes of what is no plain list: ${[...unused].join(", ")}`);
  return { ...document, definitions };
}

/** The directives of one field. */
function costsOf(
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
  sizes: ListSizes,
): ConstDirectiveNode[] {
  if (isConnection(field)) {
    const cost = isComputedList(field) ? `@cost(weight: ${statisticsWeight}) ` : "";
    return directives(
      `${cost}@listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"], assumedSize: 50, requireOneSlicingArgument: false)`,
    );
  }
  if (isStatistics(field)) {
    return directives(
      `@cost(weight: ${statisticsWeight}) @listSize(slicingArguments: ["limit"], sizedFields: ["rows"], assumedSize: ${usualStatisticsRows}, requireOneSlicingArgument: false)`,
    );
  }
  if (isPlainList(type, field)) {
    const size = sizes[coordinateOf(type, field)] ?? usualSizeOf(field);
    return directives(`@listSize(assumedSize: ${size})`);
  }
  if (isReleaseCheck(field)) return directives(`@cost(weight: ${statisticsWeight})`);
  if (type.name.value === "Mutation") return directives(`@cost(weight: ${changeWeight})`);
  const isCount = isConnectionType(type.name.value) && field.name.value === "totalCount";
  return isCount ? directives(`@cost(weight: ${countWeight})`) : [];
}

/** The arguments of a statistics field, with the weight of a fiscal year. */
function byYear({ arguments: given = [] }: FieldDefinitionNode): InputValueDefinitionNode[] {
  return given.map((argument) =>
    argument.name.value === "fiscalYears"
      ? { ...argument, directives: directives(`@cost(weight: ${fiscalYearWeight})`) }
      : argument,
  );
}

/** A table to publish, with the weight of its rows. */
function byRow(type: InputObjectTypeDefinitionNode): InputObjectTypeDefinitionNode {
  if (!type.name.value.endsWith("TableToPublish")) return type;
  const fields = (type.fields ?? []).map((field) =>
    field.name.value === "rows"
      ? { ...field, directives: directives(`@cost(weight: ${checkedRowWeight})`) }
      : field,
  );
  return { ...type, fields };
}

/** A filter, with the weight of conditions on related records; `and`, `or` and `not` weigh nothing themselves. */
function byRelation(
  type: InputObjectTypeDefinitionNode,
  inputs: ReadonlyMap<string, InputObjectTypeDefinitionNode>,
): InputObjectTypeDefinitionNode {
  if (!hasField(type, "not")) return type;
  const isRelation = (field: InputValueDefinitionNode) => {
    const related = inputs.get(namedTypeOf(field.type));
    const isCombination = ["and", "or", "not"].includes(field.name.value);
    return related && !isCombination && (hasField(related, "not") || hasField(related, "some"));
  };
  const fields = (type.fields ?? []).map((field) =>
    isRelation(field)
      ? {
          ...field,
          directives: [
            ...(field.directives ?? []),
            ...directives(`@cost(weight: ${relatedWeight})`),
          ],
        }
      : field,
  );
  return { ...type, fields };
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

function hasField({ fields = [] }: InputObjectTypeDefinitionNode, name: string): boolean {
  return fields.some((field) => field.name.value === name);
}

function usualSizeOf({ name }: FieldDefinitionNode): number {
  if (name.value === "ourTranslations") return mostTexts;
  return name.value === "userErrors" ? mostUserErrors : usualListSize;
}

function isConnection(field: FieldDefinitionNode): boolean {
  return field.arguments?.some(({ name }) => name.value === "first") ?? false;
}

/** Figures that differ from records: to find them, all are counted. */
function isComputedList({ name }: FieldDefinitionNode): boolean {
  return name.value.endsWith("Discrepancies");
}

function isReleaseCheck({ name }: FieldDefinitionNode): boolean {
  return name.value.endsWith("ReleaseCheck");
}

/** Statistics are as long as `limit` says. */
function isStatistics(field: FieldDefinitionNode): boolean {
  return field.arguments?.some(({ name }) => name.value === "limit") ?? false;
}

/** A list that is there whole. The lists of a connection, and rows, are sized by the field that gives them. */
function isPlainList(type: ObjectTypeDefinitionNode, field: FieldDefinitionNode): boolean {
  return isList(field.type) && !isConnectionType(type.name.value) && !isStatisticsRows(type, field);
}

function isStatisticsRows({ name }: ObjectTypeDefinitionNode, field: FieldDefinitionNode): boolean {
  return name.value.endsWith("Statistics") && field.name.value === "rows";
}

function isConnectionType(name: string): boolean {
  return name.endsWith("Connection");
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

function coordinateOf({ name }: ObjectTypeDefinitionNode, field: FieldDefinitionNode): string {
  return `${name.value}.${field.name.value}`;
}

function directives(text: string): ConstDirectiveNode[] {
  const [definition] = parse(`scalar Carrier ${text}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? [...(definition.directives ?? [])] : [];
}
