import type { FetchNode } from "../planning/query-plan";
import type { PlannedStep } from "./plan-steps";

/**
 * Makes one request of several that ask the same subgraph the same about entities at different places, at the same time.
 */
export function joinSteps(steps: readonly PlannedStep[]): readonly PlannedStep[] {
  const joined: PlannedStep[] = [];
  const known = new Map<string, number>();
  const indices = new Map<number, number>();
  steps.forEach((step, index) => {
    const after = [...new Set(step.after.map((each) => indices.get(each) ?? each))];
    const key = keyOf({ ...step, after }, index);
    const at = known.get(key) ?? joined.length;
    const same = joined[at];
    joined[at] = same ? { ...same, places: [...same.places, ...step.places] } : { ...step, after };
    known.set(key, at);
    indices.set(index, at);
  });
  return joined;
}

/** The same for steps that can be one. Root fields are asked for as often as they are planned. */
function keyOf({ fetch, conditions, after }: PlannedStep, index: number): string {
  return fetch.requires
    ? JSON.stringify([conditions, after, withoutName(fetch)])
    : JSON.stringify(index);
}

/** A fetch without the name of its operation, which the planner numbers. */
function withoutName({ operationName, operation, ...fetch }: FetchNode): unknown {
  return [fetch, operationName === undefined ? operation : operation.replace(operationName, "")];
}
