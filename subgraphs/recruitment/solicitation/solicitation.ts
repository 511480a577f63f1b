import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { DateScalar, PartialDateScalar } from "../../kit/graphql/scalars";

/** A public call for external personnel; one a fiscal year. Published, or recorded by the ministry. */
@Entity("solicitation")
@ObjectType({ description: "A public call for external personnel; one a fiscal year." })
export class Solicitation extends RecordedFact {
  @PrimaryColumn("integer", { name: "fiscal_year" })
  fiscalYearNumber: number;

  @Column("text", { name: "agency_code" })
  agencyCode: string;

  @Column("date", { name: "opens_on" })
  @Field(() => DateScalar, { description: "First day on which applications are taken." })
  opensOn: string;

  @Column("date", { name: "closes_on" })
  @Field(() => DateScalar, {
    description: "Last day on which applications are taken, as announced.",
  })
  closesOn: string;

  @Column("date", { name: "closed_on", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Last day on which applications are taken where it closes earlier than announced; else null.",
  })
  closedOn: string | null;

  @Column("text", { name: "results_announced_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When its results were announced; null where not known.",
  })
  resultsAnnouncedOn: string | null;
}
