import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { SkillCategoryCode, StandardMembership } from "./skill-category-code";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** A type of external personnel, with the skills and experience the standard asks of it. */
@Entity("skill_category")
@ObjectType({ description: "A type of external personnel in the skill standard." })
export class SkillCategory extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => SkillCategoryCode, { description: "Its code." })
  code: SkillCategoryCode;

  @Column("integer")
  position: number;

  @Column("text", { name: "standard_code" })
  standardCode: string;

  @Column("text", { name: "role_en", nullable: true })
  @Field(() => String, { nullable: true, description: "What such a person does, in English." })
  role: string | null;

  @Column("text", { name: "in_standard" })
  @Field(() => StandardMembership, {
    description: "Whether the adopted standard is known to have it.",
  })
  inStandard: StandardMembership;

  @Column("integer", { name: "solicited_from", nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      "The fiscal year of the first solicitation that asked for it; null where no source tells of one.",
  })
  solicitedFrom: number | null;
}
