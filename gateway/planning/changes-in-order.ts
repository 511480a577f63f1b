import { collectFields } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { Conditions, selectOperation } from "./selected-operation";

/** An operation as it is planned, and its document. */
export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/**
 * Changes as GraphQL makes them: in the order in which they are asked for, and each once. What is asked for several times
 * under one name is made where it is asked for first, with all that is selected of it. The planner moves changes that are
 * asked for in fragments behind others, and makes one again that is asked for once more under a condition.
 *
 * @returns the operation by these variables; nothing where the planner makes the same of it as GraphQL
 */
export function changesInOrder(
  schema: GraphQLSchema,
  { document, operation }: PlannedOperation,
  variables: Readonly<Record<string, unknown>> | undefined,
): PlannedOperation | undefined {
  const type = schema.getMutationType();
  if (operation.operation !== OperationTypeNode.MUTATION || !type) return undefined;
  const selected = selectOperation(document, operation.name?.value);
  const { fragments } = selected;
  if (isPlain(operation)) return undefined;
  const conditions = new Conditions(selected).valuesIn(variables);
  const { fields } = collectFields(schema, fragments, conditions, type, operation.selectionSet);
  if (fields.size === 0) return undefined;
  const inOrder: OperationDefinitionNode = {
    ...operation,
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: Array.from(fields.values(), merged),
    },
  };
  const others = document.definitions.filter((definition) => definition !== operation);
  return { document: { ...document, definitions: [inOrder, ...others] }, operation: inOrder };
}

/** One field with what is selected of all; whether it is asked for has been decided. */
function merged([first, ...others]: readonly FieldNode[]): FieldNode {
  if (!first) throw new Error("Expected a field.");
  const { selectionSet, directives: _decided, ...field } = first;
  if (!selectionSet) return field;
  const added = others.flatMap((other) => other.selectionSet?.selections ?? []);
  return {
    ...field,
    selectionSet: { ...selectionSet, selections: [...selectionSet.selections, ...added] },
  };
}

/** Whether changes are asked for by fields alone, each under a name of its own. */
function isPlain({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  const fields = selections.filter((selection) => selection.kind === Kind.FIELD);
  const names = new Set(fields.map(({ alias, name }) => (alias ?? name).value));
  return names.size === selections.length;
}
