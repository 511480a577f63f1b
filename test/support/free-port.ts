import { createServer, type Server } from "node:net";

const first = 10_000;
const ofARun = 4_400;
const runs = 5;
const ofAWorker = ofARun / 10;
/** The environment variable with the first port of this run. */
const variable = "PERSONNEL_GRAPH_TEST_PORTS";

/**
 * Claims ports for this run of the tests which no other run on this machine draws from, nor outgoing connections, whose
 * ports may be from 32768 on. The claim is a port that is listened on, so that it ends with the process.
 *
 * @returns what holds the claim; `undefined` where too many runs go on at once, which then share the first ports
 */
export async function claimPorts(): Promise<Server | undefined> {
  for (let run = 0; run < runs; run += 1) {
    const claim = await listenOn(first - 1 - run);
    if (!claim) continue;
    claim.unref();
    process.env[variable] = String(first + run * ofARun);
    return claim;
  }
  return undefined;
}

const given = new Set<number>();

/** A port of this run that nobody listens on: in a test file each once, and in each of ten workers another. */
export async function freePort(): Promise<number> {
  const worker = Number(process.env["JEST_WORKER_ID"] ?? 0) % 10;
  const begin = Number(process.env[variable] ?? first) + worker * ofAWorker;
  for (;;) {
    const port = begin + Math.floor(Math.random() * ofAWorker);
    if (given.has(port)) continue;
    given.add(port);
    const server = await listenOn(port);
    if (!server) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** Listens on a port of this machine; `undefined` where somebody does already. */
function listenOn(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
