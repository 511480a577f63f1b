import { brokenRules, movedTo, type Rules } from "./rule";

const held = { holds: true, code: "A", message: "holds", at: "from" } as const;
const broken = { holds: false, code: "B", message: "does not hold", at: "scores.2.score" } as const;
const nested: Rules<"A" | "B"> = [held, [[broken], held], []];

describe("rules", () => {
  it("become refusals where they do not hold, however they are nested", () => {
    expect(brokenRules(nested)).toEqual([
      { code: "B", message: "does not hold", path: ["input", "scores", "2", "score"] },
    ]);
  });

  it("move to the fields another input has, and the rest stays or goes where that input says", () => {
    const at = (rules: Rules) => movedTo({ from: "startedOn" }, rules).map((rule) => rule.at);
    expect(at([held, broken])).toEqual(["startedOn", "scores.2.score"]);
    expect(movedTo({ from: "startedOn" }, [held, broken], "id").map((rule) => rule.at)).toEqual([
      "startedOn",
      "id",
    ]);
  });
});
