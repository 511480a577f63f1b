import { ApiError, shown } from "../../kit/errors";
import type { FilterInput } from "../../kit/filter/compile-filter";

/**
 * Refuses a filter of statistics without a condition, or with a field without one: it would count everything, and a
 * number does not show that. Usually a variable was left out. A list with such a filter returns all, because each node
 * shows what it is.
 *
 * @throws ApiError INVALID_FILTER
 */
export function requireConditions(filter: FilterInput | null | undefined): void {
  if (filter == null) return;
  const given = Object.entries(filter).filter(([, conditions]) => conditions !== undefined);
  if (given.length === 0) throw noCondition("in filter", {});
  for (const [name, conditions] of given as [string, object | null][]) {
    const isSet = Object.values(conditions ?? {}).some((operand) => operand !== undefined);
    if (!isSet) throw noCondition(`on ${name} in filter`, conditions);
  }
}

function noCondition(where: string, received: object | null): ApiError {
  return new ApiError(
    "INVALID_FILTER",
    `Expected a condition ${where}, received ${shown(received)}. To count all, leave it out.`,
  );
}
