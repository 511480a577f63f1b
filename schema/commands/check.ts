import { apiSchemaSdl } from "../api-schema";
import { CHANGELOG_FILE } from "../changelog/update-changelog";
import { access } from "../checks/access";
import { breakingChanges } from "../checks/breaking-changes";
import { changelog } from "../checks/changelog";
import { composition } from "../checks/composition";
import { descriptions } from "../checks/descriptions";
import { drift } from "../checks/drift";
import { listSizes } from "../checks/list-sizes";
import { nullableContributions } from "../checks/nullable-contributions";
import { oneKeyAType } from "../checks/one-key-a-type";
import { otherRouter } from "../checks/other-router";
import { refusedDirectives } from "../checks/refused-directives";
import { requiredFields } from "../checks/required-fields";
import { specifiedScalars } from "../checks/specified-scalars";
import { subscriptions } from "../checks/subscriptions";
import { readCommitted } from "../committed-file";
import { type CurrentSchema, currentSchema } from "../current-schema";
import type { Folders } from "../folders";
import { generatedFiles } from "../generated-files";
import { type Problem, messageOf } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";
import { supergraphChange } from "../supergraph-change";

const SUBGRAPH_CHECKS: readonly ((subgraphs: readonly SubgraphSdl[]) => Problem[])[] = [
  access,
  descriptions,
  oneKeyAType,
  requiredFields,
  refusedDirectives,
  subscriptions,
  nullableContributions,
  listSizes,
  specifiedScalars,
];

/** Runs every check and returns every problem; writes nothing. */
export async function check(folders: Folders): Promise<Problem[]> {
  const schema = await currentSchema(folders);
  return [
    ...schema.problems,
    ...compositionProblems(schema),
    ...SUBGRAPH_CHECKS.flatMap((run) => run(schema.subgraphs)),
    ...(await problemsWithFiles(folders.schema, schema)),
  ];
}

function compositionProblems(schema: CurrentSchema): Problem[] {
  if (!schema.composition) return [];
  return [...composition(schema.composition), ...otherRouter(schema.subgraphs)];
}

/** A file that cannot be used (malformed, markers missing) is a problem like any other. */
async function problemsWithFiles(folder: string, schema: CurrentSchema): Promise<Problem[]> {
  const emitted = schema.composition?.supergraphSdl;
  const checks = [
    async () => drift(await generatedFiles(folder, schema)),
    async () =>
      emitted === undefined ? [] : breakingChanges(await supergraphChange(folder, emitted)),
    async () =>
      emitted === undefined
        ? []
        : changelog(await readCommitted(folder, CHANGELOG_FILE), apiSchemaSdl(emitted)),
  ];
  const results = await Promise.allSettled(checks.map((run) => run()));
  return results.flatMap((result) =>
    result.status === "fulfilled"
      ? result.value
      : [{ check: "files", where: "schema", message: messageOf(result.reason) }],
  );
}
