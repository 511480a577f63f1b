import { drift } from "./drift";

describe("drift", () => {
  it("accepts files that are as emitted", () => {
    expect(drift([{ file: "a.graphql", committed: "a\n", emitted: "a\n" }])).toEqual([]);
  });

  it("shows the first lines that differ and the command that mends it", () => {
    const [problem] = drift([{ file: "a.graphql", committed: "a\nb\nc\n", emitted: "a\nB\nc\n" }]);
    expect(problem?.where).toBe("a.graphql");
    expect(problem?.message).toContain("differs from line 2");
    expect(problem?.message).toContain("- b\n");
    expect(problem?.message).toContain("+ B\n");
    expect(problem?.message).toContain("npm run schema:emit");
  });

  it("reports every file, also one that was only cut short or does not exist", () => {
    const problems = drift([
      { file: "short.graphql", committed: "a", emitted: "a\nb" },
      { file: "long.graphql", committed: "a\nb", emitted: "a" },
      { file: "new.graphql", committed: undefined, emitted: "a" },
    ]);
    expect(problems.map(({ where }) => where)).toEqual([
      "short.graphql",
      "long.graphql",
      "new.graphql",
    ]);
    expect(problems[0]?.message).toContain("+ b");
    expect(problems[1]?.message).toContain("- b");
  });
});
