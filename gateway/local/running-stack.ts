import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProgramContext } from "./child-programs";
import { keepCredentials } from "./credentials";
import { chooseDataFolder } from "./data-folder";
import type { LocalStackSettings } from "./env";
import { LocalStackFailure } from "./system/failure";
import { sharedFolder } from "./postgres/place";
import { serverIdentity } from "./postgres/server-identity";
import { project, readPid } from "./prepare";
import { commandOf } from "./system/process-table";

/**
 * The stack that `npm start` runs on the data folder, with the port its PostgreSQL really has; `undefined` where none
 * runs. Throws {@link LocalStackFailure} while it is starting or stopping.
 */
export async function runningStack(
  settings: LocalStackSettings,
): Promise<ProgramContext | undefined> {
  const folder = await chooseDataFolder({
    configured: settings.dataDirectory,
    project,
    identity: await serverIdentity(),
    sharedFolder,
  });
  const pid = await readPid(folder.stackPid);
  if (pid === undefined || !startCommand.test(await commandOf(pid))) return undefined;
  const credentials = await keepCredentials(folder.credentials);
  // PostgreSQL writes its number, folder, start and port, each on a line.
  const lockFile = join(folder.cluster, "postmaster.pid");
  const [, , , port = ""] = (await readFile(lockFile, "utf8").catch(() => "")).split("\n");
  if (!/^\d+$/.test(port)) {
    throw new LocalStackFailure(
      `The local stack (process ${pid}) is starting or stopping: wait until it runs.`,
    );
  }
  return {
    project,
    folder,
    ports: { ...settings.ports, postgres: Number(port) },
    credentials,
  };
}

/** Of the programs that claim the folder, only this one keeps PostgreSQL running for others. */
const startCommand = /\bgateway\/local\/main\.js\b/;
