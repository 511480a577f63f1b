import type { Words } from "../words/words";
import type { LegendEntry } from "./legend-entry";

/** The sign of an entry that is written and has no colour; undefined of others. */
export function legendSign(entry: LegendEntry, { marks }: Words): string | undefined {
  if (entry === "unknown") return "?";
  return entry === "agrees" || entry === "differs" ? marks[entry] : undefined;
}
