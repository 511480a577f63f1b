/** Why a cell has no value. */
export enum SuppressionReason {
  SMALL_GROUP = "SMALL_GROUP",
  OVERLAPPING_GROUPS = "OVERLAPPING_GROUPS",
  NOT_ADDITIVE = "NOT_ADDITIVE",
  NOT_TOLD = "NOT_TOLD",
  NOT_COVERED = "NOT_COVERED",
}

/** One number of an answer, or what is said in its place. */
export interface AnswerCell {
  /** The number; `null` where it is not shown or there is none. */
  readonly value: number | null;
  /** True if there is a number that is not shown. */
  readonly suppressed: boolean;
  /** Why there is no value; `null` where there is. */
  readonly reason: SuppressionReason | null;
  /** The number is no less; `null` where nothing is said of it. */
  readonly lower: number | null;
  /** The number is no more; `null` where nothing is said of it. */
  readonly upper: number | null;
}

/** One group of an answer. */
export interface AnswerRow {
  /** The place of its period, from 0. */
  readonly period: number;
  /** Dimension → its value in this group; `null` where it is unknown. */
  readonly keys: ReadonlyMap<string, string | null>;
  readonly count: AnswerCell;
}

/** What one period comes to. */
export interface PeriodAnswer {
  readonly rows: readonly AnswerRow[];
  readonly total: AnswerCell;
  /** True if its groups cannot be shown at all, not even which ones exist. */
  readonly withheld: boolean;
}

/** The cell of a number that is shown. */
export function shownCell(value: number): AnswerCell {
  return { value, suppressed: false, reason: null, lower: value, upper: value };
}

/** The cell of a number between bounds that is not shown. */
export function suppressedCell(
  lower: number | null,
  upper: number | null,
  reason = SuppressionReason.SMALL_GROUP,
): AnswerCell {
  return { value: null, suppressed: true, reason, lower, upper };
}

/** The cell for numbers that cannot be added up: of several days, or of groups that overlap. */
export const notAdditive: AnswerCell = {
  value: null,
  suppressed: false,
  reason: SuppressionReason.NOT_ADDITIVE,
  lower: null,
  upper: null,
};

/** The cell of a period that the records do not cover: there is no number, not even zero. */
export const notCovered: AnswerCell = { ...notAdditive, reason: SuppressionReason.NOT_COVERED };

/** The cell of a number that is not released to the caller, whatever its value. */
export const notReleased: AnswerCell = suppressedCell(null, null, SuppressionReason.NOT_TOLD);

/**
 * A sum of released parts: no more precise than anybody could add up.
 *
 * @param overlapping - whether what is counted can be in several parts, so that the sum is between the largest of them
 * and all of them added up
 */
export function sumOf(parts: readonly AnswerCell[], overlapping = false): AnswerCell {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  if (!only) return shownCell(0);
  if (parts.includes(notCovered)) return notCovered;
  const uppers = parts.map(({ upper }) => upper);
  const upper = uppers.some((each) => each === null) ? null : total(uppers);
  const lowers = parts.map(({ lower }) => lower ?? 0);
  if (overlapping) {
    return suppressedCell(Math.max(...lowers), upper, SuppressionReason.OVERLAPPING_GROUPS);
  }
  const hidden = parts.filter(({ suppressed }) => suppressed);
  if (hidden.length === 0) return shownCell(total(uppers));
  const isSmall = hidden.some(({ reason }) => reason === SuppressionReason.SMALL_GROUP);
  const reason = isSmall ? SuppressionReason.SMALL_GROUP : SuppressionReason.OVERLAPPING_GROUPS;
  return suppressedCell(total(lowers), upper, reason);
}

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
