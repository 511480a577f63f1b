import { writeFile } from "node:fs/promises";
import path from "node:path";
import { gitHistory } from "../changelog/git-history";
import { CHANGELOG_FILE, updateChangelog } from "../changelog/update-changelog";
import { breakingChanges, unusedIntentions } from "../checks/breaking-changes";
import { currentSchema } from "../current-schema";
import type { Folders } from "../folders";
import { generatedFiles } from "../generated-files";
import { type Problem, messageOf } from "../problem";
import { supergraphChange } from "../supergraph-change";

/** What emit did: files written, or problems and nothing written. */
export interface Emission {
  /** Names of the files that changed; those already up to date are not touched. */
  readonly written: readonly string[];
  /** Remarks that stop nothing. */
  readonly notes: readonly string[];
  /** Why nothing was written; empty on success. */
  readonly problems: readonly Problem[];
}

/**
 * Writes the SDL of each subgraph, the supergraph, the schema that callers see and the README's list;
 * all of them or, where the subgraphs do not compose or break callers without being marked to, none. Then the changelog.
 */
export async function emit(folders: Folders, history = gitHistory): Promise<Emission> {
  const schema = await currentSchema(folders);
  const { supergraphSdl, errors = [] } = schema.composition ?? {};
  const problems = [
    ...schema.problems,
    ...errors.map((message) => ({ check: "composition", where: "supergraph", message })),
  ];
  if (supergraphSdl === undefined) return { written: [], notes: [], problems };

  const change = await supergraphChange(folders.schema, supergraphSdl);
  const breaks = await breakingChanges(change);
  if (breaks.length > 0) return { written: [], notes: [], problems: breaks };

  const unused = await unusedIntentions(change);
  const files = await generatedFiles(folders.schema, schema);
  const changed = files.filter(({ committed, emitted }) => committed !== emitted);
  await Promise.all(
    changed.map(({ file, emitted }) => writeFile(path.join(folders.schema, file), emitted)),
  );
  const { written, notes } = await withChangelog(folders, history);
  return {
    written: [...changed.map(({ file }) => file), ...written],
    notes: [
      ...unused.map((entry) => `intended-changes.json: nothing matches "${entry.change}".`),
      ...notes,
    ],
    problems: [],
  };
}

/** A changelog that cannot be written now stops nothing: the check still finds that it has no entry. */
async function withChangelog(
  { schema }: Folders,
  history: typeof gitHistory,
): Promise<Pick<Emission, "written" | "notes">> {
  try {
    const isWritten = await updateChangelog(schema, history);
    return { written: isWritten ? [CHANGELOG_FILE] : [], notes: [] };
  } catch (error) {
    return { written: [], notes: [`${CHANGELOG_FILE} was not written. ${messageOf(error)}`] };
  }
}
