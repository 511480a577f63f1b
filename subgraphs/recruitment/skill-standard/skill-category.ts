import { NamedFact } from "../../catalog/facts/sourced-fact";
import { translatedText } from "../../catalog/text/translated-text";
import { code, hidden, record, whole } from "../../kit/record/fields";
import { SkillCategoryCode, StandardMembership } from "./skill-category-code";

/** A type of external personnel, with the skills and experience the standard asks of it. */
@record("skill_category", "A type of external personnel in the skill standard.")
export class SkillCategory extends NamedFact {
  @code(SkillCategoryCode, "Its code.", { primary: true })
  code: SkillCategoryCode;

  @hidden("integer")
  position: number;

  @hidden("text")
  standardCode: string;

  @translatedText("What such a person does.", { column: "role_en", nullable: true })
  role: string | null;

  @code(StandardMembership, "Whether the adopted standard is known to have it.")
  inStandard: StandardMembership;

  @whole(
    "The fiscal year of the first solicitation that asked for it; null where no source names one.",
    { nullable: true },
  )
  solicitedFrom: number | null;
}
