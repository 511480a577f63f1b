import {
  type ASTNode,
  type DocumentNode,
  getArgumentValues,
  getDirectiveValues,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isNullableType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { answerPlaces } from "../../subgraphs/kit/access/answer-places";
import { ApiError } from "../../subgraphs/kit/errors";

/**
 * Refuses a variable that is null where an argument or an input has a default and takes no null. Validation accepts it,
 * because the variable can be left out; only execution would refuse it. Skipped fields are not checked. In a valid
 * document with variables that fit nothing else can be wrong, so without a null nothing is checked.
 *
 * @param variables - as `checkVariables` gives them
 * @throws ApiError BAD_USER_INPUT
 */
export function checkNulls(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  const nulls = new Set(Object.keys(variables).filter((name) => variables[name] === null));
  if (nulls.size === 0 || !mayBeWrong(schema, document, nulls)) return;
  const isNull = (node: ASTNode) => node.kind === Kind.VARIABLE && nulls.has(node.name.value);
  const coerced = <Value>(coerce: () => Value): Value => {
    try {
      return coerce();
    } catch (error) {
      if (error instanceof GraphQLError) throw placed(error, document, operation, isNull);
      throw error;
    }
  };
  const isIncluded = (node: SelectionNode) => {
    const skip = coerced(() => getDirectiveValues(GraphQLSkipDirective, node, variables));
    const include = coerced(() => getDirectiveValues(GraphQLIncludeDirective, node, variables));
    return skip?.["if"] !== true && include?.["if"] !== false;
  };
  const info = new TypeInfo(schema);
  const pending: ASTNode[] = [operation];
  const fragments = new Map<string, ASTNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const visitor = visitWithTypeInfo(info, {
    Field: (node) => {
      if (!isIncluded(node)) return false;
      const field = info.getFieldDef();
      if (field) coerced(() => getArgumentValues(field, node, variables));
      return undefined;
    },
    InlineFragment: (node) => (isIncluded(node) ? undefined : false),
    FragmentSpread: (node) => {
      const fragment = fragments.get(node.name.value);
      if (!fragment || !isIncluded(node)) return;
      fragments.delete(node.name.value);
      pending.push(fragment);
    },
  });
  for (let next = pending.pop(); next; next = pending.pop()) visit(next, visitor);
}

/** Per document, its variables at places that take no null. A document is validated against one schema. */
const kept = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** Whether one of these variables is somewhere in the document where null is not taken. */
function mayBeWrong(
  schema: GraphQLSchema,
  document: DocumentNode,
  nulls: ReadonlySet<string>,
): boolean {
  let places = kept.get(document);
  if (!places) {
    places = withoutNull(schema, document);
    kept.set(document, places);
  }
  for (const name of nulls) if (places.has(name)) return true;
  return false;
}

/** The variables at such places, in whatever operation of the document. */
function withoutNull(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      // It is no place where a value is used.
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        if (!isNullableType(info.getInputType())) found.add(name.value);
      },
    }),
  );
  return found;
}

/** The error of an argument, below the field that it is of, and which variables are null in it. */
function placed(
  { message, nodes = [] }: GraphQLError,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  isNull: (node: ASTNode) => boolean,
): ApiError {
  const names = new Set<string>();
  for (const node of nodes) {
    visit(node, {
      Variable: (variable) => {
        if (isNull(variable)) names.add(`$${variable.name.value}`);
      },
    });
  }
  const [place] = answerPlaces(document, operation, (node) => nodes.includes(node), 1);
  return new ApiError(
    "BAD_USER_INPUT",
    `${message} Received null for ${[...names].join(", ")}.`,
    undefined,
    { nodes, ...(place && { path: place.path }) },
  );
}
