import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { isAlive } from "../../gateway/local/system/process-table";
import { patience } from "./patience";
import { testPostgres } from "./postgres";

/** Ends the run's PostgreSQL and removes everything it wrote. */
async function stopTestPostgres(): Promise<void> {
  const { folder, pid } = testPostgres();
  // Immediate shutdown: what it would still write is about to be deleted.
  process.kill(pid, "SIGQUIT");
  for (const deadline = Date.now() + patience; isAlive(pid) && Date.now() < deadline;) {
    await delay(20);
  }
  await rm(folder, { recursive: true, force: true });
}

export = stopTestPostgres;
