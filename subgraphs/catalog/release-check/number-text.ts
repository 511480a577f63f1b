import { shown } from "../../kit/errors";
import { NumberKind, type NumberName } from "../../kit/release/check/check-task";
import { enumName } from "../../kit/statistics/dimension-names";

/** A group in a message, whatever the order of its dimensions: `REGION "ASIA"`. */
export function groupText(group: NumberName["group"]): string {
  if (group.length === 0) return "in total";
  return group
    .map(([dimension, key]) => `${enumName(dimension)} ${key === null ? "unknown" : shown(key)}`)
    .sort()
    .join(", ");
}

/** A number in a message: `ON_DISPATCH of 2024-03-31, REGION "ASIA"`. */
export function numberText({ kind, measure, period, group, dimension, whole }: NumberName): string {
  const when = typeof period === "string" ? `of ${period}` : `after ${period.join(" up to ")}`;
  const text = `${measure} ${when}, ${groupText(group)}`;
  const by = dimension === undefined ? "" : enumName(dimension);
  switch (kind) {
    case NumberKind.OTHERS:
      return `${text}, all groups by ${by} without a row`;
    case NumberKind.OUTSIDE:
      return `${text}, those who are not in it but in another group by ${by}`;
    case NumberKind.SEVERAL:
      return `${text}, by how much the groups by ${by} add up to more than it`;
    case NumberKind.REST:
      return `${text}, those of ${whole ?? "the whole"} who are not in it`;
    default:
      return text;
  }
}

/** An interval in a message: `7`, `5–9` or `at least 5`. */
export function rangeText({ lower, upper }: { lower: number; upper: number }): string {
  if (lower === upper) return String(lower);
  return Number.isFinite(upper) ? `${lower}–${upper}` : `at least ${lower}`;
}
