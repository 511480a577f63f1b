import { text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf } from "../record/recruitment-changes";
import { Evaluator } from "./evaluator";
import { evaluatorRules } from "./evaluator.rules";

const aFreeNumber = "a number that no evaluator has";

/** What the constraints on evaluators mean to a caller; the rules themselves are checked before. */
export const evaluatorConstraints = {
  evaluator_number_once: atTheSameMoment("NUMBER_TAKEN", aFreeNumber, "evaluatorNumber"),
};

/** What the ministry records of evaluators. */
export const evaluatorChanges = changesOf(Evaluator, {
  registerEvaluator: adding({
    description: "Registers an external expert, who can then judge applications.",
    about: "An external expert to register as evaluator. Texts have 1–200 characters.",
    given: "The expert.",
    input: {
      evaluatorNumber: text("The number the ministry gives; no other one has it."),
      name: text("The name."),
      affiliation: text("The organization the evaluator belongs to."),
    },
    constraints: evaluatorConstraints,
    work: async (change, input) => {
      change.require(evaluatorRules(input));
      change.settle();
      const evaluatorNumber = trimmed(input.evaluatorNumber);
      change.require({
        holds: !(await change.isThere(Evaluator, { evaluatorNumber })),
        code: "NUMBER_TAKEN",
        message: `Expected ${aFreeNumber}, received ${evaluatorNumber}.`,
        at: "evaluatorNumber",
      });
      return change.insert(Evaluator, {
        evaluatorNumber,
        name: trimmed(input.name),
        affiliation: trimmed(input.affiliation),
      });
    },
  }),
});
