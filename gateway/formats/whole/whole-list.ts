import {
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";
import { ApiError } from "../../../subgraphs/kit/errors";
import { NotPageable, type PageDocument, pageDocument } from "./page-document";

/** How many records a page has: as many as the graph gives at once. */
const pageSize = 500;

/** What is asked for, as it was sent. */
export interface SentOperation {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The list of records that an operation asks for, which can be read to its end page by page. The document is looked at as
 * it stands: whether it fits the schema and the caller's budget is found where the first page is run.
 *
 * @returns nothing where the document cannot be read or names no operation: it is refused where all are
 * @throws ApiError INVALID_FORMAT where it asks for no list of records outside of fragments, or for several
 */
export function wholeList({ query, operationName }: SentOperation): PageDocument | undefined {
  const document = parsed(query);
  const operation = document && getOperationAST(document, operationName);
  if (!document || !operation) return undefined;
  try {
    return pageDocument(document, operation, listPath(operation), pageSize);
  } catch (error) {
    if (!(error instanceof NotPageable)) throw error;
    throw new ApiError(
      "INVALID_FORMAT",
      `${error.message} The header graph-export asks for a whole list.`,
      400,
    );
  }
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

/** The names that lead to the list of records: the only field with `nodes` or `edges`, outside of fragments. */
function listPath({ selectionSet }: OperationDefinitionNode): readonly string[] {
  const [path, another] = listPaths(selectionSet, []);
  if (!path) {
    throw new NotPageable("Expected a list of records, with nodes or edges, outside of fragments.");
  }
  if (another) {
    throw new NotPageable(
      `Expected one list, received ${path.join(".")} and ${another.join(".")}.`,
    );
  }
  return path;
}

function listPaths({ selections }: SelectionSetNode, above: readonly string[]): string[][] {
  return selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || !selection.selectionSet) return [];
    const { alias, name, selectionSet } = selection;
    const path = [...above, (alias ?? name).value];
    const isList = selectionSet.selections.some(
      (each) => each.kind === Kind.FIELD && /^(nodes|edges)$/.test(each.name.value),
    );
    return isList ? [path] : listPaths(selectionSet, path);
  });
}
