import { NamedFact } from "../../catalog/facts/sourced-fact";
import { agency } from "../../catalog/record/fields";
import { key, partialDate, record } from "../../kit/record/fields";

/** What a ministry asks of external personnel. */
@record(
  "skill_standard",
  "A standard of the skills and experience external personnel should have, as a reference for municipalities that look for them.",
)
export class SkillStandard extends NamedFact {
  @key("Its code (ours).")
  code: string;

  @agency("Who formulated it.", { field: "formulatedBy" })
  agencyCode: string;

  @partialDate("When it was formulated.", { nullable: true })
  formulatedOn: string | null;
}
