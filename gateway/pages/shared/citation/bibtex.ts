import type { Citation } from "./citation";
import { citationTitle } from "./citation-title";
import { isWhole, type KeptAt } from "./kept-at";
import { oneLine } from "./one-line";
import { releasesIn } from "./releases-in";

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

/** A kept answer as an entry of BibTeX, with a line end. The key is the beginning of its id. */
export function bibtexOf(citation: Citation, { id, address }: KeptAt): string {
  const [year = "", month = "", day = ""] = citation.day.split("-");
  const releases = releasesIn(citation).map(
    ({ area, vintage, releasedOn }) => `${area} release ${vintage} of ${releasedOn}`,
  );
  const notes = [
    ...(citation.ofDay === undefined ? [] : [`As of ${citation.ofDay}`]),
    `known at ${citation.knownAt}`,
    ...releases,
    ...(citation.dataset === undefined ? [] : [`records: ${citation.dataset}`]),
    `schema ${citation.schemaVersion.slice(0, 12)}`,
  ];
  const fields = {
    author: "{personnel-graph}",
    title: `{${escapeBibtex(citationTitle(citation))}}`,
    year,
    month,
    day,
    howpublished: "Data set",
    note: escapeBibtex(notes.join("; ")),
    // A path alone is no address.
    ...(isWhole(address) && { url: escapeBibtex(address) }),
    urldate: citation.day,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@misc{personnel-graph-${id.slice(0, 12)},`, ...lines, "}", ""].join("\n");
}
