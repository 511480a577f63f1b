import { subgraph } from "../subgraph.fixture";
import { listSizes } from "./list-sizes";

const directive =
  "directive @listSize(assumedSize: Int, sizedFields: [String!]) on FIELD_DEFINITION";

describe("list sizes", () => {
  it("accepts lists with a size, and those that the field above sizes", () => {
    const types = `${directive}
      type Query { all: Page! @listSize(assumedSize: 50, sizedFields: ["nodes"])  few: [Item!] @listSize(assumedSize: 3) }
      type Page { nodes: [Item!]!  total: Int! }  type Item { id: ID! }`;
    expect(listSizes([subgraph("dispatch", types)])).toEqual([]);
  });

  it.each([
    ["Query.all", "type Query { all: [Int!] }"],
    ["Query.all", "type Query { all: [Int!] @listSize }"],
    [
      "Page.edges",
      `type Query { all: Page @listSize(assumedSize: 50, sizedFields: ["nodes"]) } type Page { nodes: [Int] edges: [Int] }`,
    ],
  ])("finds %s without a size", (where, types) => {
    expect(listSizes([subgraph("dispatch", `${directive} ${types}`)])).toMatchObject([{ where }]);
  });
});
