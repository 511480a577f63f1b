import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requireBuilt, type ProgramContext } from "./child-programs";
import { keepCredentials } from "./credentials";
import {
  chooseDataFolder,
  type DataFolder,
  exists,
  prepareDataFolder,
  removeData,
} from "./data-folder";
import type { LocalStackSettings } from "./env";
import { LocalStackFailure, systemErrorCode } from "./system/failure";
import { refuseSecondStack } from "./other-stack";
import { requirePorts } from "./ports";
import { locateBinaries } from "./postgres/binaries";
import { sharedFolder, type PostgresPlace } from "./postgres/place";
import { reachableBinaries } from "./postgres/reachable-binaries";
import { ownerOf, serverIdentity } from "./postgres/server-identity";
import { stopStaleServer } from "./postgres/stale-server";

/** What a stack starts from, with nothing left in its way. */
export interface PreparedStack {
  readonly context: ProgramContext;
  readonly place: PostgresPlace;
  /** Takes back the claim on the data folder, once everything has stopped. */
  release(): Promise<void>;
}

/** What a stack is prepared for. */
export interface StackWanted {
  /** Whether what an earlier start kept is removed. */
  readonly fresh: boolean;
  /** `databases` for a command on those that an earlier start has made; by default `programs`: all, made where they are not. */
  readonly needs?: "programs" | "databases";
}

/** The project's folder, seen from `dist/gateway/local`. */
export const project = join(__dirname, "..", "..", "..");

/** How long the processes of a killed stack may hold their ports. */
const patienceAfterKill = 16_000;

/**
 * Checks and prepares everything a start needs: programs, data folder, passwords, ports. Throws `LocalStackFailure` for
 * the first thing that is missing, before anything is started.
 */
export async function prepareStack(
  settings: LocalStackSettings,
  { fresh, needs = "programs" }: StackWanted,
): Promise<PreparedStack> {
  await requireBuilt(project);
  const [installed, systemIdentity] = await Promise.all([locateBinaries(), serverIdentity()]);
  const folder = await chooseDataFolder({
    configured: settings.dataDirectory,
    project,
    identity: systemIdentity,
    sharedFolder,
  });
  if (needs === "databases") await requireDatabases(folder);
  const lastStack = await readPid(folder.stackPid);
  await refuseSecondStack(folder, lastStack);
  await stopStaleServer(folder.cluster);
  const { postgres } = settings.ports;
  await requirePorts(
    needs === "databases" ? { postgres } : settings.ports,
    lastStack === undefined ? 0 : patienceAfterKill,
  );
  if (fresh) await removeData(folder);
  await prepareDataFolder(folder);
  const credentials = await keepCredentials(folder.credentials);
  await claim(folder.stackPid);
  const identity = await ownerOf(folder.cluster, systemIdentity);
  const binaries = await reachableBinaries(installed, identity, sharedFolder);
  return {
    context: { project, folder, ports: settings.ports, credentials },
    place: { binaries, cluster: folder.cluster, identity },
    release: () => rm(folder.stackPid, { force: true }),
  };
}

/** A command on databases that are not there would make empty ones, and report success. */
async function requireDatabases({ cluster, path }: DataFolder): Promise<void> {
  if (!(await exists(cluster))) {
    throw new LocalStackFailure(
      `There are no databases in ${path}: start the stack with npm start, or set DATA_DIRECTORY as it was started with.`,
    );
  }
}

async function claim(file: string): Promise<void> {
  await writeFile(file, String(process.pid)).catch((error: unknown) => {
    throw new LocalStackFailure(
      `${file} cannot be written (${systemErrorCode(error) ?? "unknown"}): let this user write there, or set DATA_DIRECTORY to another folder.`,
    );
  });
}

/** The process that last claimed a data folder, as its file says; `undefined` where none did. */
export async function readPid(file: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  return Number.isNaN(pid) ? undefined : pid;
}
