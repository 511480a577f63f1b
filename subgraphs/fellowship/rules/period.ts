/** Days from `from` up to but not including `to`; null: open on that side. Days are `YYYY-MM-DD`. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** A period that begins on a known day. */
export interface StartedPeriod extends Period {
  readonly from: string;
}

/** The next day. */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

/** The day before. */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

/** Whether two periods have a day in common; that one ends on the day the other begins is no overlap. */
export function overlap(one: Period, other: Period): boolean {
  return beginsBeforeEnd(one, other) && beginsBeforeEnd(other, one);
}

/** Whether `one` ends on `day` or earlier. */
export function endsBy({ to }: Period, day: string): boolean {
  return to !== null && to <= day;
}

/** A period as a message shows it after `from`: by the days of its fields, the second of which it does not have. */
export function shownPeriod({ from, to }: StartedPeriod): string {
  return to === null ? `${from} on` : `${from} to before ${to}`;
}

/** A period as a message shows it after `from`: by its first and last day, which a cohort's fields give. */
export function shownDays({ from, to }: Period): string {
  return `${from ?? "an unknown day"} to ${to === null ? "an unknown day" : dayBefore(to)}`;
}

function beginsBeforeEnd({ from }: Period, { to }: Period): boolean {
  return from === null || to === null || from < to;
}

function shifted(day: string, days: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}
