import { execFileSync, type StdioOptions } from "node:child_process";
import { appendFileSync } from "node:fs";
import { join, relative } from "node:path";

const project = join(__dirname, "..", "..");
const parts = 8;
const dayLength = 86_400_000;

/**
 * Many cases of one kind, always the same ones. An eighth of them is run, every day another; all of them where `FULL=1`
 * or where something changed in the folders they are about (`FULL=0`: not then either): since the branch left `main` or, on
 * `main`, since the last commit. The run ends with what was run, and with whether Git could say what has changed.
 */
export class Sweep {
  /** Whether all cases are run. */
  readonly isWhole: boolean;
  /** Which eighth is run otherwise, 0–7: `SWEEP_PART` or today's. */
  readonly part: number;

  /** @param folders - or files, from the project's root, as Git's pathspecs */
  constructor(...folders: readonly string[]) {
    requireFiles(folders);
    const asked = process.env["FULL"];
    const changed = asked === "0" || asked === "1" ? asked === "1" : haveChanged(folders);
    this.isWhole = changed === true;
    this.part = Number(process.env["SWEEP_PART"] ?? Math.floor(Date.now() / dayLength)) % parts;
    note({ isWhole: this.isWhole, part: this.part, isKnown: changed !== undefined });
  }

  /** Whether a case is run, by its position. */
  runs(position: number): boolean {
    return this.isWhole || position % parts === this.part;
  }

  /** Those of all cases that are run: of fewer than eight, one. */
  of<Case>(cases: readonly Case[]): readonly Case[] {
    if (this.isWhole || cases.length >= parts) {
      return cases.filter((_case, position) => this.runs(position));
    }
    return cases.filter((_case, position) => position === this.part % cases.length);
  }

  /** An eighth of all cases that lie side by side, for those that share what is done for them. */
  stretchOf<Case>(cases: readonly Case[]): readonly Case[] {
    if (this.isWhole) return cases;
    const begin = (part: number) => Math.round((part * cases.length) / parts);
    return cases.slice(begin(this.part), begin(this.part + 1));
  }

  /** What is left of a number that all cases come to. */
  share(ofAll: number): number {
    return this.isWhole ? ofAll : Math.floor(ofAll / parts);
  }

  /** The check of a property that does nothing in runs that are left out. Once one has failed, none is: it is made smaller. */
  checking<Args extends readonly unknown[], Result extends void | Promise<void>>(
    check: (...args: Args) => Result,
  ): (...args: Args) => Result {
    let position = -1;
    let hasFailed = false;
    const fail = (error: unknown): never => {
      hasFailed = true;
      throw error;
    };
    return (...args) => {
      position += 1;
      if (!hasFailed && !this.runs(position)) return undefined as Result;
      try {
        const result = check(...args);
        return result instanceof Promise ? (result.catch(fail) as Result) : result;
      } catch (error) {
        return fail(error);
      }
    };
  }
}

/** Writes down for `runner/sweeps-reporter.cjs` what a test file runs. */
function note(how: object): void {
  const file = process.env["SWEEPS_FILE"];
  if (file === undefined || file === "") return;
  const name = relative(project, expect.getState().testPath ?? "")
    .replace(/^(subgraphs|test)\//, "")
    .replace(/(\.e2e)?\.test\.ts$/, "");
  appendFileSync(file, `${JSON.stringify({ name, ...how })}\n`);
}

/** Whether something changed; `undefined` where Git does not say. */
function haveChanged(folders: readonly string[]): boolean | undefined {
  try {
    const head = git("rev-parse", "HEAD");
    const branched = git("merge-base", "HEAD", mainBranch());
    const base = branched === head ? git("rev-parse", "HEAD~1") : branched;
    return git("diff", "--name-only", base, "--", ...folders) !== "";
  } catch {
    return undefined;
  }
}

/** A folder that was renamed must not count as one in which nothing changes. */
function requireFiles(folders: readonly string[]): void {
  for (const folder of folders) {
    let files: string;
    try {
      files = git("ls-files", "--", folder);
    } catch {
      return;
    }
    if (files === "") throw new Error(`A sweep is about ${folder}, where there is no file.`);
  }
}

function mainBranch(): string {
  try {
    return git("rev-parse", "--verify", "--quiet", "origin/main");
  } catch {
    return git("rev-parse", "--verify", "--quiet", "main");
  }
}

function git(...args: readonly string[]): string {
  const stdio: StdioOptions = ["ignore", "pipe", "ignore"];
  return execFileSync("git", args, { cwd: project, encoding: "utf8", stdio }).trim();
}
