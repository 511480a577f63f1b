import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";
import { ProjectState } from "./project-state";

/** A project of a work plan, led by one country. */
@Entity("project")
@ObjectType({ description: "A cooperation project of a work plan, led by one country." })
export class Project extends StoredRecord {
  @Column("text", { name: "work_plan_id" })
  workPlanId: string;

  @Column("text")
  @Field(() => String, { description: "Its title; no two of a work plan share one." })
  title: string;

  @Column("text", { name: "lead_country_code" })
  leadCountryCode: string;

  @Column("text", { name: "lead_agency_code", nullable: true })
  leadAgencyCode: string | null;

  @Column("text")
  @Field(() => ProjectState, { description: "How far it has come." })
  state: ProjectState;

  @Column("date", { name: "state_since" })
  @Field(() => DateScalar, { description: "Since when it is in this state." })
  stateSince: string;

  @Column("date", { name: "proposed_on" })
  @Field(() => DateScalar, { description: "When it was proposed." })
  proposedOn: string;

  @Column("date", { name: "from_date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "The first day planned." })
  from: string | null;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day after the time planned for it; null where open.",
  })
  to: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note: string | null;
}
