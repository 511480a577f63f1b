import type { SearchEntry } from "./search-entry";

/** What was found, best first, and how much there is of it. */
export interface Found {
  readonly shown: readonly SearchEntry[];
  readonly total: number;
}

const most = 30;

/**
 * Finds what has every word of a text in its coordinate or in what is said of it, upper or lower case: first what has that
 * very name, then names that begin so, then other names, then descriptions; shorter coordinates before longer ones.
 */
export function search(entries: readonly SearchEntry[], text: string): Found {
  const words = text
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== "");
  if (words.length === 0) return { shown: [], total: 0 };
  const found = entries.flatMap((entry) => {
    const rank = rankOf(entry, words);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  found.sort(
    (one, other) =>
      one.rank - other.rank ||
      one.entry[0].length - other.entry[0].length ||
      (one.entry[0] < other.entry[0] ? -1 : 1),
  );
  return { shown: found.slice(0, most).map(({ entry }) => entry), total: found.length };
}

/** The lower the better; `undefined` where a word is nowhere. */
function rankOf([coordinate, about]: SearchEntry, words: readonly string[]): number | undefined {
  const name = coordinate.toLowerCase();
  const said = about.toLowerCase();
  if (!words.every((word) => name.includes(word) || said.includes(word))) return undefined;
  const whole = words.join(".");
  const last = name.split(".").at(-1) ?? "";
  if (name === whole || last === whole) return 0;
  if (last.startsWith(whole) || name.startsWith(whole)) return 1;
  return words.every((word) => name.includes(word)) ? 2 : 3;
}
