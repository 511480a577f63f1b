import {
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  separateOperations,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from "graphql";

/** An operation as it is run: its own fragments alone, and nothing that its variables leave out. */
export interface SelectedFields {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The value that an argument has, if it is given one. */
  readonly argument: (field: FieldNode, name: string) => unknown;
}

/** What stands where all fields of an object are left out: GraphQL has no empty braces. */
const noField = parse("{ __typename @skip(if: true) }").definitions[0];

/**
 * Takes from a valid document the operation that is run, without the fields and fragments that `@skip` and `@include` leave
 * out, and without variables that only those use.
 */
export function selectedFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): SelectedFields {
  const defaults = new Map(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue,
    ]),
  );
  const valueOf = (value: ValueNode | undefined): unknown => {
    if (value?.kind !== Kind.VARIABLE) return value && valueFromASTUntyped(value);
    const { value: name } = value.name;
    if (Object.hasOwn(variables, name) && variables[name] !== undefined) return variables[name];
    const usual = defaults.get(name);
    return usual && valueFromASTUntyped(usual);
  };
  const argumentOf = (node: { arguments?: readonly ArgumentNode[] }, name: string) =>
    valueOf(node.arguments?.find((each) => each.name.value === name)?.value);
  const isSelected = ({ directives = [] }: { directives?: readonly DirectiveNode[] }) =>
    directives.every((directive) => {
      if (directive.name.value === "skip") return argumentOf(directive, "if") !== true;
      return directive.name.value !== "include" || argumentOf(directive, "if") !== false;
    });
  const own = separateOperations(document)[operation.name?.value ?? ""] ?? document;
  const narrowed: DocumentNode = visit(own, {
    SelectionSet: (node) => narrowedTo(node, node.selections.filter(isSelected)),
  });
  const run = separateOperations(narrowed)[operation.name?.value ?? ""] ?? narrowed;
  const used = usedVariables(run);
  const found: DocumentNode = visit(run, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
  return { document: found, operation: operationIn(found) ?? operation, argument: argumentOf };
}

function narrowedTo(
  node: SelectionSetNode,
  selections: readonly SelectionNode[],
): SelectionSetNode | undefined {
  if (selections.length === node.selections.length) return undefined;
  if (selections.length > 0) return { ...node, selections };
  return noField?.kind === Kind.OPERATION_DEFINITION ? noField.selectionSet : undefined;
}

function usedVariables(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

function operationIn({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
}
