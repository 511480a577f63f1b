import { listed } from "./listed";

const names = (count: number) => Array.from({ length: count }, (_none, index) => `N${index + 1}`);

describe("what a message lists", () => {
  it("is all of a few", () => {
    expect(listed(names(2))).toBe("N1, N2");
    expect(listed(names(30))).toMatch(/N29, N30$/);
  });

  it("is some of many, and how many more there are", () => {
    expect(listed(names(32))).toMatch(/^N1, .*N29, N30 and 2 more$/);
  });
});
