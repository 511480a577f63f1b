import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  print,
  separateOperations,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from "graphql";

/** What a citation says of a question. */
export interface AskedQuestion {
  readonly name: string;
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The values of its arguments `asOf`, each once. */
  readonly days: readonly string[];
  /** The values of its arguments `knownAt`, each once. */
  readonly moments: readonly string[];
}

/** How many fields at the top name an operation without a name. */
const mostNames = 5;

/**
 * The question that an operation is: with its own fragments alone, the values that it declares, and without comments, in
 * which a stranger could leave any text.
 */
export function askedQuestion(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> = {},
): AskedQuestion {
  const own = separateOperations(document)[operation.name?.value ?? ""] ?? document;
  const variables = declaredValues(operation, given);
  return {
    name: operation.name?.value ?? namesAtTop(operation),
    operation: print(own),
    variables,
    days: argumentValues(own, "asOf", variables),
    moments: argumentValues(own, "knownAt", variables),
  };
}

/** Values that were given, in the order in which the operation declares them. */
function declaredValues(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  return Object.fromEntries(
    names.flatMap((name) =>
      Object.hasOwn(given, name) && given[name] !== undefined ? [[name, given[name]]] : [],
    ),
  );
}

function namesAtTop({ selectionSet }: OperationDefinitionNode): string {
  const names = selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? selection.name.value : [],
  );
  return [...new Set(names)].slice(0, mostNames).join(", ") || "query";
}

/** The texts that arguments of a name have anywhere in a document. */
function argumentValues(
  document: DocumentNode,
  argument: string,
  variables: Readonly<Record<string, unknown>>,
): readonly string[] {
  const found = new Set<string>();
  const defaults = new Map<string, ValueNode>();
  visit(document, {
    VariableDefinition: ({ variable, defaultValue }) => {
      if (defaultValue) defaults.set(variable.name.value, defaultValue);
    },
    Argument: ({ name, value }) => {
      if (name.value !== argument) return;
      const given = valueOf(value, variables, defaults);
      if (typeof given === "string") found.add(given);
    },
  });
  return [...found];
}

function valueOf(
  value: ValueNode,
  variables: Readonly<Record<string, unknown>>,
  defaults: ReadonlyMap<string, ValueNode>,
): unknown {
  if (value.kind !== Kind.VARIABLE) return valueFromASTUntyped(value);
  const { value: name } = value.name;
  if (Object.hasOwn(variables, name)) return variables[name];
  const usual = defaults.get(name);
  return usual && valueFromASTUntyped(usual);
}
