import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DatedRecord } from "../record/dated-record";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A person's place on the external personnel list in one category. A person may have several at a time. */
@Entity("registration")
@ObjectType({
  description:
    "A person's place on the external personnel list in one category. A person may have several at a time: count persons by externalPersonnelList, places by registrations.",
})
export class Registration extends DatedRecord {
  @Column("text", { name: "applicant_id" })
  applicantId: string;

  @Column("text", { name: "application_id" })
  applicationId: string;

  @Column("text", { name: "category_code" })
  categoryCode: SkillCategoryCode;

  @Column("text", { name: "removal_reason", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was removed from the list; null where it was not.",
  })
  removalReason: string | null;
}
