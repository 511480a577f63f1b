import { createHash } from "node:crypto";

/** What changed on a day. */
export interface ChangelogEntry {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What the schema of callers is known by after it: {@link schemaDigest}. */
  readonly digest: string;
  /** Markdown. */
  readonly body: string;
}

/** What the schema of callers is known by, from the text of `api.graphql`. */
export function schemaDigest(apiSdl: string): string {
  return createHash("sha256").update(apiSdl).digest("hex").slice(0, 16);
}

const heading = /^## (\d{4}-\d{2}-\d{2})\n\n<!-- api\.graphql ([0-9a-f]{16}) -->\n\n/gm;

/** The entries of a changelog that {@link changelogText} wrote, newest first. */
export function changelogEntries(text: string): readonly ChangelogEntry[] {
  const found = [...text.matchAll(heading)];
  return found.map(({ index, 0: whole, 1: day = "", 2: digest = "" }, position) => ({
    day,
    digest,
    body: text.slice(index + whole.length, found[position + 1]?.index).trim(),
  }));
}

const beginning = `# Changes of the schema

What changed for callers, by day (Asia/Tokyo), newest first: the difference of \`api.graphql\` from the day before. Written by
\`npm run schema:emit\`; today's entry is written again as the day goes on, older ones are kept as they are.

- **Breaking**: a request that was answered can be refused, or its answer can lack something.
- **Dangerous**: a request is answered as before, but something new can be in the answer or count by default, such as a new value of an enum.
- **Safe**: nothing of that.
`;

/** A whole changelog, from its entries. */
export function changelogText(entries: readonly ChangelogEntry[]): string {
  const parts = [...entries]
    .sort((one, other) => (one.day < other.day ? 1 : -1))
    .map(({ day, digest, body }) => `## ${day}\n\n<!-- api.graphql ${digest} -->\n\n${body}\n`);
  return [beginning, ...parts].join("\n");
}
