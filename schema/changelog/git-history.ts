import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { today } from "../../subgraphs/kit/clock";
import { SUPERGRAPH_FILE } from "../generated-files";
import type { PastSchema } from "./past-schema";
import { reasonsOf } from "./reasons-of";

const run = promisify(execFile);
const largestFile = 64 * 1024 * 1024;

/**
 * The schema at the end of each day on which it was committed, oldest first: from the last one before the day `since`, or
 * from the first where `since` is `undefined`. A day is that of the commit to the branch itself, so what was merged counts
 * on the day of the merge. Nothing where the folder is in no Git repository.
 *
 * @throws Error where Git cannot read its own history
 */
export async function gitHistory(folder: string, since?: string): Promise<readonly PastSchema[]> {
  const git = async (...given: string[]) =>
    (await run("git", ["-C", folder, ...given], { maxBuffer: largestFile })).stdout;
  const isThere = await git("rev-parse", "--git-dir").catch(() => undefined);
  if (isThere === undefined) return [];
  const log = await git(
    ...["log", "--first-parent", "--reverse", "--format=%H %ct", "--", SUPERGRAPH_FILE],
  );
  const days = lastOfDays(log.split("\n").filter((line) => line !== ""));
  const first = since === undefined ? 0 : days.findLastIndex(({ day }) => day < since);
  return await Promise.all(
    days.slice(Math.max(first, 0)).map(async ({ day, commit }) => ({
      day,
      supergraphSdl: await git("show", `${commit}:./${SUPERGRAPH_FILE}`),
      reasons: reasonsOf(
        await git("show", `${commit}:./intended-changes.json`).catch(() => undefined),
      ),
    })),
  );
}

/** The last commit of each day. Clocks can differ: no commit counts on an earlier day than the one before it. */
function lastOfDays(lines: readonly string[]): { day: string; commit: string }[] {
  const commits = new Map<string, string>();
  let day = "";
  for (const line of lines) {
    const [commit = "", seconds = ""] = line.split(" ");
    const said = today(Number(seconds) * 1_000);
    if (said > day) day = said;
    commits.set(day, commit);
  }
  return [...commits].map(([of, commit]) => ({ day: of, commit }));
}
