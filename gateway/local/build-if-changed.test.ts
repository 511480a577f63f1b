import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const program = join(__dirname, "build-if-changed.mjs");
let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "personnel-graph-build-"));
  build("rm -rf dist && mkdir dist && echo built >> builds");
  for (const folder of ["gateway", "subgraphs", "schema"]) write(`${folder}/a.ts`, "code");
});
afterEach(() => rmSync(project, { recursive: true }));

function write(file: string, content: string): void {
  mkdirSync(join(project, dirname(file)), { recursive: true });
  writeFileSync(join(project, file), content);
}

function build(script: string): void {
  write("package.json", JSON.stringify({ scripts: { build: script } }));
}

/** How many builds there were, once the program has run. */
function builds(): number {
  execFileSync(process.execPath, [program], { cwd: project, stdio: "pipe" });
  return readFileSync(join(project, "builds"), "utf8").trim().split("\n").length;
}

describe("programs that are to be built", () => {
  it("are built once where nothing has changed", () => {
    expect([builds(), builds(), builds()]).toEqual([1, 1, 1]);
  });

  it("are built again after each change of what a build reads", () => {
    expect(builds()).toBe(1);
    const changes = [
      () => write("subgraphs/a.ts", "other code"),
      () => write("subgraphs/catalog/data/sources.csv", "new"),
      () => write("schema/supergraph.graphql", "new"),
      () => write(".swcrc", "{}"),
      () => write("node_modules/.package-lock.json", "{}"),
      () => rmSync(join(project, "gateway/a.ts")),
      () => rmSync(join(project, "dist"), { recursive: true }),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      expect([builds(), builds()]).toEqual([index + 2, index + 2]);
    }
  });

  it("are built again where a build failed", () => {
    build("mkdir -p dist && echo built >> builds && exit 3");
    expect(() => builds()).toThrow(expect.objectContaining({ status: 3 }));
    expect(() => builds()).toThrow(expect.objectContaining({ status: 3 }));
    expect(readFileSync(join(project, "builds"), "utf8")).toBe("built\nbuilt\n");
  });
});
