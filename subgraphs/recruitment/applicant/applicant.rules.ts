import type { Rules } from "../../kit/rules/rule";
import { nameRule, numberRule, optionalNameRule } from "../../kit/rules/text.rules";

/** What an applicant is registered with. */
export interface ApplicantValues {
  readonly applicantNumber: string;
  readonly name: string;
  readonly nameKana: string;
  readonly nameEn?: string | null | undefined;
}

/** An applicant has a number, a name and its reading. */
export function applicantRules(values: ApplicantValues): Rules<"INVALID_CODE" | "INVALID_TEXT"> {
  const { applicantNumber, name, nameKana, nameEn } = values;
  return [
    numberRule(applicantNumber, "applicantNumber"),
    nameRule(name, "name"),
    nameRule(nameKana, "nameKana"),
    optionalNameRule(nameEn, "nameEn"),
  ];
}
