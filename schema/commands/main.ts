import { tolerateLostReaders } from "../../subgraphs/kit/http/readerless-output";
import { CHANGELOG_FILE, updateChangelog } from "../changelog/update-changelog";
import { check } from "./check";
import { emit } from "./emit";
import { foldersOfCheckout } from "../folders";
import { formatProblem, messageOf, type Problem } from "../problem";

const USAGE = "Usage: node dist/schema/commands/main.js emit | check | changelog";

async function main(command: string | undefined): Promise<number> {
  switch (command) {
    case "emit": {
      const { written, notes, problems } = await emit(foldersOfCheckout());
      for (const note of notes) process.stdout.write(`note: ${note}\n`);
      if (problems.length > 0) return fail(problems, "Nothing was written");
      const changed = written.map((file) => `schema/${file}`).join(", ");
      process.stdout.write(changed ? `Wrote ${changed}.\n` : "Everything is up to date.\n");
      return 0;
    }
    case "check": {
      const problems = await check(foldersOfCheckout());
      if (problems.length > 0) return fail(problems, "The schema is not in order");
      process.stdout.write("The schema is in order.\n");
      return 0;
    }
    case "changelog": {
      const isWritten = await updateChangelog(foldersOfCheckout().schema);
      const file = `schema/${CHANGELOG_FILE}`;
      process.stdout.write(isWritten ? `Wrote ${file}.\n` : `${file} is up to date.\n`);
      return 0;
    }
    default:
      process.stderr.write(`${USAGE}\n`);
      return 2;
  }
}

function fail(problems: readonly Problem[], summary: string): number {
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.stderr.write(`${summary}: ${String(problems.length)} problem(s).\n`);
  return 1;
}

tolerateLostReaders();
main(process.argv[2]).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  },
);
