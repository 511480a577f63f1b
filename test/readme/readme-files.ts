import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const project = join(__dirname, "..", "..");

/** Folders that hold no Markdown of ours. */
const foreign = new Set(["node_modules", "dist", "coverage", ".data", ".git", "generated"]);

/** A Markdown file of the project. */
export interface MarkdownFile {
  /** From the project's folder. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Every Markdown file of the project, in the order of their names. */
export function markdownFiles(folder = project): MarkdownFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return foreign.has(entry.name) ? [] : markdownFiles(path);
      if (!entry.name.endsWith(".md")) return [];
      return [{ name: relative(project, path), path, text: readFileSync(path, "utf8") }];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A query of a README, as whom it is asked, and the answer it is shown with. */
export interface Example {
  readonly file: string;
  readonly query: string;
  /** Roles, separated by commas; the public without. */
  readonly as: string | undefined;
  /** JSON, which is missing where the README shows none. */
  readonly answer: string | undefined;
}

/** The queries of a README: fenced as `graphql`, with the answer fenced as `json` behind it. */
export function examplesOf({ name, text }: MarkdownFile): Example[] {
  return [
    ...text.matchAll(
      /(?:(?:As\s`([^`]+)`:|`([^`]+)`\s?として[:：])\s+)?```graphql\n([^]*?)```(?:\s+```json\n([^]*?)```)?/g,
    ),
  ].map(([, as, asInJapanese, query = "", answer]) => ({
    file: name,
    as: as ?? asInJapanese,
    query,
    answer,
  }));
}

/** Where the links of a Markdown file lead: not those to other sites, nor those in fenced code. */
export function linksOf({ text }: MarkdownFile): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The files of ours that a Markdown file names in backticks: not patterns, nor an aggregate's files in general (`x.ts`). */
export function filesNamedIn({ text }: MarkdownFile): string[] {
  return [...withoutCode(text).matchAll(/`([\w./-]+\.(?:ts|mjs|cjs|sql))`/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !/^x\.|^\./.test(name));
}

/** The anchors that headings of a Markdown file have where it is shown. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => {
      const anchor = heading
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, "")
        .replaceAll(" ", "-");
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[^]*?^```$/gm, "");
}
