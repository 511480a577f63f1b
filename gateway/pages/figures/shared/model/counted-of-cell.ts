import type { StatisticCell } from "../graph/answers";
import type { Counted } from "./counted";

/** Reads a cell of statistics. One with bounds and no value is an interval, whatever the reason. */
export function countedOfCell(cell: StatisticCell | null | undefined): Counted {
  if (!cell) return { status: "NOT_GIVEN", reason: null };
  const { value, lower, upper, reason } = cell;
  if (value !== null) return { status: "SHOWN", value };
  if (reason === "NOT_COVERED") return { status: "NOT_COVERED" };
  if (reason === "SMALL_GROUP" || lower !== null || upper !== null) {
    return { status: "SUPPRESSED", lower: lower ?? 0, upper };
  }
  return { status: "NOT_GIVEN", reason };
}
