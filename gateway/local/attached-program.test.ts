import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const module_ = join(__dirname, "..", "..", "dist", "gateway", "local", "attached-program.js");

/** Runs a program that attaches another one, whose code is given. */
function attaching(code: string) {
  const outer = `require(${JSON.stringify(module_)}).runAttached({ args: ["-e", process.argv[1]], cwd: "/", environment: { GIVEN: "yes" } }).then((code) => process.exit(code))`;
  const shells = "DATABASE_URL=postgres://from:the@shell/x";
  const child = spawn("env", [shells, process.execPath, "-e", outer, code]);
  const seen = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (seen.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (seen.stderr += chunk.toString()));
  return { child, seen, ended: once(child, "close") };
}

it("passes output through as it comes, with the environment meant for it, and gives the exit code", async () => {
  const { seen, ended } = attaching(
    "console.log(process.env.GIVEN, process.env.DATABASE_URL); console.error('bad'); process.exit(7)",
  );
  expect(await ended).toEqual([7, null]);
  expect(seen).toEqual({ stdout: "yes undefined\n", stderr: "bad\n" });
});

it("hands on a request to end, and ends when the program has", async () => {
  const { child, seen, ended } = attaching(
    "process.on('SIGTERM', () => { console.log('ending'); setTimeout(() => process.exit(3), 100) }); setInterval(() => 0, 1000); console.log('runs')",
  );
  while (!seen.stdout.includes("runs")) await delay(10);
  child.kill("SIGTERM");
  expect(await ended).toEqual([3, null]);
  expect(seen.stdout).toBe("runs\nending\n");
});

it("reports a program that a signal ended by the code a shell gives", async () => {
  const { ended } = attaching("process.kill(process.pid, 'SIGKILL')");
  expect(await ended).toEqual([137, null]);
});
