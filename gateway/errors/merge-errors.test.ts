import { mergeErrors } from "./merge-errors";

const at = (line: number) => ({ line, column: 1 });
const error = (message: string, line: number, code = "GRAPHQL_VALIDATION_FAILED") => ({
  ...{ message, path: [`f${line}`], locations: [at(line)], extensions: { code } },
});

describe("errors of one kind", () => {
  it("are reported once, with all places, where the first is", () => {
    expect(mergeErrors([error("a", 1), error("b", 2), error("a", 3), error("a", 3)])).toEqual([
      { ...error("a", 1), locations: [at(1), at(3)] },
      error("b", 2),
    ]);
  });

  it("have another code or another message where they are of another", () => {
    const errors = [error("a", 1), error("a", 2, "INVALID_DATE"), { message: "c" }];
    expect(mergeErrors(errors)).toEqual(errors);
  });

  it("are a few of many", () => {
    expect(mergeErrors(Array.from({ length: 50 }, (_unused, n) => error(`${n}`, n)))).toHaveLength(
      8,
    );
  });

  it("name a few of many places", () => {
    const [told] = mergeErrors(Array.from({ length: 50 }, (_unused, line) => error("a", line)));
    expect(told?.locations).toHaveLength(10);
  });
});
