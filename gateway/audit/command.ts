import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { shown } from "../../subgraphs/kit/errors";
import { isOutputRead } from "../../subgraphs/kit/http/readerless-output";
import { withChain } from "./chain-reader";
import { checkpointOf, parseCheckpoints } from "./checkpoint";
import { readAuditReaderSettings, readAuditSetupSettings } from "./env";
import { describeFinding } from "./finding";
import { lookUpsOf } from "./look-ups";
import { setUpAudit } from "./set-up";
import { verifyChain } from "./verify-chain";

const usage = `Usage: main.js <command>
  setup                                       create the audit database, its roles and tables
  verify [--checkpoint <file>]…               recompute the chain; exit code 1 where it is not intact
  checkpoint                                  print the last entry's number and hash, to be kept elsewhere
  show --person <kind:id> [--since <date>]    who looked at a person, one JSON object a line
`;

/**
 * Runs a command of the audit program and gives its exit code.
 * @throws Error that says in one line what was expected
 */
export async function runAuditCommand([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case "setup":
      optionsOf(rest, {});
      return setUp();
    case "verify":
      return verify(optionsOf(rest, { checkpoint: { type: "string", multiple: true } }).checkpoint);
    case "checkpoint":
      optionsOf(rest, {});
      return printCheckpoint();
    case "show":
      return show(optionsOf(rest, { person: { type: "string" }, since: { type: "string" } }));
    case "help":
    case "--help":
      process.stdout.write(usage);
      return 0;
    default:
      throw new Error(`Expected a command, received ${shown(command ?? "nothing")}.\n${usage}`);
  }
}

async function setUp(): Promise<number> {
  const settings = readAuditSetupSettings();
  await setUpAudit({
    admin: settings.ADMIN_DATABASE_URL,
    owner: settings.AUDIT_OWNER_DATABASE_URL,
    writer: settings.AUDIT_DATABASE_URL,
    reader: settings.AUDIT_READER_DATABASE_URL,
  });
  return 0;
}

async function verify(files: readonly string[] = []): Promise<number> {
  const { AUDIT_READER_DATABASE_URL: url } = readAuditReaderSettings();
  const read = await Promise.all(
    files.map(async (file) => parseCheckpoints(file, await readFile(file, "utf8"))),
  );
  const { entries, head, findings, unlisted } = await withChain(url, (chain) =>
    verifyChain(chain, read.flat()),
  );
  for (const finding of findings) print(describeFinding(finding));
  if (unlisted > 0) print(`and ${unlisted} more`);
  const end = head ? `head ${head.seq} ${head.hash.toString("hex")}` : "no head";
  print(`${entries} entries, ${end}: ${findings.length === 0 ? "intact" : "NOT INTACT"}`);
  return findings.length === 0 ? 0 : 1;
}

async function printCheckpoint(): Promise<number> {
  const { AUDIT_READER_DATABASE_URL: url } = readAuditReaderSettings();
  print(JSON.stringify(await withChain(url, checkpointOf)));
  return 0;
}

async function show({ person, since }: { person?: string; since?: string }): Promise<number> {
  if (person === undefined || !/^[^:]+:.+$/.test(person)) {
    throw new Error(`Expected --person with a kind and an id, as official:12.\n${usage}`);
  }
  const from = since === undefined ? undefined : new Date(since);
  if (from && Number.isNaN(from.getTime())) {
    throw new Error(
      `Expected --since with a date as 2026-04-01, or an instant as 2026-04-01T09:00:00+09:00, received ${shown(since)}.`,
    );
  }
  const { AUDIT_READER_DATABASE_URL: url } = readAuditReaderSettings();
  let found = 0;
  await withChain(url, async (chain) => {
    for await (const lookUp of lookUpsOf(chain, person, from)) {
      found += 1;
      print(JSON.stringify(lookUp));
      if (!isOutputRead()) break;
    }
  });
  if (found === 0) {
    process.stderr.write(
      `No entry names ${person}. Expected the id that the graph gives the person, as official:<id>.\n`,
    );
  }
  return 0;
}

function optionsOf<Options extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new Error(`Unexpected argument in ${shown(args.join(" "))}.\n${usage}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
