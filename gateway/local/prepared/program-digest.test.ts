import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { programDigest } from "./program-digest";

let project: string;
beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), "personnel-graph-digest-"));
  await write("dist/subgraphs/dispatch/dispatch.js", "code");
  await write("dist/gateway/audit/main.js", "code");
  await write("node_modules/.package-lock.json", "{}");
});
afterEach(() => rm(project, { recursive: true }));

async function write(file: string, content: string): Promise<void> {
  await mkdir(join(project, dirname(file)), { recursive: true });
  await writeFile(join(project, file), content);
}

describe("the digest of the programs that prepare databases", () => {
  it.each([
    ["code", "dist/subgraphs/dispatch/dispatch.js"],
    ["a migration that is new", "dist/subgraphs/dispatch/migrations/2-more.js"],
    ["synthetic records", "dist/subgraphs/dispatch/demo/officials.js"],
    ["published facts", "dist/subgraphs/catalog/data/sources.csv"],
    ["the tables of the audit log", "dist/gateway/audit/audit-tables.js"],
    ["packages", "node_modules/.package-lock.json"],
  ])("is another one after a change of %s", async (_what, file) => {
    const before = programDigest(project);
    await write(file, "changed");
    expect(programDigest(project)).not.toBe(before);
  });

  it("is another one where content moves between files, or a file is gone", async () => {
    const before = programDigest(project);
    await write("dist/subgraphs/dispatch/other.js", "code");
    await rm(join(project, "dist/subgraphs/dispatch/dispatch.js"));
    const moved = programDigest(project);
    await rm(join(project, "dist/subgraphs/dispatch/other.js"));
    const gone = programDigest(project);
    expect(new Set([before, moved, gone]).size).toBe(3);
  });

  it("stays the same for what the programs do not read", async () => {
    const before = programDigest(project);
    await write("dist/subgraphs/dispatch/dispatch.js.map", "{}");
    await write("dist/gateway/main.js", "code");
    await write("dist/subgraphs/dispatch/dispatch.js", "code");
    expect(programDigest(project)).toBe(before);
  });

  it("can be computed where another program than npm installed the packages", async () => {
    await rm(join(project, "node_modules"), { recursive: true });
    expect(programDigest(project)).toMatch(/^.{43}$/);
  });
});
