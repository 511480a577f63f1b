import { fewErrors } from "./few-errors";

const errors = (count: number, code: string) =>
  Array.from({ length: count }, (_unused, index) => ({
    message: "Wrong.",
    path: ["list", index],
    extensions: { code },
  }));

describe("the errors that come with an answer", () => {
  it("are all told where they are few", () => {
    expect(fewErrors(errors(100, "A"))).toEqual(errors(100, "A"));
  });

  it("are the first of many with their paths, and how many more there are", () => {
    const all = [...errors(99, "A"), ...errors(3, "B"), ...errors(25_000, "A")];
    const told = fewErrors(all);
    expect(told.slice(0, 100)).toEqual(all.slice(0, 100));
    expect(told.slice(100)).toEqual([
      {
        message: "Left out are 25002 more errors: 2 of B, 25000 of A.",
        extensions: { code: "B" },
      },
    ]);
  });
});
