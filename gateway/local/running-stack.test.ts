import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newCredentials } from "./credentials";
import { parts } from "./programs";
import { runningStack } from "./running-stack";

let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "personnel-graph-running-stack-"));
  await chmod(folder, 0o755);
  await mkdir(join(folder, "postgres"));
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** Notes a program of this name, which does nothing, as the stack that runs on the folder. */
async function running(program: string): Promise<void> {
  const file = join(folder, program);
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, "setInterval(() => 0, 1000)");
  child = spawn(process.execPath, [file]);
  await once(child, "spawn");
  await writeFile(join(folder, "stack.pid"), String(child.pid));
  await writeFile(join(folder, "credentials.json"), JSON.stringify(newCredentials()));
}

const settings = () => {
  const ports = Object.fromEntries(Object.keys(parts).map((part) => [part, 1]));
  return { ports: ports as never, dataDirectory: folder };
};

describe("the stack that runs already", () => {
  it("is found with the port its PostgreSQL really has", async () => {
    await running("dist/gateway/local/main.js");
    await writeFile(join(folder, "postgres", "postmaster.pid"), "1\n/data\n1700000000\n54999\n\n");
    expect(await runningStack(settings())).toMatchObject({
      folder: { path: folder },
      ports: { postgres: 54_999, gateway: 1 },
    });
  });

  it("is waited for by the caller while it has no PostgreSQL", async () => {
    await running("dist/gateway/local/main.js");
    await expect(runningStack(settings())).rejects.toThrow(/is starting or stopping/);
  });

  it("is none where nothing runs, or a program that stops PostgreSQL when it is done", async () => {
    expect(await runningStack(settings())).toBeUndefined();
    await running("dist/gateway/local/subgraph-command.js");
    expect(await runningStack(settings())).toBeUndefined();
  });
});
