import { OrderDirection } from "../connection/ordering";
import type { AnswerCell, AnswerRow } from "./answer";
import { dimensionOf, type NamedDimension, type StatisticsRequest } from "./statistics-request";

/**
 * Leaves out rows that cannot be within the bounds and orders the others. Both go by what a row shows: a suppressed
 * count is within bounds that its interval meets, and stands behind all that are shown, in the order of its keys.
 */
export function arranged(rows: readonly AnswerRow[], request: StatisticsRequest): AnswerRow[] {
  const { having, orderBy } = request;
  const dimensions = request.groupBy.map((name) => dimensionOf(request.measure, name));
  const terms = [...orderBy, { by: "KEY" as const, direction: OrderDirection.ASC }];
  return rows
    .filter(({ count }) => !having || mayBeWithin(count, having))
    .sort((one, other) => {
      for (const { by, direction } of terms) {
        const order =
          by === "KEY"
            ? directed(direction, byYear(one, other, request) || byKeys(one, other, dimensions))
            : byCount(one.count, other.count, direction);
        if (order !== 0) return order;
      }
      return 0;
    });
}

function mayBeWithin(
  { lower, upper }: AnswerCell,
  { gte, lte }: NonNullable<StatisticsRequest["having"]>,
): boolean {
  return (gte == null || upper === null || upper >= gte) && (lte == null || (lower ?? 0) <= lte);
}

function byCount(one: AnswerCell, other: AnswerCell, direction: OrderDirection): number {
  if (one.value === null || other.value === null) {
    return Number(one.value === null) - Number(other.value === null);
  }
  return directed(direction, one.value - other.value);
}

/** Years are in their own order, whatever the order in which they were asked for. */
function byYear(one: AnswerRow, other: AnswerRow, { periods }: StatisticsRequest): number {
  const yearOf = ({ period }: AnswerRow) => periods[period]?.fiscalYear ?? 0;
  return yearOf(one) - yearOf(other);
}

function byKeys(one: AnswerRow, other: AnswerRow, dimensions: readonly NamedDimension[]): number {
  for (const dimension of dimensions) {
    const order = byKey(
      one.keys.get(dimension.name) ?? null,
      other.keys.get(dimension.name) ?? null,
      dimension,
    );
    if (order !== 0) return order;
  }
  return 0;
}

/** Ascending; what is unknown stands last. */
function byKey(one: string | null, other: string | null, { order, type }: NamedDimension): number {
  if (one === other) return 0;
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (order) return order.indexOf(one) - order.indexOf(other);
  if (type === "integer") return Number(one) - Number(other);
  return one < other ? -1 : 1;
}

function directed(direction: OrderDirection, order: number): number {
  return direction === OrderDirection.DESC ? -order : order;
}
