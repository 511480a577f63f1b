import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** An operating-system user and its main group, by number. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** Rights on a file, as the bits of one digit of its mode. */
export const rights = { execute: 0o1, read: 0o4, readAndExecute: 0o5 } as const;

/** True if a file's mode grants the rights to the identity, which has no further groups. */
export async function grants(path: string, identity: Identity, wanted: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(path);
  const shift = uid === identity.uid ? 6 : gid === identity.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}

/** True if the identity can traverse a folder and every folder above it. */
export async function canTraverse(folder: string, identity: Identity): Promise<boolean> {
  if (!(await grants(folder, identity, rights.execute))) return false;
  const parent = dirname(folder);
  return parent === folder || canTraverse(parent, identity);
}
