import { readCommitted } from "./committed-file";
import { SUPERGRAPH_FILE } from "./generated-files";
import { type IntendedChange, parseIntendedChanges } from "./intended-changes";

/** What is compared: the committed supergraph, the new one, and the breaks somebody meant. */
export interface SupergraphChange {
  /** `undefined` before the first emit: there is nothing to break yet. */
  readonly committed: string | undefined;
  readonly emitted: string;
  readonly intended: readonly IntendedChange[];
}

/**
 * Reads what a new supergraph is compared with.
 *
 * @throws Error where `intended-changes.json` is malformed.
 */
export async function supergraphChange(folder: string, emitted: string): Promise<SupergraphChange> {
  const intended = (await readCommitted(folder, "intended-changes.json")) ?? "[]";
  return {
    committed: await readCommitted(folder, SUPERGRAPH_FILE),
    emitted,
    intended: parseIntendedChanges(intended),
  };
}
