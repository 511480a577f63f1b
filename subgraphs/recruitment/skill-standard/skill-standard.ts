import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** What a ministry asks of external personnel. */
@Entity("skill_standard")
@ObjectType({
  description:
    "A standard of the skills and experience external personnel should have, as a reference for municipalities that look for them.",
})
export class SkillStandard extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Its code (ours)." })
  code: string;

  @Column("text", { name: "agency_code" })
  agencyCode: string;

  @Column("text", { name: "formulated_on", nullable: true })
  @Field(() => PartialDateScalar, { nullable: true, description: "When it was formulated." })
  formulatedOn: string | null;
}
