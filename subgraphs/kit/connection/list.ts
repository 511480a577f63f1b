import type { ObjectLiteral } from "typeorm";
import { codesOfSql, requireKnownCodes } from "../filter/known-codes";
import { requireHistory } from "../history/history-start";
import type { DatabaseLoader, RequestContext } from "../request-context";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import {
  checkRequest,
  countLists,
  type ListRequest,
  type PlacedRequest,
  type PlacedRows,
  readPages,
} from "./list-sql";
import type { Page, PageRows } from "./page";

/**
 * A list as resolvers use it: whole, or each parent's part of it, batched over all parents of the request. To read or
 * count what was on record at a moment throws ApiError INVALID_KNOWN_AT before the history began, and what is filtered by
 * a code that there is not, ApiError INVALID_FILTER.
 */
export class List<Node extends ObjectLiteral> {
  constructor(private readonly definition: ListDefinition<Node>) {}

  /**
   * A page of the whole list. One statement if nodes are asked for, and one if `totalCount` is.
   * @throws ApiError INVALID_PAGE_SIZE, INVALID_ORDERING or INVALID_CURSOR
   */
  page(context: RequestContext, request: ListRequest): Page<Node> {
    const { definition } = this;
    const { database } = context;
    return pageOf(
      context,
      definition,
      request,
      async (placed) => (await readPages(database, definition, undefined, [null], placed))[0],
      async (placed) => (await countLists(database, definition, undefined, [null], placed))[0],
    );
  }

  /** The same for the part that belongs to a parent: one statement for all parents of a request. */
  ofParent(parent: ParentDefinition) {
    const { definition } = this;
    const pages: DatabaseLoader<string | number, PlacedRows<Node>, PlacedRequest> = {
      name: `${definition.name}.${parent.name}`,
      batch: (keys, database, request) => readPages(database, definition, parent, keys, request),
    };
    const counts: DatabaseLoader<string | number, number, PlacedRequest> = {
      name: `${definition.name}.${parent.name}.count`,
      batch: (keys, database, request) => countLists(database, definition, parent, keys, request),
    };
    return (context: RequestContext, key: string | number, request: ListRequest): Page<Node> =>
      pageOf(
        context,
        definition,
        request,
        (placed) => context.load(pages, key, placed),
        (placed) => context.load(counts, key, placed),
      );
  }
}

/** A page whose nodes are noted as seen when they are read, whatever is selected of them: a cursor has an id too. */
function pageOf<Node extends ObjectLiteral>(
  context: RequestContext,
  definition: ListDefinition<Node>,
  { after, ...request }: ListRequest,
  readRows: (request: PlacedRequest) => Promise<PlacedRows<Node> | undefined>,
  count: (request: PlacedRequest) => Promise<number | undefined>,
): Page<Node> {
  const { name, known, entity, filters } = definition;
  const { cursors } = context;
  const { ordering } = checkRequest(definition, request);
  const behind = after == null ? undefined : cursors.decode(name, ordering, after);
  const { knownAt, filter } = request;
  const whenKnown = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await requireKnownCodes(filter, filters, (sql) => context.load(codesOfSql, sql));
    if (knownAt && known) await requireHistory(context, known.table, knownAt);
    return work();
  };
  const read = async (): Promise<PageRows<Node>> => {
    const { rows = [], hasNextPage = false } = (await readRows({ ...request, behind })) ?? {};
    for (const { node } of rows) context.sees(entity.name, node);
    return {
      hasNextPage,
      rows: rows.map(({ node, place }) => ({
        node,
        cursor: cursors.encode(name, ordering, place),
      })),
    };
  };
  let page: Promise<PageRows<Node>> | undefined;
  return {
    hasPreviousPage: after != null,
    read: () => (page ??= whenKnown(read)),
    countAll: async () => (await whenKnown(() => count(request))) ?? 0,
  };
}
