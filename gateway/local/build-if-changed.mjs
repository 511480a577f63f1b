// Runs `npm run build` unless the programs were built from the same sources: a build takes longer than to see that.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a build reads. */
const sources = ["gateway", "subgraphs", "schema"];
const settings = ["package.json", ".swcrc", "node_modules/.package-lock.json"];
/** A build begins by removing its folder, and with it this note. */
const note = join("dist", "built-from");

const digest = digestOf([...sources.flatMap(filesIn), ...settings]);
if (read(note)?.toString() !== digest) {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(note, digest);
}

/** The files in a folder, in a fixed order. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digestOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    const content = read(file);
    hash.update(`\n${file} ${content?.length}\n`).update(content ?? "");
  }
  return hash.digest("base64url");
}

/** The content of a file, `undefined` where there is none. */
function read(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
