import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inSource } from "./in-source";
import { loggedError } from "./logged-error";

const folder = mkdtempSync(join(tmpdir(), "personnel-graph-in-source-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A built file of which line 2 is line 3 of its source. */
function built(
  name: string,
  map = { version: 3, sources: ["../x.ts"], names: [], mappings: ";AAEA" },
): string {
  const file = join(folder, name);
  writeFileSync(`${file}.map`, JSON.stringify(map));
  return file;
}

describe("a call of a stack", () => {
  it.each([
    ["of a function", (at: string) => `    at async work (${at})`],
    ["of a module", (at: string) => `    at ${at}`],
  ])("%s is named as it is in the source", (_what, call) => {
    const source = join(folder, "..", "x.ts");
    expect(inSource(call(`${built("a.js")}:2:1`))).toBe(call(`${source}:3:1`));
  });

  it.each([
    ["without a map", join(folder, "no-map.js")],
    ["with a map that cannot be read", built("broken.js", { mappings: "?" } as never)],
    [
      "with a map that does not say",
      built("silent.js", { version: 3, sources: [], names: [], mappings: "" }),
    ],
    ["of a package", "/project/node_modules/pg/lib/client.js"],
    ["of Node.js", "node:internal/process/task_queues"],
  ])("%s stays as it is", (_what, file) => {
    expect(inSource(`    at work (${file}:2:1)`)).toBe(`    at work (${file}:2:1)`);
  });

  it("is so in the log", () => {
    const error = new Error("it failed");
    error.stack = `Error: it failed\n    at work (${built("b.js")}:2:1)`;
    expect(loggedError(error).stack).toMatch(/^ {4}at work \(.+\/x\.ts:3:1\)$/);
  });
});
