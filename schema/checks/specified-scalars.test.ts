import { apiSchema } from "../api-schema";
import { compose } from "../compose";
import { subgraph } from "../subgraph.fixture";
import { specifiedScalars } from "./specified-scalars";

const day = 'scalar Day @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")';
const query = "type Query { day: Day @shareable }";

describe("specifiedScalars", () => {
  it("accepts scalars with the address of their specification, and those known to have none", () => {
    const sdl = `${query} ${day} scalar Moment`;
    expect(specifiedScalars([subgraph("dispatch", sdl)], new Map([["Moment", "ours"]]))).toEqual(
      [],
    );
  });

  it("finds those without, with no public address, and with one that is said not to be", () => {
    const sdl = `${query} scalar Bare scalar Local @specifiedBy(url: "/reference/Local") ${day}`;
    const problems = specifiedScalars([subgraph("dispatch", sdl)], new Map([["Day", "ours"]]));
    expect(problems.map(({ where, message }) => `${where} ${message}`)).toEqual([
      expect.stringMatching(/^Bare has no @specifiedBy/),
      expect.stringMatching(/^Day has @specifiedBy, and is in/),
      expect.stringMatching(/^Local is specified by \/reference\/Local, .*\(dispatch\)\.$/),
    ]);
  });
});

it("composition keeps the address of a scalar that several subgraphs have, so that callers are told", () => {
  const { supergraphSdl = "" } = compose(
    ["dispatch", "fellowship"].map((name) => subgraph(name, `${query} ${day}`)),
  );
  expect(supergraphSdl).toContain("@specifiedBy");
  expect(apiSchema(supergraphSdl).getType("Day")).toMatchObject({
    specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  });
});
