/** The last fiscal years that are over on a day in Japan, oldest first. A fiscal year begins on 1 April. */
export function lastFiscalYears(many: number, now: Date): number[] {
  const inJapan = new Date(now.getTime() + 9 * 60 * 60 * 1000);
  const current = inJapan.getUTCFullYear() - (inJapan.getUTCMonth() < 3 ? 1 : 0);
  return Array.from({ length: many }, (_, index) => current - many + index);
}
