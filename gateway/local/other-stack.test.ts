import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DataFolder } from "./data-folder";
import { refuseSecondStack } from "./other-stack";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "personnel-graph-other-stack-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** What it says while a program of this name, which does nothing, is noted as the running stack. */
async function refusalWith(program: string): Promise<unknown> {
  await mkdir(join(folder, program, ".."), { recursive: true });
  await writeFile(join(folder, program), "setInterval(() => 0, 1000)");
  const child = spawn(process.execPath, [program], { cwd: folder });
  try {
    const pid = child.pid ?? 0;
    const refusal = refuseSecondStack(new DataFolder("/data"), pid);
    return await refusal.catch((error: unknown) => String(error).replace(String(pid), "…"));
  } finally {
    child.kill("SIGKILL");
  }
}

it("refuses to start beside a stack, also one that has come to nothing yet", async () => {
  await expect(refusalWith("dist/gateway/local/main.js")).resolves.toBe(
    "LocalStackFailure: A local stack (process …) already runs on /data: stop it, or set DATA_DIRECTORY to another folder.",
  );
});

it("starts where another program has the number of a killed stack by now, or this one has", async () => {
  await expect(refusalWith("dist/gateway/main.js")).resolves.toBeUndefined();
  await expect(refuseSecondStack(new DataFolder("/data"), process.pid)).resolves.toBeUndefined();
  await expect(refuseSecondStack(new DataFolder("/data"), undefined)).resolves.toBeUndefined();
});
