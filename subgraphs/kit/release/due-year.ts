/** The fiscal year of which a day sees the end released: a year's late records are given three months. */
export function dueYear(day: string): number {
  const [year, month] = day.split("-").map(Number);
  return (year ?? 0) - ((month ?? 0) < 7 ? 1 : 0);
}
