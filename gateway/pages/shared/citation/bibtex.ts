import type { CslDate, CslItem } from "./csl-json";
import { oneLine } from "./one-line";

/** The media type of BibTeX. */
export const bibtexType = "application/x-bibtex; charset=utf-8";

/**
 * How LaTeX writes what it would take for a sign of its own. No brace is escaped by a backslash: BibTeX counts braces
 * whatever is before them.
 */
const escapes: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "%": "\\%",
  "#": "\\#",
  $: "\\$",
  "&": "\\&",
  _: "\\_",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
  '"': '{"}',
};

/** Makes a text harmless within the braces of a field: nothing in it ends the field, comments out or is a command. */
export function escapeBibtex(text: string): string {
  return oneLine(text, 1_000).replace(/[\\{}%#$&_~^"]/g, (sign) => escapes[sign] ?? sign);
}

/**
 * Writes an item as an entry of BibTeX, in UTF-8 as biber and biblatex read it. Titles and names keep their letters as they
 * are (two braces), and what LaTeX reads as a command is escaped.
 */
export function bibtex(item: CslItem): string {
  const { author, issued, accessed } = item;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["author", author?.map(({ literal }) => `{${escapeBibtex(literal)}}`).join(" and ")],
    ["title", `{${escapeBibtex(item.title)}}`],
    ["howpublished", plain(item["container-title"])],
    ["publisher", plain(item.publisher)],
    ["year", issued && dateText(issued).slice(0, 4)],
    ["date", issued && dateText(issued)],
    ["version", plain(item.version)],
    ["type", plain(item.genre)],
    ["url", item.URL && escapeAddress(item.URL)],
    ["urldate", accessed && dateText(accessed)],
    ["note", plain(item.note)],
    ["language", item.language === "ja" ? "japanese" : "english"],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`  ${name} = {${value}},`],
  );
  return `@misc{${item.id.replace(/[^A-Za-z0-9:._-]/g, "-")},\n${lines.join("\n")}\n}\n`;
}

/** An address stands within `\url`, which takes all but what would end the field. */
function escapeAddress(address: string): string {
  return address.replace(/[{}\\ ]/g, encodeURIComponent);
}

function plain(text: string | undefined): string | undefined {
  return text === undefined ? undefined : escapeBibtex(text);
}

function dateText({ "date-parts": [parts = []] }: CslDate): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
}
