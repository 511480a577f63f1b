import { resolve } from "node:path";
import { runAttached } from "./attached-program";
import { databaseUrls, type ProgramContext, requireBuilt, subgraphFile } from "./child-programs";
import { withStack } from "./command";
import { callersFolder, readSettings } from "./env";
import { LocalStackFailure } from "./system/failure";
import { project } from "./prepare";
import { type SubgraphName, subgraphNames } from "./programs";
import { runningStack } from "./running-stack";

const usage = `Usage:
  npm run import -- <subgraph> <file.csv> [--dry-run] [--overwrite] [--encoding <name>] [--actor <name>]
  npm run import -- <subgraph> --template [<kind>]
Subgraphs: ${subgraphNames.join(", ")}`;

/**
 * Runs a subgraph's `import` on the local databases: those of the running stack, otherwise PostgreSQL is started for it
 * and stopped again. Returns the exit code of the subgraph's program.
 */
export async function importSpreadsheet(received: readonly string[]): Promise<number> {
  const [first, ...rest] = received;
  const name = subgraphNames.find((one) => one === first);
  if (rest.length === 0 || name === undefined) {
    const said = received.length === 0 ? "nothing" : `"${received.join(" ")}"`;
    throw new LocalStackFailure(
      `Expected one of ${subgraphNames.join(", ")} and a file, received ${said}.\n${usage}`,
    );
  }
  await requireBuilt(project);
  // A template needs no database.
  if (rest.includes("--template")) return runImport(name, rest, {});
  const args = rest.map((one, index) =>
    one.startsWith("--") || ["--encoding", "--actor"].includes(rest[index - 1] ?? "")
      ? one
      : resolve(callersFolder("import"), one),
  );
  const running = await runningStack(readSettings());
  return running ? runImport(name, args, asOwner(running, name)) : importAlone(name, args);
}

async function importAlone(name: SubgraphName, args: readonly string[]): Promise<number> {
  // If the import did not end by itself, as after a stop, the file was not imported.
  let outcome = 130;
  const code = await withStack({ fresh: false, needs: "databases" }, async (stack) => {
    process.stderr.write("Starting PostgreSQL …\n");
    await stack.run(["setup"]);
    outcome = await runImport(name, args, asOwner(stack.context, name));
  });
  return code === 0 ? outcome : code;
}

function runImport(
  name: SubgraphName,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const program = subgraphFile(project, name);
  return runAttached({ args: [program, "import", ...args], cwd: project, environment });
}

/** The environment that gives a program the role which owns the subgraph's tables. */
function asOwner(context: ProgramContext, name: SubgraphName): NodeJS.ProcessEnv {
  return { OWNER_DATABASE_URL: databaseUrls(context, name).owner };
}
