import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  validate,
  visit,
} from "graphql";
import type { SubgraphSchema } from "../supergraph/subgraph-schema";
import type { AnswerPath } from "./answer-path";
import { SelectionPruner } from "./selection-pruner";

/** What is left of an operation for another subgraph to answer. */
export interface PrunedOperation {
  readonly query: string;
  /** The variables it uses. */
  readonly variables: ReadonlySet<string>;
  /** Where fields were left out. */
  readonly lost: readonly AnswerPath[];
}

/**
 * Reduces a query to the fields that a subgraph can answer by itself. A field with arguments that it does not know is
 * left out: without them it would mean something else. An object without any field left keeps `__typename`, so that it
 * is in the answer.
 *
 * @returns `undefined` where nothing is left, and for anything but a query
 */
export function pruneOperation(
  document: DocumentNode,
  target: SubgraphSchema,
): PrunedOperation | undefined {
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const queryType = target.schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !queryType) return undefined;
  const pruner = new SelectionPruner(document, target);
  const selections = pruner.prune(operation.selectionSet, queryType);
  if (!selections.some(asksForSomething)) return undefined;
  const pruned = withUsedVariables({
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  });
  const prunedDocument = { kind: Kind.DOCUMENT, definitions: [pruned] } as const;
  // Types of variables and arguments may differ though their names agree.
  if (validate(target.schema, prunedDocument).length > 0) return undefined;
  return {
    query: print(prunedDocument),
    variables: new Set(pruned.variableDefinitions?.map(({ variable }) => variable.name.value)),
    lost: pruner.lost,
  };
}

function asksForSomething(selection: { readonly kind: Kind }): boolean {
  return selection.kind !== Kind.FIELD || (selection as FieldNode).name.value !== "__typename";
}

function withUsedVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const used = new Set<string>();
  visit(operation.selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return { ...operation, ...(variableDefinitions && { variableDefinitions }) };
}
