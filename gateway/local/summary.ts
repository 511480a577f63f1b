import { originOf } from "./child-programs";
import { parts, subgraphNames, type PartName } from "./programs";
import type { LocalStack } from "./stack";

const firstQuery =
  '{ fiscalYear(year: 2023) { name(language: JA) recruitmentFigures(filter: {measure: {eq: "applications"}}) { nodes { value source { title } } } } }';

/** What is shown once everything runs: one table of what runs where, and a first query to paste. */
export function summaryOf({ context, processes }: LocalStack): string {
  const rows = processes.map(({ name, pid }) => {
    const part = name as PartName;
    const where =
      part === "postgres"
        ? `127.0.0.1:${context.ports.postgres}`
        : `${originOf(context, part)}${part === "issuer" ? "" : "/graphql"}`;
    return [name, where, String(pid), parts[part].about];
  });
  const databases = subgraphNames.map((name) => [`  ${name}`, "database", "", `role ${name}_app`]);
  const url = `${originOf(context, "gateway")}/graphql`;
  const body = JSON.stringify({ query: firstQuery });
  return [
    alignColumns([["name", "where", "pid", "what it is"], ...rows, ...databases]),
    "",
    `Data, passwords and logs: ${context.folder.path}`,
    `In a browser: ${originOf(context, "gateway")}, which leads to ${originOf(context, "gateway")}/explorer`,
    "A first query:",
    "",
    `curl ${url} -H 'content-type: application/json' -d '${body}'`,
    "",
    "Ctrl-C stops everything.",
    "",
  ].join("\n");
}

/** Sets rows in columns as wide as their widest cell, two spaces apart. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
