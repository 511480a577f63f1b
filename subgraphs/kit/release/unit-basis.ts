import type { CountedCell } from "../disclosure/counted-cell";
import { CellState } from "../disclosure/linked/linked-system";
import type { ReleasedView } from "../statistics/released-view";

/** A number of a release: what it is, and whether it is shown. */
export interface DecidedCell extends CountedCell {
  readonly state: CellState;
  /** Whether there is a row for it: none where not even its keys are shown. */
  readonly isListed: boolean;
}

/** What is withheld of a table in a period. */
export type TableWithheld = Pick<ReleasedView, "withheld" | "innerWithheld">;

/** What a release was made from, of one unit: kept for the next, and read by nobody else. */
export interface UnitBasis {
  /** Table → period → what is withheld of it. */
  readonly tables: Readonly<Record<string, Readonly<Record<string, TableWithheld>>>>;
  /** By the names of the numbers; one that is not here is shown as nought. */
  readonly cells: Readonly<Record<string, DecidedCell>>;
}

/** What is not in a basis: a zero that is shown, as its row is not there. */
export const shownZero: DecidedCell = {
  count: 0,
  persons: 0,
  state: CellState.SHOWN,
  isListed: true,
};

/** Whether a basis has a table in a period. */
export function hasPeriod({ tables }: UnitBasis, table: string, period: string): boolean {
  return tables[table]?.[period] !== undefined;
}

/** Whether two bases say the same. */
export function isSameBasis(one: UnitBasis, other: UnitBasis): boolean {
  return sorted(one) === sorted(other);
}

function sorted({ tables, cells }: UnitBasis): string {
  const byKey = (object: object) => Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    byKey(tables).map(([table, periods]) => [table, Object.keys(periods as object).sort()]),
    byKey(cells).map(([name, { count, persons, state, isListed }]: [string, DecidedCell]) => {
      return [name, count, persons, state, isListed];
    }),
  ]);
}
