import type { ObjectLiteral } from "typeorm";
import { requireKnownCodes } from "../filter/known-codes";
import { requireHistory } from "../history/history-start";
import type { DatabaseLoader, RequestContext } from "../request-context";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { checkRequest, countLists, type ListRequest, readPages } from "./list-sql";
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
      async () => (await readPages(database, definition, undefined, [null], request))[0],
      async () => (await countLists(database, definition, undefined, [null], request))[0],
    );
  }

  /** The same for the part that belongs to a parent: one statement for all parents of a request. */
  ofParent(parent: ParentDefinition) {
    const { definition } = this;
    const pages: DatabaseLoader<string | number, PageRows<Node>, ListRequest> = {
      name: `${definition.name}.${parent.name}`,
      batch: (keys, database, request) => readPages(database, definition, parent, keys, request),
    };
    const counts: DatabaseLoader<string | number, number, ListRequest> = {
      name: `${definition.name}.${parent.name}.count`,
      batch: (keys, database, request) => countLists(database, definition, parent, keys, request),
    };
    return (context: RequestContext, key: string | number, request: ListRequest): Page<Node> =>
      pageOf(
        context,
        definition,
        request,
        () => context.load(pages, key, request),
        () => context.load(counts, key, request),
      );
  }
}

function pageOf<Node extends ObjectLiteral>(
  context: RequestContext,
  definition: ListDefinition<Node>,
  request: ListRequest,
  readRows: () => Promise<PageRows<Node> | undefined>,
  count: () => Promise<number | undefined>,
): Page<Node> {
  checkRequest(definition, request);
  const { knownAt, filter } = request;
  const { known, filters } = definition;
  const whenKnown = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await requireKnownCodes(filter, filters, context);
    if (knownAt && known) await requireHistory(context, known.table, knownAt);
    return work();
  };
  let rows: Promise<PageRows<Node>> | undefined;
  return {
    hasPreviousPage: request.after != null,
    read: () =>
      (rows ??= whenKnown(readRows).then((read) => read ?? { rows: [], hasNextPage: false })),
    countAll: async () => (await whenKnown(count)) ?? 0,
  };
}
