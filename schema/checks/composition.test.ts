import { compose } from "../compose";
import { subgraph } from "../subgraph.fixture";
import { composition } from "./composition";

const pair = (first: string, second: string) =>
  compose([
    subgraph("dispatch", `type Query { dispatches: Country } ${first}`),
    subgraph("fellowship", `type Query { fellows: Country } ${second}`),
  ]);
const country = (description: string, field: string) =>
  `"${description}" type Country @key(fields: "code") { code: ID! ${field} }`;

describe("composition", () => {
  it("accepts subgraphs that compose without a word", () => {
    const composed = pair(country("C.", "a: Int"), country("C.", "b: Int"));
    expect(composed.supergraphSdl).toContain("type Country");
    expect(composition(composed)).toEqual([]);
  });

  it("reports every error and has no supergraph", () => {
    const composed = pair(country("C.", "a: Int b: Int"), country("C.", "a: Int b: Int"));
    expect(composed.supergraphSdl).toBeUndefined();
    expect(composition(composed)).toHaveLength(2);
  });

  it("reports a hint, unless it is allowed at that element", () => {
    const composed = pair(country("One.", "a: Int"), country("Two.", "b: Int"));
    const allowed = { code: "INCONSISTENT_DESCRIPTION", coordinate: "Country", reason: "test" };
    expect(composition(composed)).toMatchObject([{ where: "Country" }]);
    expect(composition(composed, [allowed])).toEqual([]);
    expect(composition(composed, [{ ...allowed, coordinate: "Agency" }])).toHaveLength(1);
  });
});
