import { type CountedCell, isNonzero } from "./counted-cell";
import { type DisclosureRule, isPrimary } from "./disclosure-rule";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";

/** What may be released of a number that stands by itself. */
export function protectTotal(total: CountedCell, rule: DisclosureRule): ReleasedCell {
  if (!isNonzero(total)) return shownCell(0);
  return isPrimary(total, rule) ? suppressedCell(1, Infinity) : shownCell(total.count);
}
