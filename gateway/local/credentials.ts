import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { ofEachArea } from "../../subgraphs/areas";
import { LocalStackFailure, systemErrorCode } from "./system/failure";

const password = z.string().min(1);
const roles = z.object({ owner: password, app: password });
const auditRoles = z.object({ owner: password, writer: password, reader: password });
const schema = z.object({
  purpose: z.literal("personnel-graph local stack"),
  superuser: password,
  ...ofEachArea(() => roles),
  audit: auditRoles,
});
/** A file of an earlier version has none for what came later: the audit log, or an area. */
const earlier = schema.partial().required({ purpose: true, superuser: true });

/** The passwords of the local databases: the superuser's, and those of each subgraph's two roles and of the audit log's three. */
export type Credentials = z.infer<typeof schema>;

/**
 * Reads the kept passwords, or makes and keeps new ones in a file only its owner may read. Passwords that a file of an
 * earlier version lacks are added to it.
 */
export async function keepCredentials(file: string): Promise<Credentials> {
  let kept: z.infer<typeof earlier> | undefined;
  try {
    kept = earlier.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT") throw unreadable(file, error);
  }
  const complete = schema.safeParse(kept);
  if (complete.success) return complete.data;
  const credentials = schema.parse({ ...newCredentials(), ...kept });
  // In one step, so that a stop in between loses no password.
  const unfinished = `${file}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, file);
  return credentials;
}

/** Random passwords, never the same twice. */
export function newCredentials(): Credentials {
  const newRoles = () => ({ owner: newPassword(), app: newPassword() });
  return {
    purpose: "personnel-graph local stack",
    superuser: newPassword(),
    ...ofEachArea(newRoles),
    audit: { owner: newPassword(), writer: newPassword(), reader: newPassword() },
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
