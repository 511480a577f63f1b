import { isDeepStrictEqual } from "node:util";
import { shortened } from "../errors";
import { visiblyWritten } from "../visibly-written";
import type { CsvRecord } from "./csv-records";
import type { ImportDefinition } from "./import-definition";

/** Of a header that is no header, no more is shown. */
const mostCharacters = 500;

const separators = [
  { sign: ";", name: "semicolons (;)" },
  { sign: "\t", name: "tabs" },
  { sign: "|", name: "bars (|)" },
  { sign: "\uFF0C", name: "full-width commas (\uFF0C)" },
  { sign: "\u3001", name: "\u3001" },
];

/** A header that belongs to no kind: what was received, and what was expected. */
export interface UnknownHeader {
  readonly received: string;
  readonly expected: string;
}

/** The kind whose columns a header has, all of them and in order. */
export function recogniseKind(
  definitions: readonly ImportDefinition[],
  record: CsvRecord | undefined,
): ImportDefinition | UnknownHeader {
  const expected = `the header of ${definitions.map((kind) => `${kind.name} (${headerOf(kind)})`).join(" or ")}`;
  if (!record) return { received: "an empty file", expected };
  if (!("cells" in record)) {
    return { received: `${record.unreadable}${separator(record.text)}`, expected };
  }
  const header = record.cells;
  const found = definitions.find(({ columns }) => isDeepStrictEqual(Object.keys(columns), header));
  if (found) return found;
  const received = visiblyWritten(shortened(header.map(written).join(","), mostCharacters));
  const reason = separator(header.join());
  return { received: `${received}${reason || hint(definitions, header)}`, expected };
}

/** A cell as it is written in a file; in quotes if anything in it would be misread or invisible. */
function written(cell: string): string {
  return /[",\p{C}]/u.test(cell) ? JSON.stringify(cell) : cell;
}

/** What separates the cells of a line instead of commas, or ends its lines. */
function separator(line = ""): string {
  if (line.includes("\r")) return " (its lines end with carriage returns alone; save it anew)";
  const commas = line.split(",").length;
  const found = separators.find(({ sign }) => line.split(sign).length > commas);
  return found ? ` (its cells are separated by ${found.name}; save it with commas)` : "";
}

/** The header line of a kind. */
export function headerOf({ columns }: ImportDefinition): string {
  return Object.keys(columns).join(",");
}

/** The differences between a header and that of the most similar kind. */
function hint(definitions: readonly ImportDefinition[], header: readonly string[]): string {
  const likeness = (kind: ImportDefinition) =>
    header.filter((name) => Object.hasOwn(kind.columns, name)).length;
  const closest = [...definitions].sort((a, b) => likeness(b) - likeness(a))[0];
  if (!closest || likeness(closest) === 0) return "";
  const names = Object.keys(closest.columns);
  const parts = [
    ["lacks", names.filter((name) => !header.includes(name))],
    ["does not know", header.filter((name) => !names.includes(name)).slice(0, 10)],
  ] as const;
  const differences = parts
    .filter(([, those]) => those.length > 0)
    .map(([what, those]) => `${what} ${those.map((name) => JSON.stringify(name)).join(", ")}`);
  const difference =
    differences.length > 0 ? differences : ["has its columns in another order or twice"];
  return ` (as ${closest.name} it ${difference.join(" and ").replace("does not know", "has the unknown")})`;
}
