import { optional, text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf } from "../record/recruitment-changes";
import { Applicant } from "./applicant";
import { applicantRules } from "./applicant.rules";

const aFreeNumber = "a number that no applicant has";

/** What the constraints on applicants mean to a caller; the rules themselves are checked before. */
export const applicantConstraints = {
  applicant_number_once: atTheSameMoment("NUMBER_TAKEN", aFreeNumber, "applicantNumber"),
};

/** What the ministry records of applicants. */
export const applicantChanges = changesOf(Applicant, {
  registerApplicant: adding({
    description: "Registers a person, who can then apply to one solicitation or more.",
    about: "A person to register as applicant. Texts have 1–200 characters.",
    given: "The person.",
    input: {
      applicantNumber: text("The number the ministry gives; no other person has it."),
      name: text("The name as the person writes it."),
      nameKana: text("How the name is read, in kana."),
      nameEn: optional(text("The name in Latin letters.")),
    },
    constraints: applicantConstraints,
    work: async (change, input) => {
      change.require(applicantRules(input));
      change.settle();
      const applicantNumber = trimmed(input.applicantNumber);
      change.require({
        holds: !(await change.isThere(Applicant, { applicantNumber })),
        code: "NUMBER_TAKEN",
        message: `Expected ${aFreeNumber}, received ${applicantNumber}.`,
        at: "applicantNumber",
      });
      return change.insert(Applicant, {
        applicantNumber,
        name: trimmed(input.name),
        nameKana: trimmed(input.nameKana),
        nameEn: trimmed(input.nameEn),
      });
    },
  }),
});
