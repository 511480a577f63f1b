import { GraphQLError } from "graphql";
import { restoreAnswer } from "./restore-answer";

const originals = new Map<string, string | undefined>([
  ["code_", "code"],
  ["name_", "code"],
]);

describe("an answer with other response names than its caller's", () => {
  it("has the caller's in its data and in the paths of errors", () => {
    const { data, errors } = restoreAnswer(
      { data: { code_: 1 }, errors: [new GraphQLError("No.", { path: ["a", 0, "code_"] })] },
      originals,
    );
    expect(data).toEqual({ code: 1 });
    expect(errors?.[0]?.path).toEqual(["a", 0, "code"]);
  });

  it("leaves what a message repeats of the caller's own text as it is", () => {
    const message = 'Expected one of "A", received "Country.code_" and a.name_.';
    const { errors } = restoreAnswer({ errors: [new GraphQLError(message)] }, originals);
    expect(errors?.[0]?.message).toBe(message);
  });

  it.each([
    ["Cannot return null for non-nullable field Country.code_.", "field Country.code."],
    ["Invalid value found for field Country.code_.", "field Country.code."],
  ])("names the caller's field where data do not fit: %s", (message, told) => {
    const { extensions } = restoreAnswer(
      { data: {}, extensions: { valueCompletion: [new GraphQLError(message)] } },
      originals,
    );
    const [problem] = (extensions?.["valueCompletion"] ?? []) as GraphQLError[];
    expect(problem?.message).toContain(told);
  });
});
