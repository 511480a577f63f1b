import { canRepresent } from "./can-represent";

const keys = new Map([["Country", [new Set(["code"]), new Set(["a", "b"])]]]);

describe("a reference made for another subgraph", () => {
  it("is understood where it holds every field of a key", () => {
    expect(
      canRepresent([JSON.stringify({ __typename: "Country", code: "JP", area: 1 })], keys),
    ).toBe(true);
    expect(canRepresent([JSON.stringify({ __typename: "Country", a: 1, b: 2 })], keys)).toBe(true);
  });

  it("is not understood without one, or where the type is not known", () => {
    expect(canRepresent([JSON.stringify({ __typename: "Country", a: 1 })], keys)).toBe(false);
    expect(canRepresent([JSON.stringify({ __typename: "Agency", code: "JP" })], keys)).toBe(false);
  });

  it("needs no understanding where there is none", () => {
    expect(canRepresent(undefined, keys)).toBe(true);
  });
});
