import type { TypeOwnership } from "./ownership";

const BEGIN = "<!-- ownership:begin (written by `npm run schema:emit`) -->";
const END = "<!-- ownership:end -->";

/**
 * Replaces the table between the markers of `schema/README.md`.
 *
 * @throws Error where the markers are missing.
 */
export function withOwnershipTable(readme: string, types: readonly TypeOwnership[]): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin === -1 || end < begin) {
    throw new Error(`schema/README.md must hold the markers ${BEGIN} and ${END}.`);
  }
  const before = readme.slice(0, begin + BEGIN.length);
  return `${before}\n\n${table(types)}\n\n${readme.slice(end)}`;
}

function table(types: readonly TypeOwnership[]): string {
  const rows = types.map(({ type, keys, owners, contributions }) => [
    `\`${type}\``,
    keys.map((key) => `\`${key}\``).join(", "),
    owners.join(", "),
    [...contributions]
      .map(([subgraph, fields]) => `${subgraph}: ${fields.map((name) => `\`${name}\``).join(", ")}`)
      .join("; "),
  ]);
  return aligned([["Type", "Key", "Owner", "Added by one subgraph alone"], ...rows]);
}

/** Pads the columns as the formatter does, so that formatting the file changes nothing. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const padded = rows.map((row) =>
    line(widths.map((width, column) => (row[column] ?? "").padEnd(width))),
  );
  const [header = "", ...body] = padded;
  return [header, line(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}
