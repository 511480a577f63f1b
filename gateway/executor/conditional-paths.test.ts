import { conditionalPaths, pathsWithin } from "./conditional-paths";
import type { PlannedStep } from "./plan-steps";

const step = (
  operation: string,
  places: PlannedStep["places"],
  conditions: PlannedStep["conditions"] = [],
): PlannedStep => ({
  fetch: {
    kind: "Fetch",
    serviceName: "one",
    operation,
    operationKind: "query",
    ...(places[0]?.length && { requires: [] }),
  } as unknown as PlannedStep["fetch"],
  places,
  conditions,
  after: [],
});

describe("what a plan asks for under conditions alone", () => {
  const first = step(
    "query($v:Boolean!){people{__typename id ...on Person@include(if:$v){born badge{number}}badge{series}}}",
    [[]],
  );

  it("is known by its place in the answer, and not what is asked for without a condition as well", () => {
    const entities = step("query{_entities{...on Person{chief{born}}}}", [["people", "@"]]);
    expect([...conditionalPaths([first, entities])].sort()).toEqual([
      "people.badge.number",
      "people.born",
    ]);
    const again = step("query{_entities{...on Person{born}}}", [["people", "@"]]);
    expect([...conditionalPaths([first, again])]).toEqual(["people.badge.number"]);
  });

  it("is all of a step that has a condition, and nothing where there are none", () => {
    const conditional = step("query{people{id}}", [[]], [{ variable: "v", value: true }]);
    expect([...conditionalPaths([conditional])]).toEqual(["people", "people.id"]);
    expect(conditionalPaths([step("query{people{id}}", [[]])]).size).toBe(0);
  });

  it("is named from an entity within its place", () => {
    const paths = conditionalPaths([first]);
    expect([...pathsWithin(paths, [["people", "@"]])].sort()).toEqual(["badge.number", "born"]);
    expect([...pathsWithin(paths, [["others", "@"]])]).toEqual([]);
  });
});
