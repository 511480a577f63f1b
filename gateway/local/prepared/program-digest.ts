import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemErrorCode } from "../system/failure";

/** Where npm notes the version of every package that it installed. */
const installed = "node_modules/.package-lock.json";

/**
 * Of the project, everything that decides what the programs do which prepare databases: their code, with migrations,
 * synthetic records and published facts, and which packages there are.
 */
const preparing: readonly string[] = ["dist/subgraphs", "dist/gateway/audit", installed];

/** The digest of the built programs that prepare databases: another one after every change of code, facts or packages. */
export async function programDigest(project: string): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const path of preparing) {
    for (const file of await filesIn(project, path)) {
      const content = await readFile(join(project, file)).catch(nothing);
      hash.update(`\n${file} ${content.length}\n`).update(content);
    }
  }
  return hash.digest("base64url");
}

/** The files in a folder, in a fixed order, or the file itself; none where there is nothing of that name. */
async function filesIn(project: string, path: string): Promise<string[]> {
  const entries = await readdir(join(project, path), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".map"))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .sort();
}

/** Another installer notes its packages elsewhere. */
function nothing(error: unknown): Buffer {
  if (systemErrorCode(error) === "ENOENT") return Buffer.alloc(0);
  throw error;
}
