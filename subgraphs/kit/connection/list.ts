import type { ObjectLiteral } from "typeorm";
import { mostValues, personsIn } from "../filter/compile-filter";
import { codesOfSql, requireKnownCodes } from "../filter/known-codes";
import { requireHistory } from "../history/history-start";
import type { DatabaseLoader } from "../loaders";
import { type CountedNodes, countLists, type CountRequest } from "./count-lists";
import type { ListContext } from "./list-context";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { checkRequest, type ListRequest, type PlacedRequest } from "./list-request";
import type { Page, PageRows } from "./page";
import { type PlacedRows, readPages } from "./read-pages";

/**
 * A list as resolvers use it: whole, or each parent's part of it, batched over all parents of the request. To read or
 * count what was on record before the history began throws ApiError INVALID_KNOWN_AT; a filter by a code that does not
 * exist, ApiError INVALID_FILTER.
 */
export class List<Node extends ObjectLiteral> {
  private readonly lookedFor: DatabaseLoader<"", CountedNodes, CountRequest>;

  constructor(private readonly definition: ListDefinition<Node>) {
    this.lookedFor = {
      name: `${definition.name}.lookedFor`,
      batch: (keys, database, request) =>
        countLists(database, definition, undefined, keys, request),
    };
  }

  /**
   * A page of the whole list. One statement if nodes are asked for, one if `totalCount` is, and one if the filter says
   * which persons are looked for.
   * @throws ApiError INVALID_PAGE_SIZE, INVALID_ORDERING or INVALID_CURSOR
   */
  page(context: ListContext, request: ListRequest): Page<Node> {
    const { definition } = this;
    const { database } = context;
    return pageOf(
      context,
      definition,
      request,
      this.lookedFor,
      async (placed) => (await readPages(database, definition, undefined, [null], placed))[0],
      async (placed) => (await countLists(database, definition, undefined, [null], placed))[0],
    );
  }

  /** The same for the part that belongs to a parent: one statement for all parents of a request. */
  ofParent(parent: ParentDefinition) {
    const { definition, lookedFor } = this;
    const pages: DatabaseLoader<string | number, PlacedRows<Node>, PlacedRequest> = {
      name: `${definition.name}.${parent.name}`,
      batch: (keys, database, request) => readPages(database, definition, parent, keys, request),
    };
    const counts: DatabaseLoader<string | number, CountedNodes, CountRequest> = {
      name: `${definition.name}.${parent.name}.count`,
      batch: (keys, database, request) => countLists(database, definition, parent, keys, request),
    };
    return (context: ListContext, key: string | number, request: ListRequest): Page<Node> =>
      pageOf(
        context,
        definition,
        request,
        lookedFor,
        (placed) => context.load(pages, key, placed),
        (placed) => context.load(counts, key, placed),
      );
  }
}

/**
 * A page whose nodes are noted as seen when they are read, whatever is selected of them: a cursor has an id too. So are
 * the one behind the page, which shows that there is a next, and those that are counted: filtered, their number shows as
 * much as they do.
 */
function pageOf<Node extends ObjectLiteral>(
  context: ListContext,
  definition: ListDefinition<Node>,
  { after, ...request }: ListRequest,
  lookedFor: DatabaseLoader<"", CountedNodes, CountRequest>,
  readRows: (request: PlacedRequest) => Promise<PlacedRows<Node> | undefined>,
  countNodes: (request: CountRequest) => Promise<CountedNodes | undefined>,
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
  /** Whoever is looked for is seen, found or not: that somebody is not in a list says something about them too. */
  const seeWhoIsLookedFor = async (): Promise<void> => {
    const keyedBy = context.personKeyOf(entity.name);
    const persons = keyedBy === undefined ? undefined : personsIn(filter, filters);
    if (!persons) return;
    const request = { first: 0, filter: persons, keyedBy, mostKeyed: mostValues };
    const { total, keys } = await context.load(lookedFor, "", request);
    if (keys) context.seesKeys(entity.name, keys);
    else context.seesCount(entity.name, total, null);
  };
  const read = async (): Promise<PageRows<Node>> => {
    await seeWhoIsLookedFor();
    const { nodes = [], next, valuesAt } = (await readRows({ ...request, behind })) ?? {};
    for (const node of nodes) context.sees(entity.name, node);
    if (next) context.sees(entity.name, next);
    return {
      hasNextPage: next !== undefined,
      nodes,
      cursorAt: (place) => cursors.encode(name, ordering, valuesAt?.(place) ?? []),
    };
  };
  const count = async (): Promise<number> => {
    await seeWhoIsLookedFor();
    const keyedBy = context.personKeyOf(entity.name);
    const { total, keys } = (await countNodes({ ...request, keyedBy })) ?? { total: 0, keys: [] };
    context.seesCount(entity.name, total, keys);
    return total;
  };
  let page: Promise<PageRows<Node>> | undefined;
  return {
    hasPreviousPage: after != null,
    read: () => (page ??= whenKnown(read)),
    countAll: () => whenKnown(count),
  };
}
