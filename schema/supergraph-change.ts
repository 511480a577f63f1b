import type { SupergraphChange } from "./checks/breaking-changes";
import { readCommitted } from "./committed-file";
import { SUPERGRAPH_FILE } from "./generated-files";
import { parseIntendedChanges } from "./intended-changes";

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
