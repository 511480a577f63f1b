import type { Words } from "../words/words";
import type { Counted } from "./counted";

/** A count in words: a number, an interval, or why there is none. */
export function countedText(counted: Counted, words: Words): string {
  const { labels } = words;
  switch (counted.status) {
    case "SHOWN":
      return String(counted.value);
    case "SUPPRESSED":
      return words.interval(counted.lower, counted.upper);
    case "NOT_COVERED":
      return labels.notCovered;
    case "NOT_GIVEN":
      return counted.reason === null ? labels.noNumber : labels.notReleased;
  }
}
