import { readFile } from "node:fs/promises";
import type { GraphQLSchema } from "graphql";
import { InvalidManifest, parseManifest } from "./manifest";
import { manifestProblems } from "./manifest-problems";
import { RegisteredOperations } from "./registered-operations";

/**
 * Reads the manifest of registered operations.
 *
 * @param schema - what callers of the gateway see; every operation must fit it
 * @throws Error saying what to do where there is none; InvalidManifest naming every problem at once
 */
export async function loadOperations(
  file: string,
  schema: GraphQLSchema,
): Promise<RegisteredOperations> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(
      `The manifest ${file} cannot be read. Write it with npm run operations:register, or set OPERATIONS_MANIFEST.`,
    );
  });
  const operations = parseManifest(file, text);
  const problems = manifestProblems(operations, schema);
  if (problems.length > 0) throw new InvalidManifest(file, problems);
  return new RegisteredOperations(operations);
}
