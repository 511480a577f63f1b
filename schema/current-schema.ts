import { type Composition, compose } from "./compose";
import type { Folders } from "./folders";
import { type Problem, messageOf } from "./problem";
import { readSubgraphSdl } from "./read-subgraph-sdl";
import type { SubgraphSdl } from "./subgraph-sdl";
import { SUBGRAPHS } from "./subgraphs";

/** The schema as the code has it now. */
export interface CurrentSchema {
  /** The subgraphs whose SDL could be read. */
  readonly subgraphs: readonly SubgraphSdl[];
  /** Absent where a subgraph could not be read: composing the rest would mislead. */
  readonly composition?: Composition;
  /** One for each subgraph that could not be read. */
  readonly problems: readonly Problem[];
}

/** Reads all subgraphs at once and composes them. Never rejects; failures are problems. */
export async function currentSchema({ programs }: Folders): Promise<CurrentSchema> {
  const subgraphs: SubgraphSdl[] = [];
  const problems: Problem[] = [];
  const reads = SUBGRAPHS.map((address) => readSubgraphSdl(programs, address));
  for (const [index, result] of (await Promise.allSettled(reads)).entries()) {
    const where = SUBGRAPHS[index]?.name ?? "";
    if (result.status === "fulfilled") subgraphs.push(result.value);
    else problems.push({ check: "read", where, message: messageOf(result.reason) });
  }
  if (problems.length > 0) return { subgraphs, problems };
  return { subgraphs, composition: compose(subgraphs), problems };
}
