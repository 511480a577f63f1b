import { dataDigest } from "../data-digest";
import { groupName } from "./counted-groups";
import type { ReleasedView } from "./released-view";
import type { TableToProtect } from "./table-to-protect";

/**
 * What was computed of tables. It is found by the counts themselves, so that it is never older than the records. What
 * was asked for last is kept, as much as there is room for.
 */
export class KeptViews {
  /** The one asked for last comes last. */
  private readonly views = new Map<string, ReleasedView>();
  private size = 0;

  /** Has room for so many groups of all tables together. */
  constructor(private readonly room: number) {}

  /** What is released of the table with this key, if it is kept. */
  get(key: string): ReleasedView | undefined {
    const view = this.views.get(key);
    if (!view) return undefined;
    this.views.delete(key);
    this.views.set(key, view);
    return view;
  }

  /** Keeps a result in the place of those that were not asked for the longest, unless it has no room at all. */
  keep(key: string, view: ReleasedView): void {
    const size = sizeOf(view);
    if (size > this.room || this.views.has(key)) return;
    for (const [oldest, kept] of this.views) {
      if (this.size + size <= this.room) break;
      this.views.delete(oldest);
      this.size -= sizeOf(kept);
    }
    this.views.set(key, view);
    this.size += size;
  }
}

/** A table without groups takes room too. */
function sizeOf({ groups }: ReleasedView): number {
  return groups.length + 1;
}

/**
 * The same for the same groups of the same table alone. Equal counts of another measure or period are another table: how
 * soon an answer comes must not tell that they are equal.
 */
export function keyOf({ groups, ...table }: TableToProtect): string {
  const counted = groups.map(
    ({ keys, count, persons }) => `${groupName(keys)} ${count} ${persons}`,
  );
  return dataDigest([table, counted.sort()]);
}
