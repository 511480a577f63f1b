import { spawn } from "node:child_process";
import { once } from "node:events";
import { commandOf, commandFromPs } from "./process-table";

it("reads the arguments a process was started with, the same on every system", async () => {
  const folder = "/a folder/that is longer/".padEnd(200, "x");
  const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1000)", "--", "-D", folder]);
  const { pid = 0 } = child;
  const closed = once(child, "close");
  try {
    await expect(commandOf(pid)).resolves.toContain(`1000) -- -D ${folder}`);
    await expect(commandFromPs(pid)).resolves.toContain(`1000) -- -D ${folder}`);
  } finally {
    child.kill("SIGKILL");
    await closed;
  }
  await expect(commandOf(pid)).resolves.toBe("");
  await expect(commandFromPs(pid)).resolves.toBe("");
});
