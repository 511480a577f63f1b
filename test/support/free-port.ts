import { createServer } from "node:net";

const given = new Set<number>();

/**
 * A port of this machine that nobody listens on: in a test file each once, and none that an outgoing connection is given
 * meanwhile, as those from 32768 on may be. Each of ten workers has a range of its own; another run of the tests draws from
 * the same.
 */
export async function freePort(): Promise<number> {
  const worker = Number(process.env["JEST_WORKER_ID"] ?? 0) % 10;
  for (;;) {
    const port = 10_000 + worker * 2_000 + Math.floor(Math.random() * 2_000);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
