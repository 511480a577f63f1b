import { subgraph } from "../subgraph.fixture";
import { subscriptions } from "./subscriptions";

describe("subscriptions", () => {
  it("accepts queries and mutations", () => {
    const types =
      "schema { query: Query mutation: Change } type Query { a: Int } type Change { a: Int }";
    expect(subscriptions([subgraph("dispatch", types)])).toEqual([]);
  });

  it.each([
    "type Subscription { changed: Int }",
    "extend type Subscription { changed: Int }",
    "schema { query: Query subscription: Feed } type Query { a: Int } type Feed { a: Int }",
  ])("finds the subgraph that says %s", (types) => {
    expect(subscriptions([subgraph("dispatch", types)])).toMatchObject([{ where: "dispatch" }]);
  });
});
