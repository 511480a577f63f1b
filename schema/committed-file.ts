import { readFile } from "node:fs/promises";
import path from "node:path";

/** Reads a file of the schema folder; `undefined` where it does not exist. */
export async function readCommitted(folder: string, file: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(folder, file), "utf8");
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** By its code and not its class: an error from another realm is no instance of this one's. */
function isNotFound(error: unknown): boolean {
  return typeof error === "object" && error !== null && Reflect.get(error, "code") === "ENOENT";
}
