import { parse } from "graphql";
import { commonPath, joinPaths, outermostPaths, pathOfFetch } from "./answer-path";

const names = (query: string) => outermostPaths(parse(query)).map((path) => path.names);

describe("the place in an answer where something is missing", () => {
  it("ends at the first list, for which element is not known", () => {
    expect(pathOfFetch(["countries", "@", "agency"])).toEqual({
      names: ["countries"],
      isCut: true,
    });
    expect(pathOfFetch(["country", "agency"])).toEqual({
      names: ["country", "agency"],
      isCut: false,
    });
    expect(pathOfFetch()).toEqual({ names: [], isCut: false });
  });

  it("goes on from where a fetch began, unless that is in a list", () => {
    const below = { names: ["fellows"], isCut: false };
    expect(joinPaths(pathOfFetch(["country"]), below).names).toEqual(["country", "fellows"]);
    expect(joinPaths(pathOfFetch(["countries", "@"]), below).names).toEqual(["countries"]);
  });

  it("is what all missing fields have in common", () => {
    const path = (text: string) => ({ names: text.split("."), isCut: false });
    expect(commonPath([path("a.b.c"), path("a.b.d")])).toEqual(["a", "b"]);
    expect(commonPath([path("a.b"), path("a")])).toEqual(["a"]);
    expect(commonPath([path("a"), path("b")])).toEqual([]);
    expect(commonPath([path("a.b")])).toEqual(["a", "b"]);
    expect(commonPath([])).toEqual([]);
  });

  it("of an operation is its root fields, and of entities their fields", () => {
    expect(names(`{ __typename a { b } c: d }`)).toEqual([["a"], ["c"]]);
    expect(names(`{ _entities(representations: []) { ... on A { b c } } }`)).toEqual([
      ["b"],
      ["c"],
    ]);
  });
});
