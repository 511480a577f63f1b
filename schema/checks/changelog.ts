import { changelogEntries, schemaDigest } from "../changelog/changelog-entries";
import type { Problem } from "../problem";

/** Finds that the newest entry of the changelog is not of the schema that callers see now. Needs no history. */
export function changelog(text: string | undefined, apiSdl: string): Problem[] {
  const [newest] = changelogEntries(text ?? "");
  if (newest?.digest === schemaDigest(apiSdl)) return [];
  const has = newest
    ? `Its newest entry, of ${newest.day}, is of another schema`
    : "It has no entry";
  const message = `${has}: what callers see has changed since. Run \`npm run schema:emit\`.`;
  return [{ check: "changelog", where: "CHANGELOG.md", message }];
}
