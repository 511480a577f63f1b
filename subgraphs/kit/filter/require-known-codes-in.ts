import type { Condition } from "./condition";
import { requireAmong } from "./known-codes";

/**
 * Refuses a filter by a code that does not exist, in any of its conditions. Its empty answer would look like that of a code
 * without records.
 *
 * @param read - reads the codes of a statement
 * @throws ApiError INVALID_FILTER with the codes that exist
 */
export async function requireKnownCodesIn(
  condition: Condition,
  read: (sql: string) => Promise<ReadonlySet<string>>,
): Promise<void> {
  switch (condition.kind) {
    case "comparison": {
      const { column, operator, operand, place } = condition;
      if (!column.codes || (operator !== "eq" && operator !== "in")) return;
      const list = column.codes;
      const named: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
      const field = place.slice(0, place.lastIndexOf("."));
      if (named.length > 0) requireAmong(field, named, "sql" in list ? await read(list.sql) : list);
      return;
    }
    case "all":
    case "any":
      for (const part of condition.parts) await requireKnownCodesIn(part, read);
      return;
    case "not":
    case "related":
      return requireKnownCodesIn(condition.part, read);
    case "counts":
  }
}
