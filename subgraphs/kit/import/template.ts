import type { ImportDefinition } from "./import-definition";
import { headerOf } from "./recognise-kind";

/** The explanation that `--template <kind>` prints: every column with its content, its form and an example. */
export function describeTemplate(kind: ImportDefinition): string {
  const columns = Object.entries(kind.columns).flatMap(([name, { description, cell, example }]) => [
    `  ${name}`,
    `      ${description}`,
    `      Expected: ${cell.expected}. Example: ${example === "" ? "(empty)" : example}`,
  ]);
  const key = kind.naturalKey.join(", ");
  return [
    `${kind.name}: ${kind.description}`,
    `A CSV file (UTF-8, or another with --encoding) with this header; no two rows have the same ${key}.`,
    ...columns,
    "",
  ].join("\n");
}

/** The line of a file that starts one: its header. */
export function templateOf(kind: ImportDefinition): string {
  return `${headerOf(kind)}\n`;
}

/** All kinds, one a line. */
export function listKinds(kinds: readonly ImportDefinition[]): string {
  const width = Math.max(0, ...kinds.map(({ name }) => name.length));
  return kinds.map(({ name, description }) => `${name.padEnd(width)}  ${description}\n`).join("");
}
