import type { GeneratedFile } from "../generated-files";
import type { Problem } from "../problem";

const LINES_SHOWN = 4;

/** Finds committed files that are no longer what the code emits. */
export function drift(files: readonly GeneratedFile[]): Problem[] {
  return files.flatMap(({ file, committed, emitted }) => {
    if (committed === emitted) return [];
    const change = committed === undefined ? "It does not exist." : difference(committed, emitted);
    return [{ check: "drift", where: file, message: `${change}\nRun \`npm run schema:emit\`.` }];
  });
}

function difference(committed: string, emitted: string): string {
  const before = committed.split("\n");
  const after = emitted.split("\n");
  const first = before.findIndex((line, index) => line !== after[index]);
  const start = first === -1 ? before.length : first;
  const end = start + LINES_SHOWN;
  return [
    `It differs from line ${String(start + 1)} on:`,
    ...before.slice(start, end).map((line) => `- ${line}`),
    ...after.slice(start, end).map((line) => `+ ${line}`),
  ].join("\n");
}
