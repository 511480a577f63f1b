import { stat } from "node:fs/promises";
import { LocalStackFailure } from "../system/failure";
import type { Identity } from "../system/identity";
import { runProgram } from "../system/run-program";

const userName = "postgres";

/**
 * The user PostgreSQL must run as: `undefined` for "this one", as PostgreSQL only refuses root.
 * For root it is the system user `postgres`, created where there is none.
 */
export async function serverIdentity(): Promise<Identity | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp();
  if (existing) return existing;
  // Debian and Red Hat have useradd, Alpine has BusyBox's adduser.
  await runProgram("useradd", ["--system", "--user-group", "--no-create-home", userName], root);
  const created = await lookUp();
  if (created) return created;
  await runProgram("adduser", ["-S", "-D", "-H", userName], root);
  const last = await lookUp();
  if (last) return last;
  throw new LocalStackFailure(
    `PostgreSQL does not run as root and the system user "${userName}" could not be created: create it (useradd --system ${userName}) or start as an ordinary user.`,
  );
}

/**
 * The owner of databases that already exist, else the given identity. Lets root start what an
 * ordinary user began, as PostgreSQL opens only the folder of the user it runs as.
 */
export async function ownerOf(
  cluster: string,
  identity: Identity | undefined,
): Promise<Identity | undefined> {
  if (!identity) return undefined;
  const found = await stat(cluster).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : identity;
}

const root = { cwd: "/" };

async function lookUp(): Promise<Identity | undefined> {
  const [uid, gid] = await Promise.all([
    runProgram("id", ["-u", userName], root),
    runProgram("id", ["-g", userName], root),
  ]);
  if (uid.code !== 0 || gid.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}
