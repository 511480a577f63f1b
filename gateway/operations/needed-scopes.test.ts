import { closedToAll, neededScopes } from "./needed-scopes";

const policy = (...scopes: string[]) => ({ scopes, personal: false });

describe("what an operation needs", () => {
  it("is every scope it cannot do without, and of others any one", () => {
    const needs = new Map([
      ["A", policy("one", "two")],
      ["B", policy("two")],
      ["C", policy("four", "three")],
      ["D", policy("three", "four")],
    ]);
    expect(neededScopes(needs)).toBe("four or three, two");
    expect(neededScopes(new Map())).toBe("no scope");
  });

  it("is what nobody has where there is no policy or one without scopes", () => {
    const needs = new Map([
      ["A", undefined],
      ["B", policy()],
      ["C", policy("one")],
    ]);
    expect(closedToAll(needs)).toEqual(["A", "B"]);
  });
});
