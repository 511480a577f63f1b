import type { Words } from "../words/words";
import type { LegendEntry } from "./legend-entry";

/** What an entry of a legend is called. */
export function legendName(entry: LegendEntry, { labels, page }: Words): string {
  switch (entry) {
    case "publishedPoint":
      return labels.published;
    case "eventDay":
    case "eventSpan":
    case "eventNotHeld":
      return page[entry];
    default:
      return labels[entry];
  }
}
