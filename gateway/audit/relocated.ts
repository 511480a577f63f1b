import { hashOf, type LinkedContent } from "./chain-link";
import type { StoredHead } from "./chain-reader";

/** An entry that does not follow from the one before it. */
export interface BrokenEntry extends LinkedContent {
  readonly hash: Buffer;
  /** The hash stored before it. */
  readonly before: Buffer;
}

/** What broken entries turn out to be where entries only changed places. */
export interface Relocations {
  /** Number in the table → number under which it was appended. */
  readonly places: ReadonlyMap<number, number>;
  /** Unchanged entries that do not follow because the one before them was moved. */
  readonly sound: ReadonlySet<number>;
}

/**
 * Finds out which broken entries only changed places. An entry belongs in another's place if it has, or makes, the hash
 * of that place, or if the entry after that place follows from its hash.
 */
export function relocated(
  broken: readonly BrokenEntry[],
  head: StoredHead | undefined,
): Relocations {
  const places = new Map<number, number>();
  const followers = new Map<number, number>();
  for (const entry of broken) {
    if (head?.hash.equals(entry.hash)) places.set(entry.seq, head.seq);
    for (const other of broken) {
      const there = hashOf(other.before, { ...entry, seq: other.seq });
      if (there.equals(entry.hash) || there.equals(other.hash)) places.set(entry.seq, other.seq);
      if (hashOf(entry.hash, other).equals(other.hash)) {
        places.set(entry.seq, other.seq - 1);
        followers.set(other.seq, entry.seq);
      }
    }
  }
  removeUnmatched(places);
  const sound = [...followers].filter(([, leader]) => places.has(leader)).map(([seq]) => seq);
  return { places, sound: new Set(sound.filter((seq) => !places.has(seq))) };
}

/** Where entries only changed places, each belongs in the place of another of them. */
function removeUnmatched(places: Map<number, number>): void {
  for (let size = -1; size !== places.size;) {
    size = places.size;
    for (const [seq, place] of places) {
      if (seq === place || !places.has(place)) places.delete(seq);
    }
  }
}
