import { setFlagsFromString } from "node:v8";
import { parseArgs } from "node:util";
import type { DataSource } from "typeorm";
import { gaveWay, waitedTooLong } from "../database/sql-state";
import { shown } from "../errors";
import { isPlainText, receivedText } from "../plain-text";
import { encodingNamed, encodings } from "./encoding";
import type { ImportDefinition } from "./import-definition";
import { importFile, type ImportOptions } from "./import-file";
import { formatSummary } from "./summary";
import { describeTemplate, listKinds, templateOf } from "./template";

type Connect = <Result>(work: (database: DataSource) => Promise<Result>) => Promise<Result>;

const longestActor = 200;

const inTheWay =
  "Others were changing the same records at the same time; nothing was written. Run it again.";

/** Which spreadsheets a subgraph takes. */
interface Importing {
  /** The subgraph's name. */
  readonly name: string;
  readonly imports?: readonly ImportDefinition[];
}

/** How the command is called. */
export const importUsage = `import <file.csv> [--dry-run] [--overwrite] [--encoding <name>] [--actor <name>]
                                write a spreadsheet's rows, all or none
    --dry-run                   write nothing; list what it says otherwise than what is on record
    --overwrite                 write also where a change made since by somebody else is turned back
    --actor <name>              for whom this operating-system user does it; both are on record
    --encoding <name>           of a file that is not UTF-8: ${encodings.filter((name) => name !== "utf-8").join(", ")}
import --template [<kind>]      the header of a kind of spreadsheet, or all kinds`;

/**
 * Runs `import` with its arguments: results on stdout; problems, progress and explanations on stderr.
 * @throws Error in one line where it was called wrongly or anything was refused
 */
export async function runImportCommand(
  { name, imports = [] }: Importing,
  args: readonly string[],
  connect: Connect,
): Promise<void> {
  if (imports.length === 0) throw new Error(`${name} takes no spreadsheets.`);
  const { flags, values } = readArguments(args);
  const [first, second] = values;
  if (second !== undefined) throw new Error(`Unexpected argument "${second}".\n${importUsage}`);
  if (flags.template) return showTemplate(imports, first);
  if (first === undefined) throw new Error(`Expected a file.\n${importUsage}`);
  const options = { ...importOptions(flags), path: first };
  // Rows are in use for one batch only. By default V8 waits until four times what is in use has piled up before it
  // collects them.
  setFlagsFromString("--heap-growing-percent=30");
  const summary = await connect((database) => importFile(database, imports, options)).catch(
    (error: unknown) => {
      throw gaveWay(error) || waitedTooLong(error) ? new Error(inTheWay, { cause: error }) : error;
    },
  );
  const lines = formatSummary(summary, process.resourceUsage().maxRSS);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

type Flags = ReturnType<typeof readArguments>["flags"];

function readArguments(args: readonly string[]) {
  try {
    const { values: flags, positionals: values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean" },
        overwrite: { type: "boolean" },
        encoding: { type: "string" },
        actor: { type: "string" },
        template: { type: "boolean" },
      },
    });
    return { flags, values };
  } catch (error) {
    const [problem = ""] = (error as Error).message.split(". ");
    throw new Error(`${problem.replace(/\.?$/, ".")}\n${importUsage}`, { cause: error });
  }
}

function importOptions(flags: Flags): Omit<ImportOptions, "path"> {
  const encoding = flags.encoding === undefined ? undefined : encodingNamed(flags.encoding);
  if (flags.encoding !== undefined && encoding === undefined) {
    const names = encodings.join(", ");
    throw new Error(`Unknown encoding ${shown(flags.encoding)}; expected one of ${names}.`);
  }
  const { actor } = flags;
  if (actor !== undefined && !isPlainText(actor, longestActor)) {
    const received = receivedText(actor, longestActor);
    throw new Error(`Expected an actor of 1–${longestActor} characters, received ${received}.`);
  }
  const dryRun = flags["dry-run"] ?? false;
  const show = (line: string) => process.stdout.write(`${line}\n`);
  return {
    report: (line: string) => process.stderr.write(`${line}\n`),
    dryRun,
    overwrite: flags.overwrite ?? false,
    ...(dryRun && { reportDifference: show }),
    ...(encoding && { encoding }),
    ...(actor !== undefined && { actor: actor.trim() }),
  };
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
