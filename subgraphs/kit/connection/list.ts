import type { ObjectLiteral } from "typeorm";
import type { DatabaseLoader, RequestContext } from "../request-context";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { countLists, type ListRequest, type RawPage, readPages } from "./list-sql";
import type { Page } from "./page";

/** A list as resolvers use it: whole, or each parent's part of it, batched over all parents of the request. */
export class List<Node extends ObjectLiteral> {
  constructor(private readonly definition: ListDefinition<Node>) {}

  /** A page of the whole list. One statement, and one more if `totalCount` is asked for. */
  async page(context: RequestContext, request: ListRequest): Promise<Page<Node>> {
    const { database } = context;
    const [page] = await readPages(database, this.definition, undefined, [null], request);
    return {
      ...(page ?? { rows: [], hasNextPage: false }),
      hasPreviousPage: request.page.after != null,
      countAll: async () =>
        (await countLists(database, this.definition, undefined, [null], request))[0] ?? 0,
    };
  }

  /** The same for the part that belongs to a parent: one statement for all parents of a request. */
  ofParent(parent: ParentDefinition) {
    const { definition } = this;
    const pages: DatabaseLoader<string | number, RawPage<Node>, ListRequest> = {
      name: `${definition.name}.${parent.name}`,
      batch: (keys, database, request) => readPages(database, definition, parent, keys, request),
    };
    const counts: DatabaseLoader<string | number, number, ListRequest> = {
      name: `${definition.name}.${parent.name}.count`,
      batch: (keys, database, request) => countLists(database, definition, parent, keys, request),
    };
    return async (
      context: RequestContext,
      key: string | number,
      request: ListRequest,
    ): Promise<Page<Node>> => ({
      ...(await context.load(pages, key, request)),
      hasPreviousPage: request.page.after != null,
      countAll: () => context.load(counts, key, request),
    });
  }
}
