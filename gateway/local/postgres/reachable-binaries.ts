import { chmod, cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { canTraverse, grants, rights, type Identity } from "../system/identity";
import { binariesIn, type PostgresBinaries } from "./binaries";

/**
 * Binaries the identity can run: the given ones, or a copy in the shared folder, made once a
 * version, when the project lies where only root may look.
 */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  identity: Identity | undefined,
  sharedFolder: string,
): Promise<PostgresBinaries> {
  if (!identity || (await isReachable(binaries, identity))) return binaries;
  const folder = join(sharedFolder, `binaries-${binaries.version}`);
  const copy = binariesIn(folder, binaries.version);
  if (!(await stat(folder).catch(() => undefined))) await copyOpenly(binaries.folder, folder);
  return copy;
}

async function isReachable(binaries: PostgresBinaries, identity: Identity): Promise<boolean> {
  const catalogue = join(binaries.folder, "share", "postgresql", "postgres.bki");
  const folders = [dirname(binaries.postgres), join(binaries.folder, "lib"), dirname(catalogue)];
  const answers = await Promise.all([
    ...folders.map((folder) => canTraverse(folder, identity)),
    grants(binaries.postgres, identity, rights.readAndExecute),
    grants(catalogue, identity, rights.read),
  ]);
  return answers.every(Boolean);
}

async function copyOpenly(source: string, target: string): Promise<void> {
  const unfinished = `${target}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  await chmod(dirname(target), 0o755);
  // Links stay relative (verbatim), else the copy would point back into the unreachable folder.
  await cp(source, unfinished, { recursive: true, verbatimSymlinks: true });
  await openUp(unfinished);
  await rename(unfinished, target).catch(() => rm(unfinished, { recursive: true }));
}

async function openUp(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openUp(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}
