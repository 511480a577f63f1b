import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { Applicant } from "./applicant";
import type { RegisterApplicantInput } from "./applicant.inputs";
import { checkApplicant } from "./applicant.rules";

const aFreeNumber = "a number that no applicant has";

/** Registers a person, who can then apply. */
export const registerApplicant: ChangeDefinition<
  RegisterApplicantInput,
  Applicant,
  RecruitmentErrorCode
> = {
  name: "registerApplicant",
  node: Applicant,
  constraints: {
    applicant_number_once: atTheSameMoment("NUMBER_TAKEN", aFreeNumber, "applicantNumber"),
  },
  work: async (change, input) => {
    change.refuse(checkApplicant(input));
    change.settle();
    const applicantNumber = trimmed(input.applicantNumber);
    change.check(
      !(await isThere(change, Applicant, { applicantNumber })),
      "NUMBER_TAKEN",
      `Expected ${aFreeNumber}, received ${applicantNumber}.`,
      ...["input", "applicantNumber"],
    );
    return change.insert(Applicant, {
      applicantNumber,
      name: trimmed(input.name),
      nameKana: trimmed(input.nameKana),
      nameEn: trimmed(input.nameEn),
    });
  },
};
