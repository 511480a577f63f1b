import type { Page, PageRows } from "../connection/page";
import { pageSize } from "../connection/page";
import type { ResolvedOrder } from "../connection/ordering";
import { ApiError } from "../errors";
import type { RequestContext } from "../request/request-context";
import { type FeedArguments, waitOf } from "./feed-arguments";
import {
  countFeed,
  type FeedPart,
  type FeedPlace,
  feedStart,
  type PlacedChange,
  readBehind,
  readLatest,
} from "./read-feed";
import type { RecordChange } from "./record-change";

/** What a place in the feed is made of, for cursors. */
const ordering: readonly ResolvedOrder[] = ["POSITION", "COMMIT", "ID"].map((by) => ({
  by,
  sql: "",
  type: "bigint",
  descending: false,
}));

/** What a page of the feed is made with. */
export interface FeedDefinition extends Omit<FeedPart, "size"> {
  /** Notes whom changes are about. */
  readonly seePersons: (context: RequestContext, changes: readonly RecordChange[]) => Promise<void>;
}

/**
 * A page of an area's changes in commit order: with the cursor of its last change, the next page begins with the first
 * that was committed behind it. Nothing comes before it later.
 *
 * @throws ApiError INVALID_PAGE_SIZE, INVALID_WAIT, INVALID_CURSOR, or CONTRADICTORY_PAGE for `latest` with `after`
 */
export function feedPage(
  context: RequestContext,
  definition: FeedDefinition,
  { first, after, latest, ...asked }: FeedArguments,
): Page<RecordChange> {
  const { name, seePersons } = definition;
  const { database, cursors } = context;
  const size = pageSize(first);
  const wait = waitOf(asked);
  if (latest && after != null) {
    throw new ApiError(
      "CONTRADICTORY_PAGE",
      "Expected either latest or after, received both: what follows a cursor is read in order.",
    );
  }
  const part = { ...definition, size: size + 1 };
  const place = after == null ? feedStart : placeOf(cursors.decode(name, ordering, after));
  const readNext = async (): Promise<readonly PlacedChange[]> => {
    const until = performance.now() + wait;
    for (;;) {
      const found = await readBehind(database, part, place);
      const left = until - performance.now();
      if (found.length > 0 || left <= 0 || context.changeWatch.isOver) return found;
      await context.changeWatch.beyond(place.position, left);
    }
  };
  const read = async (): Promise<PageRows<RecordChange>> => {
    const found = latest ? await readLatest(database, { ...part, size }) : await readNext();
    await seePersons(
      context,
      found.map(({ change }) => change),
    );
    return {
      nodes: found.slice(0, size).map(({ change }) => change),
      hasNextPage: found.length > size,
      cursorAt: (index) => {
        const { position, commit, id } = found[index]?.place ?? feedStart;
        return cursors.encode(name, ordering, [position, commit, id]);
      },
    };
  };
  let page: Promise<PageRows<RecordChange>> | undefined;
  return {
    hasPreviousPage: after != null,
    read: () => (page ??= read()),
    countAll: () => countFeed(database, definition),
  };
}

function placeOf([position = "", commit = "", id = ""]: readonly string[]): FeedPlace {
  return { position, commit, id };
}
