import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parseType,
  print,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from "graphql";

/** The variable that says where a page begins, and the name under which a page says whether there is another. */
export const afterVariable = "graphWholeAfter";
const pageKey = "graphWholePage";

/** A document that asks for one page of a list after the other. */
export interface PageDocument {
  readonly source: string;
  /** The names that lead to what a page says of itself: `hasNextPage` and `endCursor`. */
  readonly pagePath: readonly string[];
}

/** Why a list cannot be paged through. */
export class NotPageable extends Error {}

/**
 * Makes of a document one that asks for a page of a list of records after the other.
 *
 * @param path - the names that lead to the list of records
 * @throws NotPageable where the list is no list of records, stands in a fragment, or is paged through already
 */
export function pageDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  path: readonly string[],
  size: number,
): PageDocument {
  const paged: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), afterDefinition],
    selectionSet: within(operation.selectionSet, path, size),
  };
  const definitions = document.definitions.map((each) => (each === operation ? paged : each));
  return { source: print({ ...document, definitions }), pagePath: [...path, pageKey] };
}

const afterDefinition: VariableDefinitionNode = {
  kind: Kind.VARIABLE_DEFINITION,
  variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: afterVariable } },
  type: parseType("String"),
};

function within(
  selectionSet: SelectionSetNode,
  [key, ...rest]: readonly string[],
  size: number,
): SelectionSetNode {
  let found = false;
  const selections = selectionSet.selections.map((selection) => {
    if (selection.kind !== Kind.FIELD || (selection.alias ?? selection.name).value !== key) {
      return selection;
    }
    found = true;
    return rest.length === 0 ? paged(selection, size) : inField(selection, rest, size);
  });
  if (!found) throw new NotPageable(`Expected ${String(key)} outside of fragments.`);
  return { ...selectionSet, selections };
}

function inField(field: FieldNode, rest: readonly string[], size: number): FieldNode {
  if (!field.selectionSet) throw new NotPageable(`Expected fields of ${field.name.value}.`);
  return { ...field, selectionSet: within(field.selectionSet, rest, size) };
}

/** A list of records as one page. */
function paged(field: FieldNode, size: number): FieldNode {
  const { arguments: given = [], selectionSet } = field;
  const own = given.find(({ name }) => name.value === "first" || name.value === "after");
  if (own) {
    throw new NotPageable(
      `Expected ${field.name.value} without ${own.name.value}: the whole list is read.`,
    );
  }
  if (!selectionSet) throw new NotPageable(`Expected fields of ${field.name.value}.`);
  const first = argument("first", { kind: Kind.INT, value: String(size) });
  const after = argument("after", {
    kind: Kind.VARIABLE,
    name: { kind: Kind.NAME, value: afterVariable },
  });
  return {
    ...field,
    arguments: [...given, first, after],
    selectionSet: { ...selectionSet, selections: [...selectionSet.selections, pageInfo] },
  };
}

function argument(name: string, value: ArgumentNode["value"]): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}

const fieldOf = (name: string): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: name },
});

const pageInfo: FieldNode = {
  ...fieldOf("pageInfo"),
  alias: { kind: Kind.NAME, value: pageKey },
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: [fieldOf("hasNextPage"), fieldOf("endCursor")],
  },
};
