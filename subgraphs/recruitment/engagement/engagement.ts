import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { DateScalar } from "../../kit/graphql/scalars";
import { DatedRecord } from "../record/dated-record";

/** A registered person's work for a municipality in one role. */
@Entity("engagement")
@ObjectType({ description: "A registered person's work for a municipality in one role." })
export class Engagement extends DatedRecord {
  @Column("text", { name: "registration_id" })
  registrationId: string;

  @Column("text", { name: "applicant_id" })
  applicantId: string;

  @Column("text", { name: "municipality_code" })
  municipalityCode: string;

  @Column("text")
  @Field(() => String, { description: "The role, in the municipality's words, as CIO補佐官." })
  role: string;

  @Column("integer", { name: "days_per_month" })
  @Field(() => Int, { description: "Days of work agreed, a month; 1–31." })
  daysPerMonth: number;

  @Column("date", { name: "agreed_to_date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day after the term agreed at the start; null where none was. `to` is earlier where it ended earlier.",
  })
  agreedTo: string | null;

  @Column("text", { name: "end_reason", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was ended; null where it was not, be its term over.",
  })
  endReason: string | null;

  @Column("date", { name: "cancelled_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day it was called off, before its first day; null where it was not. It holds on no day then.",
  })
  cancelledOn: string | null;

  @Column("text", { name: "cancellation_reason", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Why it was called off; null where it was not.",
  })
  cancellationReason: string | null;
}
