import { type AreaMeasures, isAdditive, type Measure } from "../../statistics/measure";
import { linkedTo } from "../release-plan";
import type { CheckedMeasure } from "./check-task";

/** What a check has to know of measures and of all that they are linked with. */
export function checkedMeasures(
  { measures }: Pick<AreaMeasures, "measures">,
  asked: readonly string[],
): Record<string, CheckedMeasure> {
  const known = new Map<string, CheckedMeasure>();
  const wanted = [...asked];
  // A loop over an array sees what is added to it.
  for (const name of wanted) {
    const measure = measures[name];
    if (!measure || known.has(name)) continue;
    known.set(name, checkedMeasure(measure));
    const linking = Object.keys(measures).filter((other) =>
      linkedTo(measures[other]).includes(name),
    );
    wanted.push(...linkedTo(measure), ...linking);
  }
  return Object.fromEntries(known);
}

function checkedMeasure(measure: Measure): CheckedMeasure {
  const { linked = {}, persons, dimensions } = measure;
  return {
    isAdditive: isAdditive(measure),
    isOfPersons: persons !== null && linked.groupsOf === undefined,
    overlapping: Object.keys(dimensions).filter((name) => dimensions[name]?.overlapping),
    linked,
  };
}
