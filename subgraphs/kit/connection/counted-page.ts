import { ApiError } from "../errors";
import type { ListContext } from "./list-context";
import { type Page, type PageArguments, pageSize } from "./page";
import type { ResolvedOrder } from "./ordering";

/**
 * A page of a list that is made whole, as one ordered by what is computed. A cursor names a node by its id.
 *
 * Nodes are about no person: whoever made them has noted whom they were made of.
 *
 * @param name - names the list in cursors
 * @param makeNodes - makes the whole list; called once, and only if something of it is asked for
 * @throws ApiError INVALID_PAGE_SIZE or INVALID_CURSOR, the latter also once its node is in the list no more
 */
export function countedPage<Node extends { readonly id: string }>(
  name: string,
  makeNodes: () => Promise<readonly Node[]>,
  { first, after }: PageArguments,
  { cursors }: Pick<ListContext, "cursors">,
): Page<Node> {
  const size = pageSize(first);
  const behind = after == null ? undefined : cursors.decode(name, byId, after)[0];
  let made: Promise<readonly Node[]> | undefined;
  const allNodes = () => (made ??= makeNodes());
  return {
    hasPreviousPage: after != null,
    read: async () => {
      const all = await allNodes();
      const start = all.findIndex(({ id }) => id === behind) + 1;
      if (behind !== undefined && start === 0) {
        throw new ApiError(
          "INVALID_CURSOR",
          "Expected a cursor of a node that is still in the list, received one of a node that is gone from it. Begin anew, without after.",
        );
      }
      const nodes = all.slice(start, start + size);
      return {
        hasNextPage: all.length > start + size,
        nodes,
        cursorAt: (place) => cursors.encode(name, byId, [nodes[place]?.id ?? ""]),
      };
    },
    countAll: async () => (await allNodes()).length,
  };
}

const byId: readonly ResolvedOrder[] = [{ by: "", sql: "", type: "text", descending: false }];
