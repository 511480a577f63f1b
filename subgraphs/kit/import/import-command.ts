import { setFlagsFromString } from "node:v8";
import type { DataSource } from "typeorm";
import { gaveWay, waitedTooLong } from "../database/sql-state";
import type { SubgraphDefinition } from "../subgraph/subgraph-definition";
import type { ImportDefinition } from "./import-definition";
import { importFile } from "./import-file";
import { formatSummary } from "./summary";
import { describeTemplate, listKinds, templateOf } from "./template";

type Connect = <Result>(work: (database: DataSource) => Promise<Result>) => Promise<Result>;

const inTheWay =
  "Others were changing the same records at the same time; nothing was written. Run it again.";

/** How the command is called. */
export const importUsage = `import <file.csv> [--dry-run]   write a spreadsheet's rows, all or none
import --template [<kind>]      the header of a kind of spreadsheet, or all kinds`;

/**
 * Runs `import` with its arguments: results on stdout; problems, progress and explanations on stderr.
 * @throws Error in one line where it was called wrongly or anything was refused
 */
export async function runImportCommand(
  { name, imports = [] }: Pick<SubgraphDefinition, "name" | "imports">,
  args: readonly string[],
  connect: Connect,
): Promise<void> {
  if (imports.length === 0) throw new Error(`${name} takes no spreadsheets.`);
  const flags = args.filter((argument) => argument.startsWith("--"));
  const values = args.filter((argument) => !argument.startsWith("--"));
  const unknown = flags.find((flag) => flag !== "--dry-run" && flag !== "--template");
  if (unknown !== undefined) throw new Error(`Unknown flag "${unknown}".\n${importUsage}`);
  const [first, second] = values;
  if (second !== undefined) throw new Error(`Unexpected argument "${second}".\n${importUsage}`);
  if (flags.includes("--template")) return showTemplate(imports, first);
  if (first === undefined) throw new Error(`Expected a file.\n${importUsage}`);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const dryRun = flags.includes("--dry-run");
  // Rows live for a batch only. Left to itself V8 lets four times what is in use pile up before it collects them.
  setFlagsFromString("--heap-growing-percent=30");
  const summary = await connect((database) =>
    importFile(database, imports, { path: first, dryRun, tell }),
  ).catch((error: unknown) => {
    throw gaveWay(error) || waitedTooLong(error) ? new Error(inTheWay, { cause: error }) : error;
  });
  const lines = formatSummary(summary, process.resourceUsage().maxRSS);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

function showTemplate(imports: readonly ImportDefinition[], kind: string | undefined): void {
  if (kind === undefined) {
    process.stdout.write(listKinds(imports));
    return;
  }
  const found = imports.find(({ name }) => name === kind);
  if (!found) {
    const names = imports.map(({ name }) => name).join(", ");
    throw new Error(`Unknown kind "${kind}"; expected one of ${names}.`);
  }
  process.stderr.write(describeTemplate(found));
  process.stdout.write(templateOf(found));
}
