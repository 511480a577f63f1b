/** Days from `from` to before `to`; open on a side that is null. Days are `YYYY-MM-DD`. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** A period that begins on a known day. */
export interface StartedPeriod extends Period {
  readonly from: string;
}

/** Whether a period has the day. */
export function holdsOn(day: string, { from, to }: Period): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

/** Whether two periods have a day in common; that one ends on the day the other begins is no overlap. */
export function overlap(one: Period, other: Period): boolean {
  return beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one);
}

/** The next day. */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

/** The day before. */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

function beginsBeforeEnd({ from }: Period, { to }: Period): boolean {
  return from === null || to === null || from < to;
}

function shifted(day: string, days: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}
