import { brokenRules, type RecruitmentRefusal } from "../record/broken-rules";
import { nameRule, numberRule } from "../record/text.rules";

/** What an applicant is registered with. */
export interface ApplicantValues {
  readonly applicantNumber: string;
  readonly name: string;
  readonly nameKana: string;
  readonly nameEn?: string | null | undefined;
}

/** An applicant has a number, a name and its reading. */
export function checkApplicant(values: ApplicantValues): RecruitmentRefusal[] {
  const { applicantNumber, name, nameKana, nameEn } = values;
  return brokenRules(
    numberRule(applicantNumber, "applicantNumber"),
    nameRule(name, "name"),
    nameRule(nameKana, "nameKana"),
    nameEn == null ? [] : nameRule(nameEn, "nameEn"),
  );
}
