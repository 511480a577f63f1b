// What a report gives: a table in Markdown on stdout, and everything that was measured as JSON in a file.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { dirname, join } from "node:path";
import { workFolder } from "./settings.mjs";

/** Prints a table in Markdown. */
export function printTable(title, header, rows) {
  const lines = [header, header.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  console.log(`\n${title}\n\n${lines.join("\n")}`);
}

/** Writes what was measured to RESULTS, or to a file of the report's name in the folder of results. */
export function writeResults(name, measured) {
  const file = process.env.RESULTS ?? join(workFolder, "results", `${name}.json`);
  const machine = {
    node: process.version,
    processors: availableParallelism(),
    model: cpus()[0]?.model,
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: new Date(), machine, ...measured }, null, 2)}\n`);
  console.log(`\nAll that was measured: ${file}`);
}
