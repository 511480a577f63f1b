import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const project = path.join(__dirname, "..", "..");
const program = path.join(project, "dist", "gateway", "operations", "register.js");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "personnel-graph-register-"));
  await writeFile(
    path.join(folder, "years.graphql"),
    "query Years { fiscalYears(from: 2020, to: 2023) { year } }",
  );
  await writeFile(path.join(folder, "broken.graphql"), "query Years { ");
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the program as npm does: in the project's folder, with the folder where it was called. */
function register(...args: string[]) {
  const called = { npm_lifecycle_event: "operations:register", INIT_CWD: folder };
  const env = { ...process.env, ...called, OPERATIONS_MANIFEST: path.join(folder, "own.json") };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { env, cwd: project }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr }),
    );
  });
}

describe("npm run operations:register", () => {
  it("takes files from where it is called and changes the gateway's manifest", async () => {
    const { code, stdout } = await register("portal", "years.graphql");
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^registered [\da-f]{64} query Years\n {2}needs published\n$/),
    ]);
    expect(await readFile(path.join(folder, "own.json"), "utf8")).toContain(
      `"clientName": "portal"`,
    );
  });

  it("ends with code 1 and what is wrong, without a trace of the program", async () => {
    expect(await register("portal", "broken.graphql")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "broken.graphql:1:15: Syntax Error: Expected Name, found <EOF>.\nNothing was written.\n",
    });
  });
});
