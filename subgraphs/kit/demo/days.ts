/** The day `count` days after a day, or before it where negative. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day of the month `count` months later. The day must be in every month: 1 to 28. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  if (date > 28) throw new Error(`${day} is not in every month`);
  return new Date(Date.UTC(year, month - 1 + count, date)).toISOString().slice(0, 10);
}

/** The first day of a fiscal year. */
export function firstDayOfYear(fiscalYear: number): string {
  return `${fiscalYear}-04-01`;
}

/** The last day of a fiscal year. */
export function lastDayOfYear(fiscalYear: number): string {
  return `${fiscalYear + 1}-03-31`;
}
