import type { ObjectLiteral } from "typeorm";
import { codesOfSql } from "../filter/known-codes";
import { personsLookedFor } from "../filter/persons-looked-for";
import { readFilter } from "../filter/read-filter";
import { requireKnownCodesIn } from "../filter/require-known-codes-in";
import { requireKnown, requireWholeDays } from "../history/known-to-caller";
import type { DatabaseLoader } from "../loaders";
import { type CountedNodes, countLists, type CountRequest } from "./count-lists";
import type { ListContext } from "./list-context";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { checkRequest, type ListRequest, type PlacedRequest } from "./list-request";
import { type PersonsQuestion, readPersons, type SomePersons } from "./looked-for";
import type { Page, PageRows } from "./page";
import { type PlacedRows, readPages } from "./read-pages";

/**
 * A list as resolvers use it: whole, or each parent's part of it, batched over all parents of the request. To read or
 * count what was on record before the history began throws ApiError INVALID_KNOWN_AT; a filter by a code that does not
 * exist, and one that {@link readFilter} refuses, ApiError INVALID_FILTER.
 */
export class List<Node extends ObjectLiteral> {
  private readonly lookedFor: LookedForLoader;

  constructor(private readonly definition: ListDefinition<Node>) {
    this.lookedFor = {
      name: `${definition.name}.lookedFor`,
      batch: async (keys, database, question) => {
        const persons = await readPersons(database, definition, question);
        return keys.map(() => persons);
      },
    };
  }

  /**
   * A page of the whole list. One statement if nodes are asked for, one if `totalCount` is, and one for each part of the
   * filter that looks for persons.
   * @throws ApiError INVALID_PAGE_SIZE, INVALID_ORDERING, INVALID_CURSOR or INVALID_FILTER
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

type LookedForLoader = DatabaseLoader<"", readonly SomePersons[], PersonsQuestion>;

/**
 * A page whose nodes are noted as seen when they are read, whatever is selected of them: a cursor has an id too. So are
 * the one behind the page, which shows that there is a next, and those that are counted: filtered, their number shows as
 * much as they do.
 */
function pageOf<Node extends ObjectLiteral>(
  context: ListContext,
  definition: ListDefinition<Node>,
  { after, ...asked }: ListRequest,
  lookedFor: LookedForLoader,
  readRows: (request: PlacedRequest) => Promise<PlacedRows<Node> | undefined>,
  countNodes: (request: CountRequest) => Promise<CountedNodes | undefined>,
): Page<Node> {
  const { name, known, entity } = definition;
  const { cursors } = context;
  const request = { ...asked, ...(asked.filter && { filterDay: asked.asOf ?? context.asOf }) };
  const { ordering } = checkRequest(definition, request);
  const behind = after == null ? undefined : cursors.decode(name, ordering, after);
  const { knownAt, updatedSince, filter, filterDay } = request;
  const condition = readFilter(filter, definition);
  const whenKnown = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await requireKnownCodesIn(condition, (sql) => context.load(codesOfSql, sql));
    if (updatedSince) requireWholeDays(context, updatedSince);
    if (knownAt && known) await requireKnown(context, known.table, knownAt);
    return work();
  };
  /** Whoever is looked for is seen, found or not: that somebody is not in a list says something about them too. */
  const seeWhoIsLookedFor = async (): Promise<void> => {
    const keyOf = (typeName: string) => context.personKeyOf(typeName);
    const isAboutPersons = (typeName: string) => keyOf(typeName) !== undefined;
    if (personsLookedFor(condition, isAboutPersons).length === 0) return;
    const persons = await context.load(lookedFor, "", { filter, filterDay, keyOf });
    for (const { typeName, total, keys, areNamed } of persons) {
      if (areNamed && keys) context.seesKeys(typeName, keys);
      else context.seesCount(typeName, total, keys);
    }
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
