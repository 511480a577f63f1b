import type { CountedCell } from "../disclosure/counted-cell";
import { CellState } from "../disclosure/linked/linked-system";
import type { ReleaseUnit } from "./release-plan";
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

/** Nothing was released. */
export const emptyBasis: UnitBasis = { tables: {}, cells: {} };

/**
 * The part of a basis that is of a unit's measures. Units are told apart by nothing else: which measures are protected
 * together may change from one version of the graph to the next.
 */
export function basisOf({ measures }: Pick<ReleaseUnit, "measures">, basis: UnitBasis): UnitBasis {
  const ofUnit = (name: string): boolean => {
    const [measure = "", part = ""] = JSON.parse(name) as string[];
    return measure === "rest" ? ofUnit(part) : Object.hasOwn(measures, measure);
  };
  const measureOf = (table: string) => table.slice(0, table.indexOf("("));
  return {
    tables: Object.fromEntries(
      Object.entries(basis.tables).filter(([table]) => Object.hasOwn(measures, measureOf(table))),
    ),
    cells: Object.fromEntries(Object.entries(basis.cells).filter(([name]) => ofUnit(name))),
  };
}

/** Whether anything was counted for it, or hidden in it. */
export function isOfRecords({ cells }: UnitBasis): boolean {
  return Object.keys(cells).length > 0;
}

/** Bases as one: what a later one says replaces what an earlier one does. */
export function mergedBases(bases: readonly UnitBasis[]): UnitBasis {
  const [first = emptyBasis, ...others] = bases;
  return others.reduce((one, other) => {
    const replaced = new Set(
      Object.keys(other.tables).map((table) => table.slice(0, table.indexOf("("))),
    );
    const kept = Object.entries(one.cells).filter(([name]) => {
      const [measure = "", part = ""] = JSON.parse(name) as string[];
      const [own = ""] = measure === "rest" ? (JSON.parse(part) as string[]) : [measure];
      return !replaced.has(own);
    });
    return {
      tables: { ...one.tables, ...other.tables },
      cells: { ...Object.fromEntries(kept), ...other.cells },
    };
  }, first);
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
