import { apiSchema, apiSchemaSdl } from "../api-schema";
import { type ApiChange, apiChanges, type Effect } from "./api-changes";
import { type ChangelogEntry, schemaDigest } from "./changelog-entries";
import type { PastSchema } from "./past-schema";

/** What each schema changed for callers beside the one before it; nothing of one that is the same for them. */
export async function entriesOf(
  schemas: readonly PastSchema[],
  before: PastSchema | undefined,
): Promise<readonly ChangelogEntry[]> {
  const entries: ChangelogEntry[] = [];
  let last = before;
  let known = before && digestOf(before);
  for (const schema of schemas) {
    const digest = digestOf(schema);
    if (digest !== known) {
      const body = last === undefined ? beginningOf(schema) : await differenceOf(last, schema);
      entries.push({ day: schema.day, digest, body });
    }
    [last, known] = [schema, digest];
  }
  return entries;
}

function digestOf({ supergraphSdl }: PastSchema): string {
  return schemaDigest(apiSchemaSdl(supergraphSdl));
}

function beginningOf({ supergraphSdl }: PastSchema): string {
  const schema = apiSchema(supergraphSdl);
  const fieldsOf = (type: ReturnType<typeof schema.getQueryType>) =>
    Object.keys(type?.getFields() ?? {}).length;
  const queries = fieldsOf(schema.getQueryType());
  return `The first schema: ${queries} field${queries === 1 ? "" : "s"} of \`Query\`, ${fieldsOf(schema.getMutationType())} of \`Mutation\`.`;
}

async function differenceOf(before: PastSchema, after: PastSchema): Promise<string> {
  const changes = await apiChanges(before.supergraphSdl, after.supergraphSdl, after.reasons);
  const sections = (["breaking", "dangerous", "safe"] as const)
    .map((effect) => sectionOf(effect, changes))
    .filter((section) => section !== "");
  return sections.length > 0
    ? sections.join("\n\n")
    : "Nothing that changes a request or an answer.";
}

const titles: Readonly<Record<Effect, string>> = {
  breaking: "Breaking",
  dangerous: "Dangerous",
  safe: "Safe",
};

function sectionOf(effect: Effect, changes: readonly ApiChange[]): string {
  const lines = changes
    .filter((change) => change.effect === effect)
    .map(({ text, names }) => (names.length > 0 ? `- ${text}: ${names.join(", ")}` : `- ${text}`));
  return lines.length === 0 ? "" : [`**${titles[effect]}**`, "", ...lines].join("\n");
}
