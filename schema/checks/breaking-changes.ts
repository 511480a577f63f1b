import { type Change, CriticalityLevel, diff } from "@graphql-inspector/core";
import { apiSchema } from "../api-schema";
import type { IntendedChange } from "../intended-changes";
import { type Problem, messageOf } from "../problem";
import type { SupergraphChange } from "../supergraph-change";

/** Finds changes that break callers and are not marked in `intended-changes.json`. */
export async function breakingChanges(change: SupergraphChange): Promise<Problem[]> {
  try {
    const marked = new Set(change.intended.map((entry) => entry.change));
    const breaks = await breaksOf(change);
    return breaks.filter(({ message }) => !marked.has(message)).map(problemOf);
  } catch (error) {
    const message = `Cannot compare with the committed file. ${messageOf(error)}`;
    return [{ check: "breaking-changes", where: "schema/supergraph.graphql", message }];
  }
}

/** The intended changes that this change does not make: already made, or misspelt. */
export async function unusedIntentions(change: SupergraphChange): Promise<IntendedChange[]> {
  const breaks = new Set((await breaksOf(change)).map(({ message }) => message));
  return change.intended.filter((entry) => !breaks.has(entry.change));
}

async function breaksOf({ committed, emitted }: SupergraphChange): Promise<Change[]> {
  if (committed === undefined || committed === emitted) return [];
  const changes = await diff(apiSchema(committed), apiSchema(emitted));
  return changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
}

function problemOf({ message, path }: Change): Problem {
  const advice = "If it is intended, mark it in schema/intended-changes.json.";
  return {
    check: "breaking-changes",
    where: path ?? "supergraph",
    message: `${message}\n${advice}`,
  };
}
