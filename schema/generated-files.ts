import { apiSchemaSdl } from "./api-schema";
import { readCommitted } from "./committed-file";
import type { CurrentSchema } from "./current-schema";
import { ownership } from "./ownership";
import { withOwnershipList } from "./ownership-list";

/** A generated file as it is committed and as it would be written now. */
export interface GeneratedFile {
  readonly file: string;
  /** `undefined` where the file does not exist. */
  readonly committed: string | undefined;
  readonly emitted: string;
}

/** The supergraph's file in the schema folder, which the gateway starts from. */
export const SUPERGRAPH_FILE = "supergraph.graphql";

/** The file of what callers see, in the schema folder; tools of callers read it. */
export const API_SCHEMA_FILE = "api.graphql";

/**
 * Everything emit writes, next to what is committed: one SDL for each subgraph that could be read
 * and, where all could be and compose, the supergraph, the schema that callers see, and the README with its list.
 */
export async function generatedFiles(
  folder: string,
  { subgraphs, composition }: CurrentSchema,
): Promise<GeneratedFile[]> {
  const emitted = new Map(subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl]));
  if (composition?.supergraphSdl !== undefined) {
    const readme = (await readCommitted(folder, "README.md")) ?? "";
    emitted.set(SUPERGRAPH_FILE, composition.supergraphSdl);
    emitted.set(API_SCHEMA_FILE, apiSchemaSdl(composition.supergraphSdl));
    emitted.set("README.md", withOwnershipList(readme, ownership(subgraphs)));
  }
  return await Promise.all(
    [...emitted].map(async ([file, sdl]) => ({
      file,
      committed: await readCommitted(folder, file),
      emitted: sdl,
    })),
  );
}
