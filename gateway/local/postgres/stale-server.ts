import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { LocalStackFailure } from "../failure";
import { isAlive, parentOf } from "../process-table";

const patience = 20_000;

/**
 * Stops a server that an earlier, killed stack left running on this cluster.
 * Throws {@link LocalStackFailure} when the stack that started it is still alive.
 */
export async function stopStaleServer(
  cluster: string,
  lastStack: number | undefined,
): Promise<void> {
  const lockFile = join(cluster, "postmaster.pid");
  const pid = Number.parseInt(await readFile(lockFile, "utf8").catch(() => ""), 10);
  if (Number.isNaN(pid)) return;
  if (!(await servesCluster(pid, cluster))) {
    // After a crash another program may run under the kept number, which PostgreSQL takes for itself.
    await rm(lockFile, { force: true });
    return;
  }
  if (lastStack !== undefined && (await parentOf(pid)) === lastStack) {
    throw new LocalStackFailure(
      `A local stack (process ${lastStack}) already runs on ${cluster}: stop it, or set DATA_DIRECTORY to another folder.`,
    );
  }
  process.kill(pid, "SIGINT");
  for (const deadline = Date.now() + patience; await servesCluster(pid, cluster); await delay(50)) {
    if (Date.now() > deadline) {
      throw new LocalStackFailure(`PostgreSQL (process ${pid}) of an earlier start does not stop.`);
    }
  }
}

async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  // PostgreSQL's working directory is its cluster; one that has ended but was not reaped has none.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder !== undefined && folder === (await realpath(cluster));
}
