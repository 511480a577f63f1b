import { GraphQLError } from "graphql";
import { unreported } from "./unreported";

const at = (...path: (string | number)[]) => new GraphQLError("wrong", { path });

describe("what does not fit", () => {
  it.each([
    ["at its place", at("one", 0)],
    ["above it", at("one")],
    ["below it", at("one", 0, "id")],
  ])("is explained by an error %s", (_where, other) => {
    expect(unreported([at("one", 0)], [other])).toEqual([]);
  });

  it.each([
    ["elsewhere", at("one", 1)],
    ["without a place", new GraphQLError("wrong")],
  ])("is an error of its own beside one %s", (_where, other) => {
    const found = at("one", 0);
    expect(unreported([found], [other])).toEqual([found]);
  });
});
