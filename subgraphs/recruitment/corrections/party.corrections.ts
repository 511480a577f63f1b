import { optional, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Applicant } from "../applicant/applicant";
import { applicantConstraints } from "../applicant/applicant.changes";
import { applicantRules } from "../applicant/applicant.rules";
import { Application } from "../application/application";
import { Evaluation } from "../evaluation/evaluation";
import { Evaluator } from "../evaluator/evaluator";
import { evaluatorConstraints } from "../evaluator/evaluator.changes";
import { evaluatorRules } from "../evaluator/evaluator.rules";
import { changesOf, correcting } from "../record/recruitment-changes";
import { corrected, inTheWay } from "./correction.rules";

/** Puts right what was recorded wrongly of applicants. */
export const applicantCorrections = changesOf(Applicant, {
  correctApplicant: correcting({
    description: "Puts right the number or the names of an applicant that were recorded wrongly.",
    about: "What was recorded wrongly of an applicant, and how it is. What is absent stays.",
    given: "What was wrong, and how it is.",
    input: {
      applicantNumber: optional(text("The number the ministry gives; no other person has it.")),
      name: optional(text("The name as the person writes it.")),
      nameKana: optional(text("How the name is read, in kana.")),
      nameEn: optional(text("The name in Latin letters; null removes it.")),
    },
    constraints: applicantConstraints,
    work: async (change, input) => {
      const applicant = await change.lock(Applicant, input);
      const values = {
        applicantNumber: trimmedUnlessBlank(input.applicantNumber) ?? applicant.applicantNumber,
        name: trimmedUnlessBlank(input.name) ?? applicant.name,
        nameKana: trimmedUnlessBlank(input.nameKana) ?? applicant.nameKana,
        nameEn: trimmedUnlessBlank(corrected(input.nameEn, applicant.nameEn)),
      };
      const { applicantNumber } = values;
      change.require(applicantRules(values));
      change.settle();
      change.require({
        holds:
          applicantNumber === applicant.applicantNumber ||
          !(await change.isThere(Applicant, { applicantNumber })),
        code: "NUMBER_TAKEN",
        message: `Expected a number that no other applicant has, received ${applicantNumber}.`,
        at: "applicantNumber",
      });
      return change.update(Applicant, applicant, values);
    },
  }),

  takeBackApplicant: correcting({
    description:
      "Takes back an applicant who should never have been registered. It answers with what was on record, which stays in the history and in the changes.",
    about: "An applicant who should never have been registered.",
    given: "Who.",
    input: {},
    work: async (change, input) => {
      const applicant = await change.lock(Applicant, input);
      const [application] = await change.findAll(Application, { applicantId: applicant.id });
      if (application) {
        const found = `found one to that of ${application.fiscalYear}, received on ${application.receivedOn}`;
        change.require([
          inTheWay(`Expected a person who has applied to no solicitation, ${found}.`, "id"),
        ]);
      }
      await change.remove(Applicant, applicant);
      return applicant;
    },
  }),
});

/** Puts right what was recorded wrongly of evaluators. */
export const evaluatorCorrections = changesOf(Evaluator, {
  correctEvaluator: correcting({
    description: "Puts right the number, name or affiliation of an evaluator.",
    about: "What was recorded wrongly of an evaluator, and how it is. What is absent stays.",
    given: "What was wrong, and how it is.",
    input: {
      evaluatorNumber: optional(text("The number the ministry gives; no other one has it.")),
      name: optional(text("The name.")),
      affiliation: optional(text("The organization the evaluator belongs to.")),
    },
    constraints: evaluatorConstraints,
    work: async (change, input) => {
      const evaluator = await change.lock(Evaluator, input);
      const values = {
        evaluatorNumber: trimmedUnlessBlank(input.evaluatorNumber) ?? evaluator.evaluatorNumber,
        name: trimmedUnlessBlank(input.name) ?? evaluator.name,
        affiliation: trimmedUnlessBlank(input.affiliation) ?? evaluator.affiliation,
      };
      const { evaluatorNumber } = values;
      change.require(evaluatorRules(values));
      change.settle();
      change.require({
        holds:
          evaluatorNumber === evaluator.evaluatorNumber ||
          !(await change.isThere(Evaluator, { evaluatorNumber })),
        code: "NUMBER_TAKEN",
        message: `Expected a number that no other evaluator has, received ${evaluatorNumber}.`,
        at: "evaluatorNumber",
      });
      return change.update(Evaluator, evaluator, values);
    },
  }),

  takeBackEvaluator: correcting({
    description:
      "Takes back an evaluator who should never have been registered. It answers with what was on record, which stays in the history and in the changes.",
    about: "An evaluator who should never have been registered.",
    given: "Who.",
    input: {},
    work: async (change, input) => {
      const evaluator = await change.lock(Evaluator, input);
      const [evaluation] = await change.findAll(Evaluation, { evaluatorId: evaluator.id });
      if (evaluation) {
        const found = `found an evaluation as ${evaluation.categoryCode} of ${evaluation.evaluatedOn}`;
        change.require([inTheWay(`Expected an evaluator who has judged nobody, ${found}.`, "id")]);
      }
      await change.remove(Evaluator, evaluator);
      return evaluator;
    },
  }),
});
