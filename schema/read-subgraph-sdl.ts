import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { messageOf } from "./problem";
import { type SubgraphSdl, subgraphSdl } from "./subgraph-sdl";
import type { SubgraphAddress } from "./subgraphs";

const run = promisify(execFile);
const TIME_LIMIT_MS = 30_000;
const LARGEST_SDL_BYTES = 16 * 1024 * 1024;

/**
 * Asks a subgraph's own program for its SDL: `node <programs>/<name>/main.js schema`.
 *
 * @param programs - The folder with one compiled subgraph a folder.
 * @throws Error that names the subgraph and carries what its program wrote to stderr.
 */
export async function readSubgraphSdl(
  programs: string,
  address: SubgraphAddress,
): Promise<SubgraphSdl> {
  const program = path.join(programs, address.name, "main.js");
  const limits = { timeout: TIME_LIMIT_MS, maxBuffer: LARGEST_SDL_BYTES };
  try {
    const { stdout } = await run(process.execPath, [program, "schema"], limits);
    return subgraphSdl(address, stdout);
  } catch (error) {
    throw new Error(`Cannot read the SDL of ${address.name}. ${messageOf(error)}`, {
      cause: error,
    });
  }
}
