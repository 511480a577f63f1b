import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type Source,
  validate,
} from "graphql";

/** What a document that holds one operation is. */
export interface OperationDocument {
  readonly name: string;
  readonly type: "query" | "mutation";
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** A document that was read, or every reason why it cannot be registered. */
export type CheckedDocument =
  | { readonly operation: OperationDocument; readonly problems: readonly [] }
  | { readonly operation?: never; readonly problems: readonly string[] };

/**
 * Checks a document: it parses, fits the schema, and holds one operation, which is named and is a query or a mutation,
 * beside fragments. Problems read `name:line:column: what is wrong`, name and place being those of the source.
 */
export function checkDocument(source: Source, schema: GraphQLSchema): CheckedDocument {
  try {
    const document = parse(source);
    const operations = document.definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const problems = [...validate(schema, document), ...shapeProblems(operations)];
    const [definition] = operations;
    if (problems.length === 0 && definition?.name) {
      const { name, operation: type } = definition;
      if (type !== OperationTypeNode.SUBSCRIPTION) {
        return { operation: { name: name.value, type, document, definition }, problems: [] };
      }
    }
    return { problems: problems.map((problem) => placed(source, problem)) };
  } catch (error) {
    if (error instanceof GraphQLError) return { problems: [placed(source, error)] };
    throw error;
  }
}

function shapeProblems([first, ...others]: readonly OperationDefinitionNode[]): GraphQLError[] {
  if (!first) return [new GraphQLError("Expected one operation, received none.")];
  const at = (nodes: OperationDefinitionNode, message: string) =>
    new GraphQLError(message, { nodes });
  return [
    ...(first.name ? [] : [at(first, "Expected an operation with a name.")]),
    ...(first.operation === OperationTypeNode.SUBSCRIPTION
      ? [at(first, "Expected a query or a mutation.")]
      : []),
    ...others.map((other) => at(other, "Expected one operation, received another.")),
  ];
}

function placed({ name }: Source, { message, locations }: GraphQLError): string {
  const { line, column } = locations?.[0] ?? { line: 1, column: 1 };
  return `${name}:${line}:${column}: ${message}`;
}
