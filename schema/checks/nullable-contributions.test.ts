import { subgraph } from "../subgraph.fixture";
import { nullableContributions } from "./nullable-contributions";

const country = (field: string) =>
  `type Country @key(fields: "code") { code: ID! alpha3: String! @shareable ${field} }`;
const places = (...subgraphs: Parameters<typeof nullableContributions>[0]) =>
  nullableContributions(subgraphs).map(({ where }) => where);

describe("nullableContributions", () => {
  it("finds a non-null field that one of several subgraphs adds to a type", () => {
    const found = places(
      subgraph("dispatch", country("dispatches: [ID!]!")),
      subgraph("fellowship", country("fellows: [ID!]")),
    );
    expect(found).toEqual(["Country.dispatches"]);
  });

  it("accepts nullable additions, key fields and fields that all define", () => {
    const found = places(
      subgraph("dispatch", country("dispatches: [ID!]")),
      subgraph("fellowship", country("fellows: Int")),
    );
    expect(found).toEqual([]);
  });

  it("finds a non-null root field of one subgraph, added by definition or by extension", () => {
    const found = places(
      subgraph("dispatch", "type Query { dispatches: [ID!]! }"),
      subgraph("fellowship", "extend type Query { fellows: [ID!]! }"),
    );
    expect(found).toEqual(["Query.dispatches", "Query.fellows"]);
  });

  it("finds a shareable field that not all of them define", () => {
    const found = places(
      subgraph("dispatch", country("short: String! @shareable")),
      subgraph("fellowship", country("short: String! @shareable")),
      subgraph("recruitment", country("")),
    );
    expect(found).toEqual(["Country.short", "Country.short"]);
  });

  it("does not take an external field for one the subgraph can answer", () => {
    const found = places(
      subgraph("dispatch", country("short: String!")),
      subgraph("fellowship", country("short: String! @external")),
    );
    expect(found).toEqual(["Country.short"]);
  });

  it("accepts non-null fields of a type with one owner, even where others refer to it", () => {
    const found = places(
      subgraph("dispatch", `type Post @key(fields: "id") { id: ID! title: String! }`),
      subgraph("fellowship", `type Post @key(fields: "id", resolvable: false) { id: ID! }`),
    );
    expect(found).toEqual([]);
  });

  it("knows the outer fields of a nested key", () => {
    const type = (field: string) =>
      `type Post @key(fields: "country { code } n") { country: Place! n: Int! ${field} }
       type Place { code: ID! @shareable }`;
    expect(places(subgraph("dispatch", type("a: Int")), subgraph("fellowship", type("")))).toEqual(
      [],
    );
  });
});
