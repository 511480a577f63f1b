import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** What a network has agreed to work on for a time. */
@Entity("work_plan")
@ObjectType({ description: "What a network has agreed to work on for a time." })
export class WorkPlan extends StoredRecord {
  @Column("text", { name: "network_code" })
  networkCode: string;

  @Column("text")
  @Field(() => String, { description: "Its title; no two of a network share one." })
  title: string;

  @Column("date", { name: "from_date" })
  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Column("date", { name: "to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null where open.",
  })
  to: string | null;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note: string | null;
}
