import { readFile } from "node:fs/promises";
import { Supergraph } from "@apollo/federation-internals";

/** The composed schema, and what its text is. */
export interface LoadedSupergraph {
  readonly sdl: string;
  readonly supergraph: Supergraph;
}

/**
 * Reads the composed schema.
 * @throws Error saying what to do where there is none
 */
export async function loadSupergraph(file: string): Promise<LoadedSupergraph> {
  const sdl = await readFile(file, "utf8").catch(() => {
    throw new Error(
      `The supergraph ${file} cannot be read. Write it with npm run schema:emit, or set SUPERGRAPH_PATH.`,
    );
  });
  try {
    return { sdl, supergraph: Supergraph.build(sdl) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} is not a supergraph: ${reason}`, { cause: error });
  }
}
