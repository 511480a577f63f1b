import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const CHECKOUT = path.resolve(__dirname, "..", "..");

/**
 * Lints a checkout of these files with both linters, each in a process of its own as `npm run lint` does.
 *
 * @returns the rules broken, by file
 */
export async function lint(
  files: readonly (readonly [string, string])[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const root = await mkdtemp(path.join(tmpdir(), "lint-"));
  try {
    await symlink(path.join(CHECKOUT, "node_modules"), path.join(root, "node_modules"));
    for (const name of [
      ...[".oxlintrc.json", "eslint.config.mjs", "tsconfig.json", "gateway/pages/tsconfig.json"],
      "test/lint",
    ]) {
      await cp(path.join(CHECKOUT, name), path.join(root, name), { recursive: true });
    }
    for (const [file, text] of files) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), text);
    }
    const broken = await importRules(root);
    for (const [file, rule] of await typeRules(root)) {
      const rules = broken.get(file);
      if (!rules) throw new Error(`${file} was linted for types alone: ${rule}`);
      rules.push(rule);
    }
    return broken;
  } finally {
    await rm(root, { recursive: true });
  }
}

interface EslintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** The rules of ESLint that are broken, by file; a file in which none is has an empty list. */
async function importRules(root: string): Promise<Map<string, string[]>> {
  const printed = await run(root, "eslint/bin/eslint.js", ".", "--format", "json");
  return new Map(
    (JSON.parse(printed) as EslintResult[]).map(({ filePath, messages }) => [
      path.relative(root, filePath),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
}

interface OxlintResult {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly filename: string;
    readonly message: string;
  }[];
}

/** The rules of oxlint that are broken and the errors of TypeScript, by file. */
async function typeRules(root: string): Promise<[string, string][]> {
  const printed = await run(root, "oxlint/bin/oxlint", "--format", "json");
  const { diagnostics } = JSON.parse(printed) as OxlintResult;
  return diagnostics.map(({ filename, code, message }) => [filename, code ?? message]);
}

function run(root: string, program: string, ...args: string[]): Promise<string> {
  const file = path.join(CHECKOUT, "node_modules", program);
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], options, (_, stdout, stderr) => {
      resolve(stdout || stderr);
    });
  });
}
