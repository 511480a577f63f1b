import { CellState } from "../disclosure/linked/linked-system";
import { sum } from "../disclosure/overlap";
import type { CountedPeriods } from "./count-unit";
import type { ReleaseUnit } from "./release-plan";
import { rowsBy } from "../rows-by";
import { type DecidedCell, shownZero, type TableWithheld, type UnitBasis } from "./unit-basis";
import { allKeys, cellName, type GroupKeys, levelsOf, tableName } from "./unit-tables";

/** A number as everybody is shown it. */
export interface ReleasedRow {
  readonly keys: GroupKeys;
  /** `null` where it is suppressed. */
  readonly value: number | null;
  readonly lower: number;
  /** `null` where nothing is known of it. */
  readonly upper: number | null;
}

/** A table as everybody is shown it, in one period. */
export interface ReleasedTable extends TableWithheld {
  readonly measure: string;
  /** The name of its dimensions. */
  readonly dimensions: string;
  readonly period: string;
  readonly rows: readonly ReleasedRow[];
}

/** What is released of a unit, from what was decided. */
export function releasedTables(
  { measures }: ReleaseUnit,
  counted: readonly CountedPeriods[],
  basis: UnitBasis,
): ReleasedTable[] {
  const bounds = new Bounds(basis);
  return levelsOf(counted, basis).flatMap(({ tables, keys }) =>
    tables.flatMap(({ table, periods }) => {
      if (!table.isReleased) return [];
      // Groups that are counted are no more than what is in them.
      const { measure: bounding } = measures[table.measure]?.linked?.groupsOf ?? table;
      const all = allKeys(table, keys);
      return periods.flatMap(({ period }) => {
        const withheld = basis.tables[tableName({ ...table, measure: bounding })]?.[period.name];
        if (!withheld) return [];
        const nameOf = (each: GroupKeys) => cellName(bounding, period.name, table, each);
        bounds.narrow(all, nameOf);
        const rows = all.flatMap((each) =>
          rowOf(
            basis.cells[cellName(table.measure, period.name, table, each)] ?? shownZero,
            each,
            bounds.upperOf(nameOf(each)),
          ),
        );
        const { measure, name: dimensions } = table;
        return [{ measure, dimensions, period: period.name, ...withheld, rows }];
      });
    }),
  );
}

function rowOf(
  { state, count, isListed }: DecidedCell,
  keys: GroupKeys,
  upper: number,
): ReleasedRow[] {
  const isTotal = keys.every((key) => key === undefined);
  if (state === CellState.SHOWN) {
    return isTotal || count > 0 ? [{ keys, value: count, lower: count, upper: count }] : [];
  }
  if (!isTotal && !isListed) return [];
  return [{ keys, value: null, lower: 0, upper: Number.isFinite(upper) ? upper : null }];
}

/** What anybody can compute at once of what is hidden: no part is more than its whole leaves for it. */
class Bounds {
  private readonly uppers = new Map<string, number>();

  constructor(private readonly basis: UnitBasis) {}

  upperOf(name: string): number {
    const { count, state } = this.cell(name);
    return state === CellState.SHOWN ? count : (this.uppers.get(name) ?? Infinity);
  }

  /** Narrows the finest of groups by the sums that they are parts of, which are narrowed already. */
  narrow(all: readonly GroupKeys[], nameOf: (keys: GroupKeys) => string): void {
    const finest = all.filter((keys) => keys.length > 0 && !keys.includes(undefined));
    for (const kept of finest[0]?.length === 2 ? [0, 1] : [-1]) {
      const wholeOf = (keys: GroupKeys) =>
        nameOf(keys.map((key, index) => (index === kept ? key : undefined)));
      for (const [whole, parts] of rowsBy(finest, wholeOf))
        this.narrowParts(whole, parts.map(nameOf));
    }
  }

  private narrowParts(whole: string, parts: readonly string[]): void {
    const cells = parts.map((part) => this.cell(part));
    const overlaps = sum(cells.map(({ count }) => count)) > this.cell(whole).count;
    const shown = cells.filter(({ state }) => state === CellState.SHOWN);
    const left = this.upperOf(whole) - (overlaps ? 0 : sum(shown.map(({ count }) => count)));
    for (const part of parts) {
      this.uppers.set(part, Math.min(left, this.uppers.get(part) ?? Infinity));
    }
  }

  private cell(name: string): DecidedCell {
    return this.basis.cells[name] ?? shownZero;
  }
}
