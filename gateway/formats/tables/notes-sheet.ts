import { citationOf } from "../../pages/shared/citation/citation";
import { citationText } from "../../pages/shared/citation/citation-text";
import type { Cell, Sheet, Table } from "./table";

/** What the notes say of an answer besides what is in it. */
export interface Noted {
  readonly language: "en" | "ja";
  /** The text of the operation that was answered. */
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of the answer, where it is for one caller alone. */
  readonly requestId?: string;
  /** The address below `/q` that was asked, if one was. */
  readonly address?: string;
  /** When it was answered, as in RFC 3339; at an address, the day. */
  readonly answeredAt: string;
}

const texts = {
  en: {
    sheet: "notes",
    headings: ["item", "text"],
    source: "source",
    citation: "citation",
    query: "query",
    variables: "variables",
    asOf: "as of, where the query names no day",
    dataset: "records",
    synthetic: "synthetic: made up, true of no real person; published figures are real",
    answeredAt: "answered at",
    requestId: "request",
    address: "address",
    suppression: "suppressed numbers",
    rule: "Where the column `suppressed` is true there is a number that is not shown; it lies between `lower` and `upper`. An empty cell beside `suppressed` false is a number that nobody knows. A group without a row counts nobody, unless `disclosure { withheld }` says that groups are left out.",
  },
  ja: {
    sheet: "注記",
    headings: ["項目", "内容"],
    source: "出典",
    citation: "引用",
    query: "問合せ",
    variables: "変数",
    asOf: "基準日（問合せに日付がない場合）",
    dataset: "記録",
    synthetic: "synthetic（架空の記録。実在の個人のものではない。公表値は実際のもの）",
    answeredAt: "回答日時",
    requestId: "回答番号",
    address: "アドレス",
    suppression: "秘匿",
    rule: "「suppressed」列が TRUE の数値は秘匿されており、「lower」以上「upper」以下である。FALSE で空欄の数値は不明である。行のない区分は、「disclosure { withheld }」が true でない限り、該当者がいない。",
  },
} as const;

/** How many characters of a text a row has: a cell can hold little more. */
const longestPart = 30_000;

/** The sheet that says where the numbers of a workbook are from: its question, its day, its sources, and what is hidden. */
export function notesSheet(
  noted: Noted,
  tables: readonly Table[],
  sheets: readonly Sheet[],
  extensions: Readonly<Record<string, unknown>> = {},
): Sheet {
  const text = texts[noted.language];
  const { asOf, dataset } = extensions;
  const citation = citationOf(extensions);
  const rows: (readonly [string, Cell])[] = [
    ...(citation ? [[text.citation, citationText(citation, noted.language)] as const] : []),
    ...sourcesOf(tables, sheets).map((source) => [text.source, source] as const),
    ...(hasSuppressed(tables) ? [[text.suppression, text.rule] as const] : []),
    ...(typeof asOf === "string" ? [[text.asOf, asOf] as const] : []),
    ...(typeof dataset === "string"
      ? [[text.dataset, dataset === "synthetic" ? text.synthetic : dataset] as const]
      : []),
    [text.answeredAt, noted.answeredAt],
    ...(noted.requestId === undefined ? [] : [[text.requestId, noted.requestId] as const]),
    ...(noted.address === undefined ? [] : inParts(text.address, noted.address)),
    ...inParts(text.query, noted.source),
    ...inParts(text.variables, JSON.stringify(noted.variables)),
  ];
  const columns = text.headings.map((heading) => ({ heading, kind: "text" as const }));
  return { name: text.sheet, columns, rows };
}

function inParts(item: string, text: string): [string, Cell][] {
  const parts: [string, Cell][] = [];
  for (let at = 0; at === 0 || at < text.length; at += longestPart) {
    parts.push([item, text.slice(at, at + longestPart)]);
  }
  return parts;
}

function hasSuppressed(tables: readonly Table[]): boolean {
  return tables.some(({ planned }) => planned.some(({ field }) => field.name === "suppressed"));
}

/** What is said of the documents that figures are from, once each. */
function sourcesOf(tables: readonly Table[], sheets: readonly Sheet[]): string[] {
  const found = new Set<string>();
  for (const [index, { planned }] of tables.entries()) {
    const sheet = sheets[index];
    const places = planned
      .filter(({ parent }) => parent.name === "Source")
      .map(
        ({ name }) => sheet?.columns.findIndex(({ heading }) => heading === name.join(".")) ?? -1,
      );
    if (!sheet || places.length === 0) continue;
    for (const row of sheet.rows) {
      const parts = places.flatMap((place) => (row[place] === null ? [] : String(row[place])));
      if (parts.length > 0) found.add(parts.join(", "));
    }
  }
  return [...found];
}
