import { getOperationAST, parse } from "graphql";
import { DocumentPlaces } from "./document-places";
import { processorTime } from "../../test/support/processor-time";

const document = parse(`query A { a { b } ...F }
query B { c: a { d: b } }
fragment F on Query { e { f } }`);

describe("the places of a document", () => {
  it("are found by path in the operation that was run, and in its fragments", () => {
    const places = new DocumentPlaces(document, getOperationAST(document, "A") ?? undefined, []);
    expect(places.locationOf(["a", 3, "b"])).toEqual({ line: 1, column: 15 });
    expect(places.locationOf(["e", "f"])).toEqual({ line: 3, column: 27 });
    expect(places.locationOf(["c", "d"])).toBeUndefined();
  });

  it("lead to paths, in whichever operation they are", () => {
    const sought = [
      { line: 1, column: 15 },
      { line: 2, column: 18 },
      { line: 9, column: 9 },
    ];
    const places = new DocumentPlaces(document, undefined, sought);
    expect(sought.map((each) => places.pathOf(each))).toEqual([["a", "b"], ["c", "d"], undefined]);
  });

  it("are found at once, however many are asked for", () => {
    const fields = Array.from({ length: 2_000 }, (_unused, index) => `a${index}: a { b }`);
    const long = parse(`{ ${fields.join(" ")} }`);
    const places = new DocumentPlaces(long, getOperationAST(long) ?? undefined, []);
    const paths = Array.from({ length: 25_000 }, (_unused, n) => [`a${n % 2_000}`, n, "b"]);
    let found: typeof paths = [];
    const taken = processorTime(() => {
      found = paths.filter((path) => places.locationOf(path)?.line === 1);
    });
    expect(taken).toBeLessThan(2_000);
    expect(found).toHaveLength(25_000);
  });
});
