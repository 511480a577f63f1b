import { DatedRecord } from "../../kit/record/dated-record";
import { record, reference, text } from "../../kit/record/fields";
import { Applicant } from "../applicant/applicant";
import { Application } from "../application/application";
import { SkillCategory } from "../skill-standard/skill-category";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A person's place on the external personnel list in one category. A person can have several at a time. */
@record(
  "registration",
  "A person's place on the external personnel list in one category. A person can have several at a time: count persons by externalPersonnelList, places by registrations.",
)
export class Registration extends DatedRecord {
  @reference(() => Applicant, "The person.")
  applicantId: string;

  @reference(() => Application, "The application that led to it.")
  applicationId: string;

  @reference(() => SkillCategory, "The category.", {
    filter: "By category.",
    codeList: SkillCategoryCode,
  })
  categoryCode: SkillCategoryCode;

  @text("Why it was removed from the list; null where it was not.", { nullable: true })
  removalReason: string | null;
}
