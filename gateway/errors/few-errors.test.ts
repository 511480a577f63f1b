import { fewErrors } from "./few-errors";

const errors = (count: number, code: string) =>
  Array.from({ length: count }, (_unused, index) => ({
    message: "Wrong.",
    path: ["list", index],
    extensions: { code },
  }));

describe("the errors that come with an answer", () => {
  it("are all there where they are few", () => {
    expect(fewErrors(errors(100, "A"))).toEqual(errors(100, "A"));
  });

  it("are the first of many with their paths, and how many more there are of each code", () => {
    const all = [...errors(99, "A"), ...errors(3, "B"), ...errors(25_000, "A")];
    const few = fewErrors(all);
    expect(few.slice(0, 100)).toEqual(all.slice(0, 100));
    expect(few.slice(100)).toEqual([
      { message: "Left out: 2 more of these errors.", extensions: { code: "B" } },
      { message: "Left out: 25000 more of these errors.", extensions: { code: "A" } },
    ]);
  });
});
