import { getOperationAST, parse } from "graphql";
import { askedQuestion } from "./asked-question";
import { dataVersion } from "./release-versions";

function asked(text: string, variables: Readonly<Record<string, unknown>> = {}, name?: string) {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error("no operation");
  return askedQuestion(document, operation, variables);
}

describe("the question of a citation", () => {
  it("is the operation that is run with its fragments, without others and without comments", () => {
    const text = `
# a stranger's words
query A($n: Int, $m: Int) { ...F } fragment F on Query { a(n: $n, m: $m) }
query B { ...G } fragment G on Query { b }`;
    expect(asked(text, { other: 1, m: 2, n: undefined }, "A")).toEqual({
      name: "A",
      operation:
        "query A($n: Int, $m: Int) {\n  ...F\n}\n\nfragment F on Query {\n  a(n: $n, m: $m)\n}",
      variables: { m: 2 },
      days: [],
      moments: [],
    });
  });

  it("without a name is called by the fields at its top", () => {
    expect(asked("{ x: a b a }").name).toBe("a, b");
    expect(asked("{ ... { a } }").name).toBe("query");
  });

  it("names its days and moments, from the document, its variables and their defaults", () => {
    const text = `query ($day: Date, $known: KnownAt = "2020-01-01", $none: Date) {
      a(asOf: "2013-06-01") b(asOf: $day, knownAt: $known) c(asOf: $none) d(asOf: null) e(asOf: "2013-06-01")
    }`;
    const { days, moments } = asked(text, { day: "2014-03-31" });
    expect([days, moments]).toEqual([["2013-06-01", "2014-03-31"], ["2020-01-01"]]);
  });
});

it("the version of data is the release that was the last before and after, of each area that was asked", () => {
  const [first, second] = [1, 2].map((vintage) => ({
    vintage,
    releasedAt: "2026-11-01T00:00:00Z",
  }));
  const before = { dispatch: first ?? null, fellowship: first ?? null, recruitment: null };
  const after = { dispatch: first ?? null, fellowship: second ?? null, cooperation: first ?? null };
  const areas = new Set(["fellowship", "dispatch", "recruitment", "cooperation", "elsewhere"]);
  expect(dataVersion(areas, before, after)).toEqual({
    cooperation: null,
    dispatch: first,
    fellowship: null,
    recruitment: null,
  });
  expect(dataVersion(new Set(), before, after)).toEqual({});
});
