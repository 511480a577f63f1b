import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DateScalar, PartialDateScalar } from "../../kit/graphql/scalars";
import { SourcedFact } from "../../catalog/facts/sourced-fact";

/** A public call for external personnel; one a fiscal year. */
@Entity("solicitation")
@ObjectType({ description: "A public call for external personnel; one a fiscal year." })
export class Solicitation extends SourcedFact {
  @PrimaryColumn("integer", { name: "fiscal_year" })
  fiscalYearNumber: number;

  @Column("text", { name: "agency_code" })
  agencyCode: string;

  @Column("date", { name: "opens_on" })
  @Field(() => DateScalar, { description: "First day on which applications are taken." })
  opensOn: string;

  @Column("date", { name: "closes_on" })
  @Field(() => DateScalar, { description: "Last day on which applications are taken." })
  closesOn: string;

  @Column("text", { name: "results_announced_on", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When its results were announced; null where not known.",
  })
  resultsAnnouncedOn: string | null;
}
