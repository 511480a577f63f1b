import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { folderOfCaller, readEnvironment } from "../../subgraphs/kit/environment";

/** The variables that say where the schema and the manifest of registered operations are. */
export const operationsShape = {
  SUPERGRAPH_PATH: z
    .string()
    .optional()
    .transform((given) => given ?? path.join(projectFolder(), "schema", "supergraph.graphql"))
    .describe("The composed schema. Default: schema/supergraph.graphql of the project."),
  OPERATIONS_MANIFEST: z
    .string()
    .optional()
    .transform(
      (given) => given ?? path.join(projectFolder(), "gateway", "operations", "manifest.json"),
    )
    .describe(
      "The operations registered for apps. Default: gateway/operations/manifest.json of the project.",
    ),
};

/** Where the schema and the manifest of registered operations are. */
export type OperationsSettings = z.infer<z.ZodObject<typeof operationsShape>>;

/**
 * Reads the variables that say where the schema and the manifest of registered operations are.
 * @throws InvalidEnvironment naming every problem at once
 */
export const readOperationsSettings = (): OperationsSettings =>
  readEnvironment(operationsShape, process.env);

/** The folder that relative paths on the command line of an npm script mean. */
export const callersFolder = (script: string): string => folderOfCaller(script, process.env);

/** The folder with `package.json`: two or three above this file, which runs from source in tests and compiled else. */
function projectFolder(): string {
  const above = path.resolve(__dirname, "../..");
  return existsSync(path.join(above, "package.json")) ? above : path.dirname(above);
}
