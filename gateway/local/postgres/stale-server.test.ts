import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { stopStaleServer } from "./stale-server";

let cluster: string;
let lockFile: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  cluster = await mkdtemp(join(tmpdir(), "personnel-graph-cluster-"));
  lockFile = join(cluster, "postmaster.pid");
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(cluster, { recursive: true, force: true });
});

/** Runs a program in the cluster's folder, as PostgreSQL does, and notes it as PostgreSQL would. */
async function running(...args: string[]): Promise<ChildProcess> {
  const program = ["-e", "setInterval(() => 0, 1000)", "--"];
  child = spawn(process.execPath, [...program, ...args], { cwd: cluster });
  await once(child, "spawn");
  await writeFile(lockFile, `${child.pid}\n${cluster}\n1700000000\n`);
  return child;
}

it("ends the server that the lock file names", async () => {
  const server = await running("-D", cluster, "-c", "port=1");
  const ended = once(server, "exit");
  await stopStaleServer(cluster);
  expect((await ended)[1]).toBe("SIGINT");
});

it.each([[["nothing", "like", "it"]], [["-D", "/another/cluster"]]])(
  "leaves another program alone that has the number by now: %j",
  async (args) => {
    const other = await running(...args);
    await stopStaleServer(cluster);
    await delay(100);
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
    await expect(access(lockFile)).rejects.toThrow("ENOENT");
  },
);

it("finds nothing to do where there is no lock file", async () => {
  await expect(stopStaleServer(cluster)).resolves.toBeUndefined();
});
