import type { AnswerFormat } from "./answer-format";

/** One line of JSON. */
export const json: AnswerFormat = {
  name: "json",
  write: (answer) => `${JSON.stringify(answer)}\n`,
};
