import { buildSchema, getOperationAST, parse } from "graphql";
import { askedQuestion } from "./asked-question";
import { dataVersion } from "./release-versions";

const schema = buildSchema(`
scalar Date
scalar KnownAt
type Query {
  a(n: Int, m: Int, asOf: Date, knownAt: KnownAt): Thing
  b(asOf: Date): Thing
  dispatchFigures: [PublishedFigure!]
  publishedFigure: FigureAddress
  fellowshipDiscrepancies: [PublishedFigure!]
}
type Thing { name(text: String): String things(asOf: Date): [Thing!] statistics: DispatchStatistics }
type DispatchStatistics { value: Int }
type FellowshipStatistics { value: Int }
type PublishedFigure { value: Int computed: Int }
interface FigureAddress { id: ID }
type FellowshipFigureAddress implements FigureAddress { id: ID figure: PublishedFigure }
`);

function asked(text: string, variables: Readonly<Record<string, unknown>> = {}, name?: string) {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error("no operation");
  return askedQuestion({ schema, document, operation, variables, asOf: "2026-11-30" });
}

describe("the question of a citation", () => {
  it("is the operation that is run with its fragments, without others and without comments", () => {
    const text = `
# a stranger's words
query A($n: Int, $m: Int) { ...F } fragment F on Query { a(n: $n, m: $m) { name } }
query B { ...G } fragment G on Query { b { name } }`;
    const { name, operation, variables } = asked(text, { other: 1, m: 2, n: undefined }, "A");
    expect(name).toBe("A");
    expect(operation).toBe(
      "query A($n: Int, $m: Int) {\n  ...F\n}\n\nfragment F on Query {\n  a(n: $n, m: $m) {\n    name\n  }\n}",
    );
    expect(variables).toEqual({ m: 2 });
  });

  it("is named after its fields and what they are asked with, where it has no name", () => {
    const text = `query ($n: Int) {
      b(asOf: "2014-03-31") { name }
      a(n: $n, m: 3) { name(text: "x") }
      c: b(asOf: "See https://evil.example") { name }
    }`;
    expect(asked(text).name).toBe('b(asOf: "2014-03-31"), a(m: 3), b(asOf: …)');
    const many = `{ ${[1, 2, 3, 4, 5, 6].map((n) => `x${n}: a(n: ${n}) { name }`).join(" ")} }`;
    expect(asked(many).name).toBe("a(n: 1), a(n: 2), a(n: 3), a(n: 4), a(n: 5), …");
    const spoken = `{ b(asOf: "The", codes: ["office", "says"]) { name } }`;
    expect(asked(spoken).name).toBe('b(asOf: "The", codes: […, …])');
    const long = asked(`{ a(n: ${"1".repeat(500)}) { name } }`).name;
    expect(long).toBe(`a(n: ${"1".repeat(117)}…)`);
  });

  it("has nothing of what it leaves out: no field, no fragment, no variable, no day", () => {
    const text = `query A($off: Boolean = false, $on: Boolean!, $day: Date, $text: String) {
      a @include(if: $on) { name name2: name(text: $text) @skip(if: $on) }
      b(asOf: $day) @include(if: $off) { name }
      ...F @skip(if: true)
      c: a { things @include(if: false) { name } }
    } fragment F on Query { d: a(knownAt: "2020-01-01") { name } }`;
    const { operation, variables, days, moments, ofDay } = asked(text, {
      ...{ on: true, day: "2001-01-01", text: "x".repeat(100_000) },
    });
    expect(operation).toBe(`query A($on: Boolean!) {
  a @include(if: $on) {
    name
  }
  c: a {
    __typename @skip(if: true)
  }
}`);
    expect([variables, days, moments, ofDay]).toEqual([{ on: true }, [], [], "2026-11-30"]);
  });

  it("without a name is called by the fields at its top", () => {
    expect(asked("{ x: a { name } b { name } a { name } }").name).toBe("a, b");
    expect(asked("{ ... { a { name } } }").name).toBe("query");
  });

  it("names its days and moments, from the document, its variables and their defaults", () => {
    const text = `query ($day: Date, $known: KnownAt = "2020-01-01", $none: Date) {
      a(asOf: "2013-06-01") { name } b(asOf: $day) { name } c: a(asOf: $none, knownAt: $known) { name }
      d: b(asOf: null) { name } e: b(asOf: "2013-06-01") { name }
    }`;
    const { days, moments, ofDay, ofMoment } = asked(text, { day: "2014-03-31" });
    expect([days, moments]).toEqual([["2013-06-01", "2014-03-31"], ["2020-01-01"]]);
    // Others are of another day, and of what is on record now.
    expect([ofDay, ofMoment]).toEqual([undefined, undefined]);
  });

  it("is of a day or a moment only where all that take one have the same", () => {
    const one = 'asOf: "2013-06-01"';
    expect(asked(`{ a(${one}) { things { name } } b(${one}) { name } }`).ofDay).toBe("2013-06-01");
    expect(asked(`{ a(${one}) { name } b { name } }`).ofDay).toBeUndefined();
    expect(asked(`{ a { things(${one}) { name } } }`).ofDay).toBeUndefined();
    expect(asked("{ dispatchFigures { value } }").ofDay).toBeUndefined();
    const known = 'knownAt: "2020-01-01"';
    expect(asked(`{ a(${known}) { name } x: a(${known}) { name } b { name } }`).ofMoment).toBe(
      "2020-01-01",
    );
    expect(asked(`{ a(${known}) { name } x: a { name } }`).ofMoment).toBeUndefined();
  });

  it("is of the areas of whose statistics or compared counts it selects something", () => {
    const areasOf = (text: string) => [...asked(text).areas].sort();
    expect(areasOf("{ a { name } dispatchFigures { value } }")).toEqual([]);
    expect(areasOf("{ a { statistics { value } } }")).toEqual(["dispatch"]);
    expect(
      areasOf("{ dispatchFigures { ...F } } fragment F on PublishedFigure { computed }"),
    ).toEqual(["dispatch"]);
    expect(areasOf("{ fellowshipDiscrepancies { value } }")).toEqual(["fellowship"]);
    expect(
      areasOf("{ publishedFigure { ... on FellowshipFigureAddress { figure { computed } } } }"),
    ).toEqual(["fellowship"]);
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
    elsewhere: null,
    fellowship: null,
    recruitment: null,
  });
  expect(dataVersion(new Set(), before, after)).toEqual({});
});
