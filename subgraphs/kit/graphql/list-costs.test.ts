import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse, print } from "graphql";
import { boundLists } from "./bound-lists";
import { withListCosts } from "./list-costs";

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])`;
const types = `
  type Query { pages(first: Int = 50, after: String): PageConnection!  codes: [String!]!  items: [Item!]
    statistics(fiscalYears: [Int!], limit: Int = 500): ItemStatistics
    itemReleaseCheck(tables: [ItemTableToPublish!]!): Item }
  input ItemTableToPublish { rows: [Int!]! }
  type ItemStatistics { rows: [Item!]! }
  type PageConnection { nodes: [Item!]!  edges: [Item!]!  totalCount: Int! }
  type Item { id: ID! }
  type Mutation { change: Item }`;

describe("the costs in a subgraph's SDL", () => {
  const document = withListCosts(parse(`${federation} ${types}`), { "Query.codes": 2 });
  const sdl = print(document);

  it.each([
    ["pages are as long as their argument says", /PageConnection! @listSize\(slicingArguments: /],
    ["lists are as long as they are said to be", /codes: \[String!\]! @listSize\(assumedSize: 2\)/],
    ["other lists have a usual length", /items: \[Item!\] @listSize\(assumedSize: 50\)/],
    ["what a page holds is sized by who gives it", /nodes: \[Item!\]!\n/],
    ["counting costs more than an object", /totalCount: Int! @cost\(weight: 10\)/],
    [
      "so do statistics",
      /\): ItemStatistics @cost\(weight: 100\) @listSize\(slicingArguments: \["limit"\]/,
    ],
    ["each fiscal year of them by itself", /fiscalYears: \[Int!\] @cost\(weight: 200\)/],
    ["so do checks of tables", /\): Item @cost\(weight: 100\)\n/],
    ["each of their rows by itself", /rows: \[Int!\]! @cost\(weight: 100\)/],
    ["their rows are as long as their limit", /rows: \[Item!\]!\n/],
    ["so does changing", /change: Item @cost\(weight: 50\)/],
  ])("%s", (_what, expected) => {
    expect(sdl).toMatch(expected);
  });

  it("may not be of a list that is not there", () => {
    expect(() => withListCosts(document, { "Query.pages": 3, "Query.gone": 4 })).toThrow(
      "Sizes of what is no plain list: Query.pages, Query.gone",
    );
  });

  it.each([
    ["gives a list of that length", ["JP", "CN"], [["JP", "CN"], undefined]],
    [
      "refuses a longer one, and cuts nothing off",
      ["JP", "CN", "KR"],
      [undefined, ["LIST_TOO_LONG", expect.stringContaining("at most 2 elements of Query.codes")]],
    ],
  ])("hold the subgraph to them: it %s", async (_what, codes, expected) => {
    for (const given of [codes, Promise.resolve(codes), () => codes]) {
      const schema = boundLists(
        buildSubgraphSchema({
          typeDefs: document,
          resolvers: { Query: { codes: () => (typeof given === "function" ? given() : given) } },
        }),
      );
      const { data, errors } = await graphql({ schema, source: "{ codes }" });
      const [error] = errors ?? [];
      expect([data?.["codes"], error && [error.extensions["code"], error.message]]).toEqual(
        expected,
      );
    }
  });
});
