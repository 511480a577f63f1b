import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { today } from "../../subgraphs/kit/clock";
import { apiSchemaSdl } from "../api-schema";
import { readCommitted } from "../committed-file";
import { SUPERGRAPH_FILE } from "../generated-files";
import {
  type ChangelogEntry,
  changelogEntries,
  changelogText,
  schemaDigest,
} from "./changelog-entries";
import { entriesOf } from "./entries-of";
import { gitHistory } from "./git-history";
import type { PastSchema } from "./past-schema";
import { reasonsOf } from "./reasons-of";

/** The changelog's file in the schema folder. */
export const CHANGELOG_FILE = "CHANGELOG.md";

/**
 * Writes into the changelog what Git's history and the supergraph that is in the folder now say of every day that has no
 * entry yet, and of today anew; what is said of earlier days is kept as it is, as long as it is of the schema that Git has of
 * that day. Nothing is written where the newest entry is of the very schema that is in the folder.
 *
 * @returns whether the file was changed
 * @throws Error where Git has no schema from before the entries to write, as in a copy without history
 */
export async function updateChangelog(folder: string, history = gitHistory): Promise<boolean> {
  const supergraphSdl = await readFile(path.join(folder, SUPERGRAPH_FILE), "utf8");
  const text = (await readCommitted(folder, CHANGELOG_FILE)) ?? "";
  const entries = changelogEntries(text);
  if (entries[0]?.digest === digestOf(supergraphSdl)) return false;

  const reasons = reasonsOf(await readCommitted(folder, "intended-changes.json"));
  const now: PastSchema = { day: today(), supergraphSdl, reasons };
  const past = (await history(folder, entries[0]?.day)).filter(({ day }) => day < now.day);
  const { kept, before } = whatIsKept(entries, past);
  const after = past.filter(({ day }) => before === undefined || day > before.day);
  const added = await entriesOf([...after, now], before);
  await writeFile(path.join(folder, CHANGELOG_FILE), changelogText([...added, ...kept]));
  return true;
}

/** The entries that stay, and the schema that the first one to write is compared with. */
function whatIsKept(
  entries: readonly ChangelogEntry[],
  past: readonly PastSchema[],
): { kept: readonly ChangelogEntry[]; before: PastSchema | undefined } {
  const [newest, ...older] = entries;
  if (!newest) return { kept: [], before: undefined };
  const ofNewest = past.find(({ day }) => day === newest.day);
  if (ofNewest && digestOf(ofNewest.supergraphSdl) === newest.digest) {
    return { kept: entries, before: ofNewest };
  }
  const before = past.find(({ day }) => day < newest.day);
  if (before || older.length === 0) return { kept: older, before };
  throw new Error(
    `Expected Git to have a schema from before ${newest.day}, the day of the newest entry of schema/${CHANGELOG_FILE}, received none. Fetch the whole history.`,
  );
}

function digestOf(supergraphSdl: string): string {
  return schemaDigest(apiSchemaSdl(supergraphSdl));
}
