import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { LocalStackFailure } from "../system/failure";
import { commandOf, isAlive } from "../system/process-table";

const patience = 20_000;

/** Stops a server that an earlier, killed stack left running on this cluster. */
export async function stopStaleServer(cluster: string): Promise<void> {
  const lockFile = join(cluster, "postmaster.pid");
  // PostgreSQL writes its process id, then its folder as it was given.
  const [first = "", folder = ""] = (await readFile(lockFile, "utf8").catch(() => "")).split("\n");
  const pid = Number.parseInt(first, 10);
  if (Number.isNaN(pid)) return;
  if (!(await isServer(pid, folder))) {
    await requireForeign(pid, lockFile);
    // After a crash another program may run under the kept number, which PostgreSQL takes for itself.
    await rm(lockFile, { force: true });
    return;
  }
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + patience; await isServer(pid, folder); await delay(50)) {
    if (Date.now() > deadline) {
      throw new LocalStackFailure(`PostgreSQL (process ${pid}) of an earlier start does not stop.`);
    }
  }
}

/** True for a server that a stack started, and not for another program that has its process id by now. */
async function isServer(pid: number, folder: string): Promise<boolean> {
  return `${await commandOf(pid)} `.includes(` -D ${folder} `);
}

/** Without its lock file a server shuts down: it is removed only if the process is certainly no server. */
async function requireForeign(pid: number, lockFile: string): Promise<void> {
  if (!isAlive(pid)) return;
  const command = await commandOf(pid);
  if (command === "" || command.includes("postgres")) {
    throw new LocalStackFailure(
      `Process ${pid}, named in ${lockFile}, may be a PostgreSQL that another program started: stop it, or set DATA_DIRECTORY to another folder.`,
    );
  }
}
