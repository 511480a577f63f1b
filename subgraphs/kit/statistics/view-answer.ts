import { type PeriodAnswer, sumOf, suppressedCell } from "./answer";
import { rowsBy } from "../rows-by";
import { type CountedGroup, groupName } from "./counted-groups";
import { isWithheld, type ReleasedGroup, type ReleasedView } from "./released-view";
import type { NamedDimension } from "./statistics-request";

/** The keys of a group, and whether they meet the filter. */
export type MarkedGroup = Pick<CountedGroup, "keys" | "meets">;

/** What is asked of a period's table. */
export interface TableQuestion {
  /** The dimensions of the table. */
  readonly dimensions: readonly NamedDimension[];
  /** The names of those that rows are grouped by. */
  readonly groupBy: readonly string[];
  /** The names of those that the filter sets a condition on. */
  readonly filteredBy: ReadonlySet<string>;
  /** The values of those that it lists one by one: others need not be shown. */
  readonly named: ReadonlyMap<string, readonly unknown[]>;
  /** True if what is counted is in only one group of any dimension. */
  readonly isAdditive: boolean;
}

/**
 * Answers a question about a table only from what is released of it: the groups that meet the filter, the sums over
 * other dimensions, and the total.
 *
 * @param counted - the groups that there are, used only to see which keys meet the filter
 */
export function viewAnswer(
  period: number,
  view: ReleasedView,
  counted: readonly MarkedGroup[],
  question: TableQuestion,
): PeriodAnswer {
  const { dimensions, groupBy, filteredBy } = question;
  const isGrouped = dimensions.map(({ name }) => groupBy.includes(name));
  const isFiltered = dimensions.map(({ name }) => filteredBy.has(name));
  const isSummed = isFiltered.map((filtered, index) => filtered && !isGrouped[index]);
  const isAsked = isGrouped.map((is, index) => is || isSummed[index] === true);
  const selected = selectedBy(counted, dimensions);
  const only = dimensions.map(({ name }) => question.named.get(name));
  const withheld = groupBy.length > 0 && isWithheld(view, isAsked, only);
  const grouped = dimensions.filter((_dimension, index) => isGrouped[index]);
  const groups = groupBy.length === 0 ? [] : groupsOf(view, isAsked).filter(selected);
  const rows = rowsBy(groups, ({ keys }) => groupName(keysOf(keys, isGrouped)));
  const overlapping = overlaps(question, isSummed);
  return {
    // Whatever is withheld is withheld together with everything it would be summed with, so no sum here lacks a part.
    rows: [...rows.values()].map((own) => {
      const keys = keysOf(own[0]?.keys ?? [], isGrouped);
      return {
        period,
        keys: new Map(grouped.map(({ name }, index) => [name, keys[index] ?? null])),
        count: sumOf(
          own.map(({ cell }) => cell),
          overlapping,
        ),
      };
    }),
    total: isWithheld(view, isFiltered, only)
      ? suppressedCell(null, null)
      : sumOf(
          groupsOf(view, isFiltered)
            .filter(selected)
            .map(({ cell }) => cell),
          overlaps(question, isFiltered),
        ),
    withheld,
  };
}

/** The keys that rows show. */
function keysOf(keys: ReleasedGroup["keys"], isGrouped: readonly boolean[]): (string | null)[] {
  const shown: (string | null)[] = [];
  for (const [index, key] of keys.entries()) if (isGrouped[index]) shown.push(key ?? null);
  return shown;
}

/** The released groups with keys of just these dimensions. */
function groupsOf({ groups }: ReleasedView, isKept: readonly boolean[]): ReleasedGroup[] {
  return groups.filter(({ keys }) =>
    keys.every((key, index) => (key !== undefined) === isKept[index]),
  );
}

/** Which groups the filter selects: it sets a condition on each dimension by itself. */
function selectedBy(
  counted: readonly MarkedGroup[],
  dimensions: readonly NamedDimension[],
): (group: ReleasedGroup) => boolean {
  const left = dimensions.map(
    (_dimension, index) =>
      new Set(counted.flatMap(({ keys, meets }) => (meets[index] ? [] : [keys[index]]))),
  );
  return ({ keys }) => keys.every((key, index) => key === undefined || !left[index]?.has(key));
}

function overlaps(
  { dimensions, isAdditive }: TableQuestion,
  isSummed: readonly boolean[],
): boolean {
  return !isAdditive || dimensions.some(({ overlapping }, index) => isSummed[index] && overlapping);
}
