/** A table as another program has read it. */
export interface ReadTable {
  readonly name: string;
  /** The first row has the headings. */
  readonly rows: readonly (readonly unknown[])[];
}

const era = /(明治|大正|昭和|平成|令和)\s*\d|^[MTSHR]\d{1,2}([年./-]|$)/;
const numberWithText = /^[-+]?[\d,]+(\.\d+)?\s*(人|件|名|年|円|%|％|persons?)$/;

/**
 * What the rules of the Japanese ministries for machine-readable statistics (統計表における機械判読可能なデータの表記方法の統一ルール,
 * 2020) forbid in a table, of what a program can see: cells without a heading, a heading twice, rows of other lengths,
 * numbers with units or separators, Japanese years, and suppressed numbers that nothing marks.
 */
export function machineReadableProblems({ name, rows }: ReadTable): string[] {
  const [headings = [], ...cells] = rows;
  const problems: string[] = [];
  const seen = new Set<unknown>();
  for (const heading of headings) {
    if (typeof heading !== "string" || heading.trim() === "") problems.push("an empty heading");
    if (seen.has(heading)) problems.push(`the heading ${String(heading)} twice`);
    seen.add(heading);
  }
  for (const [number, row] of cells.entries()) {
    const where = `row ${number + 1}`;
    if (row.length > headings.length) problems.push(`${where} has cells without a heading`);
    for (const [index, cell] of row.entries()) {
      const at = `${where}, ${String(headings[index])}`;
      if (typeof cell !== "string") continue;
      if (numberWithText.test(cell)) problems.push(`${at}: a number with text, ${cell}`);
      if (era.test(cell) && String(headings[index]).endsWith("year")) {
        problems.push(`${at}: a Japanese year, ${cell}`);
      }
    }
    problems.push(...unmarked(headings, row).map((heading) => `${where}, ${heading}: unmarked`));
  }
  return problems.map((problem) => `${name}: ${problem}`);
}

/** Numbers of a cell that can be suppressed, of which the row does not say whether they are. */
function unmarked(headings: readonly unknown[], row: readonly unknown[]): string[] {
  return headings.flatMap((heading) => {
    const [, place] = /^(.*\b(?:count|total|computed|number))\.value$/.exec(String(heading)) ?? [];
    if (place === undefined) return [];
    const mark = headings.indexOf(`${place}.suppressed`);
    const value = row[headings.indexOf(heading)];
    const isEmpty = value === null || value === undefined || value === "";
    const isMarked = mark >= 0 && row[mark] !== null && row[mark] !== "";
    return isMarked || !isEmpty ? [] : [String(heading)];
  });
}
