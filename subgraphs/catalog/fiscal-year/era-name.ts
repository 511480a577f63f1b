const eras = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  era: "long",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * The name of a fiscal year in Japanese eras, as 令和5年度: that of its first day. FY2019 is the only one that began in one
 * era (平成31年) and is officially named after the next, 令和元年度.
 */
export function eraNameOfFiscalYear(year: number): string {
  const firstDay = new Date(Date.UTC(year, year === 2019 ? 4 : 3, 1));
  const parts = new Map(eras.formatToParts(firstDay).map(({ type, value }) => [type, value]));
  const yearOfEra = parts.get("year") ?? "";
  return `${parts.get("era") ?? ""}${yearOfEra === "1" ? "元" : yearOfEra}年度`;
}
