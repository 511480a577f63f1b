import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { conditionVariables } from "../failover/apply-conditions";

/** An operation, and the fragments of its document. */
export interface SelectedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
}

/**
 * Selects an operation of a document by its name.
 * @throws Error where there is none
 */
export function selectOperation(document: DocumentNode, name?: string): SelectedOperation {
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error("Expected the name of an operation of the document.");
  const fragments = Object.create(null) as SelectedOperation["fragments"];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return { document, operation, fragments };
}

/** The values of the variables that decide `@skip` and `@include`, by name. */
export type ConditionValues = Readonly<Record<string, boolean>>;

/** Reads the values of an operation's conditions from the variables that were given. */
export class Conditions {
  private readonly defaults: ReadonlyMap<string, boolean>;

  /** Finds the variables that decide in a document. */
  constructor({ document, operation }: SelectedOperation) {
    const names = new Set(conditionVariables(document));
    const definitions = operation.variableDefinitions ?? [];
    this.defaults = new Map(
      definitions
        .filter(({ variable }) => names.has(variable.name.value))
        .map(({ variable, defaultValue }) => [
          variable.name.value,
          defaultValue?.kind === Kind.BOOLEAN && defaultValue.value,
        ]),
    );
  }

  /** The values for one request. */
  valuesIn(variables: Readonly<Record<string, unknown>> = {}): ConditionValues {
    const values = Object.create(null) as Record<string, boolean>;
    for (const [name, byDefault] of this.defaults) {
      const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
      values[name] = given === undefined ? byDefault : given === true;
    }
    return values;
  }
}
