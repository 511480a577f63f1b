import { type ASTNode, Kind, parse, visit } from "graphql";
import type { PlacePath, PlannedStep } from "./plan-steps";

/**
 * Where a plan asks for something under conditions alone, as names in the answer from its top, lists left out. The planner
 * asks for an object's fields together, those with a condition and those without: where the condition does not hold, what
 * only the former require has not been asked for.
 */
export function conditionalPaths(steps: readonly PlannedStep[]): ReadonlySet<string> {
  const isConditional = steps.some(
    ({ fetch, conditions }) => conditions.length > 0 || /@(include|skip)\b/.test(fetch.operation),
  );
  if (!isConditional) return new Set();
  const [always, sometimes] = [new Set<string>(), new Set<string>()];
  for (const { fetch, places, conditions } of steps) {
    let depth = conditions.length;
    const within: string[] = [];
    visit(parse(fetch.operation, { noLocation: true }), {
      enter: (node) => {
        depth += conditionsOf(node);
        if (node.kind !== Kind.FIELD) return;
        within.push((node.alias ?? node.name).value);
        const names = fetch.requires ? within.slice(1) : within;
        for (const place of places) {
          (depth > 0 ? sometimes : always).add([...namesOf(place), ...names].join("."));
        }
      },
      leave: (node) => {
        depth -= conditionsOf(node);
        if (node.kind === Kind.FIELD) within.pop();
      },
    });
  }
  for (const path of always) sometimes.delete(path);
  return sometimes;
}

/** Those of the paths that lie within a place, from there. */
export function pathsWithin(
  paths: ReadonlySet<string>,
  places: readonly PlacePath[],
): ReadonlySet<string> {
  if (paths.size === 0) return paths;
  const starts = places.map((place) =>
    namesOf(place)
      .map((name) => `${name}.`)
      .join(""),
  );
  return new Set(
    [...paths].flatMap((path) =>
      starts.flatMap((start) => (path.startsWith(start) ? [path.slice(start.length)] : [])),
    ),
  );
}

function namesOf(place: PlacePath): string[] {
  return place.filter((name) => name !== "@");
}

function conditionsOf(node: ASTNode): number {
  return "directives" in node ? (node.directives ?? []).length : 0;
}
