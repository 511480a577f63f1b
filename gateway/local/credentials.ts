import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { LocalStackFailure, systemErrorCode } from "./failure";

const password = z.string().min(1);
const roles = z.object({ owner: password, app: password });
const schema = z.object({
  purpose: z.literal("personnel-graph local stack"),
  superuser: password,
  recruitment: roles,
  dispatch: roles,
  fellowship: roles,
  cooperation: roles,
});

/** The passwords of the local databases: the superuser's, and those of each subgraph's two roles. */
export type Credentials = z.infer<typeof schema>;

/** Reads the kept passwords, or makes and keeps new ones in a file only its owner may read. */
export async function keepCredentials(file: string): Promise<Credentials> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT") throw unreadable(file, error);
  }
  const credentials = newCredentials();
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return credentials;
}

/** Random passwords, never the same twice. */
export function newCredentials(): Credentials {
  const newRoles = () => ({ owner: newPassword(), app: newPassword() });
  return {
    purpose: "personnel-graph local stack",
    superuser: newPassword(),
    recruitment: newRoles(),
    dispatch: newRoles(),
    fellowship: newRoles(),
    cooperation: newRoles(),
  };
}

function newPassword(): string {
  return randomBytes(24).toString("base64url");
}

function unreadable(file: string, error: unknown): LocalStackFailure {
  const reason = systemErrorCode(error) ?? "not in the expected form";
  return new LocalStackFailure(
    `Cannot read ${file} (${reason}): get permission there, or set DATA_DIRECTORY to a folder of yours.`,
  );
}
