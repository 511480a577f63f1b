import { subgraph } from "../subgraph.fixture";
import { otherRouter } from "./other-router";

const both = (shared: string) => [
  subgraph("dispatch", `type Query { dispatches: Post } type Post { id: ID! ${shared} }`),
  subgraph("fellowship", `type Query { fellows: Post } type Post { id: ID! ${shared} }`),
];

describe("otherRouter", () => {
  it("accepts subgraphs that the second library composes as well", () => {
    expect(otherRouter(both("@shareable"))).toEqual([]);
  });

  it("reports what the second library objects to", () => {
    const [problem] = otherRouter(both(""));
    expect(problem?.message).toContain("@theguild/federation-composition: ");
  });
});
