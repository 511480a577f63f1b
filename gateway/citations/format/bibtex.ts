import { escapeBibtex } from "../../pages/shared/citation/bibtex";
import type { CslDate, CslItem } from "./csl-json";

/** The media type of BibTeX. */
export const bibtexType = "application/x-bibtex; charset=utf-8";

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
