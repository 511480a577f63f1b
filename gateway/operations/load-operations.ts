import type { Logger } from "pino";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { WatchedFile } from "../../subgraphs/kit/watched-file";
import { InvalidManifest, parseManifest } from "./manifest";
import { manifestProblems } from "./manifest-problems";
import { RegisteredOperations } from "./registered-operations";

/**
 * Reads the manifest of registered operations, and again when it has changed. If the changed manifest cannot be used,
 * the last good one stays in force and the log has an error.
 *
 * @param guarded - what callers of the gateway see; every operation must fit it, and those at addresses be open to all
 * @throws Error saying what to do where there is none; InvalidManifest naming every problem at once
 */
export async function loadOperations(
  file: string,
  guarded: GuardedSchema,
  logger: Logger,
): Promise<WatchedFile<RegisteredOperations>> {
  return WatchedFile.open({
    path: file,
    read: async (text) => operationsOf(file, text, guarded),
    refused: (err) => {
      logger.error({ err }, "the manifest cannot be used; the last good operations serve");
    },
  }).catch((error: unknown) => {
    if (error instanceof InvalidManifest) throw error;
    throw new Error(
      `The manifest ${file} cannot be read. Write it with npm run operations:register, or set OPERATIONS_MANIFEST.`,
    );
  });
}

function operationsOf(file: string, text: string, guarded: GuardedSchema): RegisteredOperations {
  const operations = parseManifest(file, text);
  const problems = manifestProblems(operations, guarded);
  if (problems.length > 0) throw new InvalidManifest(file, problems);
  return new RegisteredOperations(operations);
}
