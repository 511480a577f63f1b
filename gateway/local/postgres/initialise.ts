import { chmod, chown, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { LocalStackFailure } from "../system/failure";
import { isAlive } from "../system/process-table";
import { runProgram } from "../system/run-program";
import type { PostgresPlace } from "./place";

/** A cluster to be made, with the password of its superuser. */
export interface NewCluster extends PostgresPlace {
  readonly password: string;
  readonly signal?: AbortSignal | undefined;
}

/** Makes the cluster unless its folder exists: a folder of that name is always a finished one. */
export async function initialiseOnce(options: NewCluster): Promise<void> {
  const { cluster, identity } = options;
  await removeUnfinished(cluster);
  if (await stat(cluster).catch(() => undefined)) return;
  const unfinished = `${cluster}.unfinished-${process.pid}`;
  await mkdir(unfinished);
  try {
    await chmod(unfinished, 0o700);
    if (identity) await chown(unfinished, identity.uid, identity.gid);
    await runInitdb(options, unfinished);
    await rename(unfinished, cluster);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  const parent = dirname(folder);
  const prefix = `${basename(folder)}.unfinished-`;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      continue;
    // Retried, as the initdb of a killed start may still be writing; it stops once its folder is gone.
    const retry = { maxRetries: 20, retryDelay: 50 };
    await rm(join(parent, name), { recursive: true, force: true, ...retry });
  }
}

async function runInitdb(options: NewCluster, folder: string): Promise<void> {
  const { binaries, identity, password, signal } = options;
  // Beside the folder, which initdb wants empty; it reads the password from nothing but a file.
  const passwordFile = `${folder}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600, flag: "wx" });
    if (identity) await chown(passwordFile, identity.uid, identity.gid);
    const args = [...initdbArguments, `--pwfile=${passwordFile}`, `--pgdata=${folder}`];
    const result = await runProgram(binaries.initdb, args, { cwd: folder, identity, signal });
    signal?.throwIfAborted();
    if (result.code !== 0) throw new LocalStackFailure(explain(folder, result.output));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

const initdbArguments = [
  "--username=postgres",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  // Built into PostgreSQL, so that sort order is the same on every machine and version of its libc.
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
  "--no-sync",
];

function explain(folder: string, output: string): string {
  const problem = output.split("\n").findLast((line) => /error|fatal|cannot|denied/i.test(line));
  return `PostgreSQL could not create its files in ${folder}: ${problem ?? output.trim()}`;
}
