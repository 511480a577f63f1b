import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { Evaluator } from "./evaluator";
import type { RegisterEvaluatorInput } from "./evaluator.inputs";
import { checkEvaluator } from "./evaluator.rules";

const aFreeNumber = "a number that no evaluator has";

/** Registers an external expert as evaluator. */
export const registerEvaluator: ChangeDefinition<
  RegisterEvaluatorInput,
  Evaluator,
  RecruitmentErrorCode
> = {
  name: "registerEvaluator",
  node: Evaluator,
  constraints: {
    evaluator_number_once: atTheSameMoment("NUMBER_TAKEN", aFreeNumber, "evaluatorNumber"),
  },
  work: async (change, input) => {
    change.refuse(checkEvaluator(input));
    change.settle();
    const evaluatorNumber = trimmed(input.evaluatorNumber);
    change.check(
      !(await isThere(change, Evaluator, { evaluatorNumber })),
      "NUMBER_TAKEN",
      `Expected ${aFreeNumber}, received ${evaluatorNumber}.`,
      ...["input", "evaluatorNumber"],
    );
    return change.insert(Evaluator, {
      evaluatorNumber,
      name: trimmed(input.name),
      affiliation: trimmed(input.affiliation),
    });
  },
};
