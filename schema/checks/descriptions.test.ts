import { subgraph } from "../subgraph.fixture";
import { descriptions } from "./descriptions";

const places = (...subgraphs: Parameters<typeof descriptions>[0]) =>
  descriptions(subgraphs).map(({ where }) => where);

describe("descriptions", () => {
  it("accepts a schema in which everything is described", () => {
    const described = `
      "The root." type Query { "A country." country("ISO code." code: ID!): Country }
      "A country." type Country { "ISO code." code: ID! }
      "A filter." input Filter { "Equals." eq: Int = 1 }
      "A kind." enum Kind { "One." ONE }
      "A day." scalar Date
      extend type Country { "A name." name: String }`;
    expect(places(subgraph("dispatch", described))).toEqual([]);
  });

  it("finds every kind of element that has none, by its coordinate", () => {
    const bare = `
      type Query { country(code: ID!): Country }
      interface Country { code: ID! }
      union Any = Query
      input Filter { eq: Int }
      enum Kind { ONE }
      scalar Date`;
    expect(places(subgraph("dispatch", bare)).sort()).toEqual([
      "Any",
      "Country",
      "Country.code",
      "Date",
      "Filter",
      "Filter.eq",
      "Kind",
      "Kind.ONE",
      "Query",
      "Query.country",
      "Query.country(code:)",
    ]);
  });

  it("takes a description of nothing but spaces for none", () => {
    expect(places(subgraph("dispatch", `"  " scalar Date`))).toEqual(["Date"]);
  });

  it("finds fields added by an extension", () => {
    const extension = `extend type Country { name(language: String): String }`;
    expect(places(subgraph("dispatch", extension))).toEqual([
      "Country.name",
      "Country.name(language:)",
    ]);
  });

  it("names a shared element once, with all the subgraphs that leave it undescribed", () => {
    const [problem, ...others] = descriptions([
      subgraph("dispatch", "scalar Date"),
      subgraph("fellowship", "scalar Date"),
    ]);
    expect(others).toEqual([]);
    expect(problem?.message).toBe("has no description (dispatch, fellowship).");
  });

  it("leaves federation's own machinery alone", () => {
    const machinery = `
      directive @key(fields: federation__FieldSet!) on OBJECT
      scalar federation__FieldSet
      scalar _Any
      enum link__Purpose { SECURITY }
      type _Service { sdl: String }
      extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Any]! }`;
    expect(places(subgraph("dispatch", machinery))).toEqual([]);
  });
});
