import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive } from "../../gateway/local/system/process-table";
import { testPostgres } from "./postgres";

/** Ends the run's PostgreSQL and removes everything it wrote. */
async function stopTestPostgres(): Promise<void> {
  const { folder, pid } = testPostgres();
  // Immediate shutdown: what it would still write is about to be deleted.
  process.kill(pid, "SIGQUIT");
  for (const deadline = Date.now() + 10_000; isAlive(pid) && Date.now() < deadline;) {
    await delay(20);
  }
  await rm(folder, { recursive: true, force: true });
}

export = stopTestPostgres;
