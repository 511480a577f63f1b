import loadHighs, { type Highs } from "highs";
import type { DataSource, EntityManager } from "typeorm";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { AreaMeasures } from "../statistics/measure";
import { admitsCorrections, isCorrected, leastOf } from "./admit-corrections";
import { type CountedPeriods, countUnit } from "./count-unit";
import { decideUnit } from "./decide-unit";
import { releaseUnits, type ReleaseUnit, tableName } from "./release-plan";
import { type ReleasedTable, releasedTables } from "./released-rows";
import { withSafeQuarters } from "./safe-quarters";
import {
  basisOf,
  emptyBasis,
  hasPeriod,
  isOfRecords,
  isSameBasis,
  mergedBases,
  type UnitBasis,
} from "./unit-basis";
import { unitCounts } from "./unit-tables";
import { waitingCounts } from "./waiting-counts";

/** What a release came to. */
export interface MadeRelease {
  /** Its number; that of the last one where there was nothing new. */
  readonly vintage: number;
  readonly isNew: boolean;
  readonly shown: number;
  readonly hidden: number;
  /** The names of units whose corrections wait. */
  readonly waiting: readonly string[];
  /** The names of units of which nothing new could be protected. */
  readonly unprotected: readonly string[];
  /** How many linear programmes were solved. */
  readonly programmes: number;
}

/**
 * Makes a release of an area, as the role that owns the tables: counts, protects everything together with all earlier
 * releases, and adds it to the register, all or nothing. One at a time: another waits. Where nothing is new, none is
 * made.
 *
 * @throws Error if the threshold is not that of earlier releases
 */
export async function makeRelease(
  measures: Pick<AreaMeasures, "measures">,
  database: DataSource,
  rule: DisclosureRule,
): Promise<MadeRelease> {
  const highs = await loadHighs();
  return database.transaction("REPEATABLE READ", async (manager) => {
    await manager.query("SET LOCAL lock_timeout = 0");
    await manager.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    await manager.query("LOCK TABLE release IN EXCLUSIVE MODE");
    await requireSameRule(manager, rule);
    const earlier = await earlierBases(manager);
    const made: UnitRelease[] = [];
    for (const unit of releaseUnits(measures)) {
      // A release of no records, made before there were any, binds nobody.
      const own = earlier.map((basis) => basisOf(unit, basis)).filter(isOfRecords);
      made.push(decideRelease(unit, await countUnit(manager, unit, own.at(-1)), own, rule, highs));
    }
    const tables = made.flatMap((one) => one.tables);
    const cells = tables.flatMap(({ rows }) => rows);
    const before = earlier.at(-1);
    const basis = mergedBases([before ?? emptyBasis, ...made.map((one) => one.basis)]);
    // Without records there is nothing to release.
    const isNew = tables.length > 0 && (!before || !isSameBasis(basis, before));
    const vintage = earlier.length + (isNew ? 1 : 0);
    if (isNew) await write(manager, vintage, rule, tables, basis);
    return {
      vintage,
      isNew,
      shown: cells.filter(({ value }) => value !== null).length,
      hidden: cells.filter(({ value }) => value === null).length,
      waiting: made.flatMap(({ unit, isWaiting }) => (isWaiting ? [unit.name] : [])),
      unprotected: made.flatMap(({ unit, isProtected }) => (isProtected ? [] : [unit.name])),
      programmes: made.reduce((sum, one) => sum + one.programmes, 0),
    };
  });
}

/** What is hidden for one threshold is not hidden enough for a higher one, and cannot be hidden any more. */
async function requireSameRule(manager: EntityManager, rule: DisclosureRule): Promise<void> {
  const [last] = await manager.query<DisclosureRule[]>(
    "/* release */ SELECT threshold, width FROM release ORDER BY vintage DESC LIMIT 1",
  );
  if (!last || last.threshold === rule.threshold) return;
  throw new Error(
    `Expected DISCLOSURE_THRESHOLD to be ${last.threshold}, as in the releases there are, received ${rule.threshold}.`,
  );
}

/** What every release was made from, the first one first. */
async function earlierBases(manager: EntityManager): Promise<UnitBasis[]> {
  const rows = await manager.query<{ counted: UnitBasis }[]>(
    "/* release */ SELECT counted FROM release_basis ORDER BY vintage",
  );
  return rows.map(({ counted }) => counted);
}

interface UnitRelease {
  readonly unit: ReleaseUnit;
  readonly basis: UnitBasis;
  readonly tables: readonly ReleasedTable[];
  readonly isWaiting: boolean;
  readonly isProtected: boolean;
  readonly programmes: number;
}

/** Decides what is released of a unit, from what is counted now and what all earlier releases were made from. */
export function decideRelease(
  unit: ReleaseUnit,
  everything: readonly CountedPeriods[],
  earlier: readonly UnitBasis[],
  rule: DisclosureRule,
  highs: Highs,
): UnitRelease {
  const now = unitCounts(everything);
  const last = earlier.at(-1);
  const old = last ? released(everything, last) : [];
  const corrections = { unit, counted: old, counts: now, earlier, rule };
  const hasChanged = isCorrected(corrections);
  const isWaiting = hasChanged && !admitsCorrections(corrections, highs);
  const safe = withSafeQuarters(everything, { unit, counts: now, last, isWaiting, rule });
  const { counts, counted } =
    isWaiting && last ? waitingCounts(unit, safe, now, last) : { counts: now, counted: safe };
  const isAllOld = last !== undefined && !hasMore(counted, last);
  if (isAllOld && (isWaiting || !hasChanged)) {
    const tables = releasedTables(unit, old, last);
    return { unit, basis: last, tables, isWaiting, isProtected: true, programmes: 0 };
  }
  const earlierLeast = leastOf(earlier);
  const {
    basis: decided,
    isProtected,
    programmes,
  } = decideUnit(
    { unit, counted, counts, previous: last, earlierLeast, isProven: isAllOld, rule },
    highs,
  );
  const common = { unit, isWaiting, isProtected, programmes };
  if (isProtected) {
    return { ...common, basis: decided, tables: releasedTables(unit, counted, decided) };
  }
  // What cannot be protected is not released: the last release stays, or there is none.
  const basis = last ?? emptyBasis;
  return { ...common, basis, tables: releasedTables(unit, old, basis) };
}

/** Whether there is a table or period that a release does not have. */
function hasMore(counted: readonly CountedPeriods[], last: UnitBasis): boolean {
  return counted.some(({ table, periods }) =>
    periods.some(({ period }) => !hasPeriod(last, tableName(table), period.name)),
  );
}

/** The tables and periods that a release has. */
function released(counted: readonly CountedPeriods[], last: UnitBasis): CountedPeriods[] {
  return counted.map(({ table, periods }) => ({
    table,
    periods: periods.filter(({ period }) => hasPeriod(last, tableName(table), period.name)),
  }));
}

async function write(
  manager: EntityManager,
  vintage: number,
  { threshold, width }: DisclosureRule,
  tables: readonly ReleasedTable[],
  basis: UnitBasis,
): Promise<void> {
  await manager.query(
    "INSERT INTO release (vintage, released_at, threshold, width) VALUES ($1, date_trunc('milliseconds', clock_timestamp()), $2, $3)",
    [vintage, threshold, width],
  );
  await manager.query(
    `INSERT INTO released_table (vintage, measure, dimensions, period, withheld, inner_withheld)
SELECT $1, t.measure, t.dimensions, t.period, ARRAY(SELECT w::boolean FROM jsonb_array_elements_text(t.withheld) w), t.inner_withheld
FROM jsonb_to_recordset($2::jsonb) t(measure text, dimensions text, period text, withheld jsonb, inner_withheld boolean)`,
    [
      vintage,
      JSON.stringify(
        tables.map(({ measure, dimensions, period, withheld, innerWithheld }) => {
          return { measure, dimensions, period, withheld, inner_withheld: innerWithheld };
        }),
      ),
    ],
  );
  const cells = tables.flatMap(({ measure, dimensions, period, rows }) =>
    rows.map(({ keys: [k0, k1], value, lower, upper }, place) => {
      const mask = [k0, k1].slice(0, dimensions === "" ? 0 : dimensions.split(",").length);
      return {
        ...{ measure, dimensions, period, place },
        mask: mask.reduce((bits, key) => bits * 2 + (key === undefined ? 1 : 0), 0),
        ...{ k0: k0 ?? null, k1: k1 ?? null, value, lower, upper },
      };
    }),
  );
  await manager.query(
    `INSERT INTO released_cell (vintage, measure, dimensions, period, place, mask, k0, k1, value, lower, upper)
SELECT $1, t.* FROM jsonb_to_recordset($2::jsonb) t(measure text, dimensions text, period text, place integer,
  mask integer, k0 text, k1 text, value integer, lower integer, upper integer)`,
    [vintage, JSON.stringify(cells)],
  );
  await manager.query("INSERT INTO release_basis (vintage, counted) VALUES ($1, $2::jsonb)", [
    vintage,
    JSON.stringify(basis),
  ]);
}
