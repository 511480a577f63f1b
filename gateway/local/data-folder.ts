import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { LocalStackFailure, systemErrorCode } from "./system/failure";
import { canTraverse, type Identity } from "./system/identity";

/** The folder in which the local stack keeps everything, and what is where in it. */
export class DataFolder {
  readonly cluster: string;
  readonly logs: string;
  readonly credentials: string;
  /** The keys with which the gateway signs requests to subgraphs, and those of cursors. */
  readonly keys: string;
  /** The key and address of the development issuer of tokens. */
  readonly issuer: string;
  /** What Node.js keeps of compiled programs. */
  readonly compiled: string;
  readonly stackPid: string;
  /** There while the stack is to be without synthetic records. */
  readonly noDemo: string;

  constructor(readonly path: string) {
    this.cluster = join(path, "postgres");
    this.logs = join(path, "logs");
    this.credentials = join(path, "credentials.json");
    this.keys = join(path, "keys");
    this.issuer = join(path, "issuer.json");
    this.compiled = join(path, "compiled");
    this.stackPid = join(path, "stack.pid");
    this.noDemo = join(path, "no-demo");
  }
}

/** What the choice of a data folder depends on. */
export interface DataFolderChoice {
  readonly configured: string | undefined;
  readonly project: string;
  /** The user PostgreSQL runs as, if not the present one. */
  readonly identity: Identity | undefined;
  /** A place every user can reach, used when the project's is not. */
  readonly sharedFolder: string;
}

/** Chooses a folder PostgreSQL's user can reach: the configured one, the project's, or a shared one. */
export async function chooseDataFolder(choice: DataFolderChoice): Promise<DataFolder> {
  const { configured, project, identity, sharedFolder } = choice;
  if (configured !== undefined) {
    const path = resolve(configured);
    if (identity && !(await canTraverse(await nearestExisting(path), identity))) {
      throw new LocalStackFailure(
        `PostgreSQL's user cannot reach ${path}: set DATA_DIRECTORY to a folder that other users may pass through.`,
      );
    }
    return new DataFolder(path);
  }
  if (!identity || (await canTraverse(project, identity))) {
    return new DataFolder(join(project, ".data"));
  }
  const hash = createHash("sha256").update(project).digest("hex").slice(0, 12);
  return new DataFolder(join(sharedFolder, hash));
}

/** Makes the folders; throws {@link LocalStackFailure} where permission is missing or other files lie. */
export async function prepareDataFolder(folder: DataFolder): Promise<void> {
  try {
    await refuseForeign(folder);
    await makeReachable(folder.path);
    await mkdir(folder.logs, { recursive: true });
  } catch (error) {
    throw permissionFailure(error, folder);
  }
}

/** Removes what an earlier start kept; throws {@link LocalStackFailure} when the folder is not ours. */
export async function removeData(folder: DataFolder): Promise<void> {
  try {
    await refuseForeign(folder);
    const ours = [
      folder.cluster,
      folder.logs,
      folder.keys,
      folder.issuer,
      folder.compiled,
      folder.stackPid,
      folder.noDemo,
      folder.credentials,
    ];
    // The credentials mark the folder as ours, so they go last.
    for (const path of ours) await rm(path, { recursive: true, force: true });
  } catch (error) {
    throw permissionFailure(error, folder);
  }
}

async function refuseForeign(folder: DataFolder): Promise<void> {
  const names = await readdir(folder.path).catch((error: unknown) => {
    if (systemErrorCode(error) === "ENOENT") return [];
    throw error;
  });
  const visible = names.filter((name) => !name.startsWith("."));
  if (visible.length === 0 || (await exists(folder.credentials))) return;
  throw new LocalStackFailure(
    `${folder.path} holds files that are not the local stack's: nothing was touched; set DATA_DIRECTORY to another folder.`,
  );
}

async function makeReachable(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true });
  if (first === undefined) return;
  // Whatever the umask: PostgreSQL's user must pass through every folder made here.
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o755);
}

async function nearestExisting(path: string): Promise<string> {
  return (await exists(path)) ? path : nearestExisting(dirname(path));
}

/** True if there is something at a path. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function permissionFailure(error: unknown, folder: DataFolder): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  return new LocalStackFailure(
    `Cannot write to ${folder.path} (${code}): get permission there, or set DATA_DIRECTORY to a folder of yours.`,
  );
}
