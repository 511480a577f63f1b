import { setTimeout } from "node:timers/promises";
import { printSubgraphSchema } from "@apollo/subgraph";
import type { DatabaseUrls } from "../database/provision";
import { buildFederatedSchema } from "./build-schema";
import { runProgram } from "../http/process-lifecycle";
import { importUsage, runImportCommand } from "../import/import-command";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { runRelease } from "../release/run-release";
import { declareComplete } from "../statistics/declare-coverage";
import { load, migrate, provision, setUp, withOwner } from "./database-commands";
import {
  readLoadSettings,
  readOwnerSettings,
  readReleaseSettings,
  readServeSettings,
  setupUrls,
} from "./env";
import { reportChanges } from "./report-changes";
import { serve } from "./serve";
import { measuresOf, type SubgraphDefinition } from "./subgraph-definition";

const usage = `Commands:
  serve             answer on HTTP (the default)
  setup             provision, migrate and load
  provision         create the database and its roles
  migrate           bring the tables up to date
  load [directory]  load the published facts; they come with the program unless a directory is given
  complete <table> <day>
                    declare from which day on a table that statistics count has everything
  release [--if-due | --when-due]
                    add a release of statistics to the register; with --if-due only if there is none yet, or 1 July has
                    come since the last; with --when-due whenever that is so, until it is stopped
  schema            print the subgraph's SDL
  import            write an office's spreadsheet, or show its template:
${importUsage.replace(/^/gm, "    ")}
`;

/** The program of a subgraph: runs the command its arguments name. */
export function runSubgraph(definition: SubgraphDefinition, args: readonly string[]): void {
  runProgram(() => run(definition, args));
}

async function run(
  definition: SubgraphDefinition,
  [command = "serve", ...rest]: readonly string[],
): Promise<void> {
  if (command === "import") return runImport(definition, rest);
  const most = { load: 1, complete: 2, release: 1 }[command] ?? 0;
  if (rest.length > most) throw new Error(`Unexpected argument "${rest[most] ?? ""}".\n${usage}`);
  switch (command) {
    case "serve":
      return serve(definition, readServeSettings());
    case "setup":
      return reportChanges(await setUp(definition, setupUrls()));
    case "provision":
      return provision(definition, setupUrls());
    case "migrate":
      return migrate(definition, ownerUrls());
    case "load":
      return reportChanges(
        await load(definition, { owner: readLoadSettings().OWNER_DATABASE_URL }, rest[0]),
      );
    case "complete":
      return complete(definition, rest);
    case "release":
      return release(definition, rest);
    case "schema":
      process.stdout.write(`${printSubgraphSchema(await buildFederatedSchema(definition))}\n`);
      return;
    case "help":
    case "--help":
      process.stdout.write(usage);
      return;
    default:
      throw new Error(`Unknown command "${command}".\n${usage}`);
  }
}

function runImport(definition: SubgraphDefinition, args: readonly string[]): Promise<void> {
  return runImportCommand(definition, args, (work) =>
    withOwner(definition, { owner: readLoadSettings().OWNER_DATABASE_URL }, work),
  );
}

function complete(definition: SubgraphDefinition, args: readonly string[]): Promise<void> {
  return withOwner(definition, { owner: readLoadSettings().OWNER_DATABASE_URL }, (database) =>
    declareComplete(measuresOf(definition), database, args),
  );
}

async function release(definition: SubgraphDefinition, [flag]: readonly string[]): Promise<void> {
  if (flag !== undefined && flag !== "--if-due" && flag !== "--when-due") {
    throw new Error(`Expected nothing, --if-due or --when-due, received "${flag}".\n${usage}`);
  }
  const { OWNER_DATABASE_URL: owner, DISCLOSURE_THRESHOLD: threshold } = readReleaseSettings();
  const rule = disclosureRule(threshold);
  const once = async (isIfDue: boolean) => {
    const lines = await withOwner(definition, { owner }, (database) =>
      runRelease(measuresOf(definition), database, rule, { isIfDue }),
    );
    for (const line of lines) process.stdout.write(`${line}\n`);
  };
  if (flag !== "--when-due") return once(flag !== undefined);
  for (;;) {
    // A database that is away for a while is asked again an hour later.
    await once(true).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    });
    await setTimeout(betweenReleases);
  }
}

/** How often it is looked whether a release is due, in milliseconds. */
const betweenReleases = 3_600_000;

function ownerUrls(): Pick<DatabaseUrls, "owner" | "app"> {
  const { OWNER_DATABASE_URL: owner, DATABASE_URL: app } = readOwnerSettings();
  return { owner, app };
}
