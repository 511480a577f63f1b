import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { Confidence, FigureKind } from "./figure-codes";
import { translatedText } from "../text/translated-text";
import { SourcedFact } from "../facts/sourced-fact";

/** A figure somebody published: a fact with its source, never computed from records. */
@Entity("published_figure")
@Directive("@shareable")
@ObjectType({
  description:
    "A figure as it was published, with its source and revision. Two sources that differ are two revisions, both kept. Never computed from records.",
})
export class PublishedFigure extends SourcedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "Stable name of the figure, as dsp-2013-stock." })
  id: string;

  @Column("integer")
  position: number;

  @Column("text")
  @Field(() => String, { description: "What is counted; the area's measures say how." })
  measure: string;

  @Column("text")
  @Field(() => FigureKind, { description: "The time that it is about." })
  kind: FigureKind;

  @Column("text", { name: "as_of", nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The day of a stock or the last day of a cumulative figure, as precise as the source.",
  })
  asOf: string | null;

  @Column("text", { name: "period_start", nullable: true })
  @Field(() => PartialDateScalar, { nullable: true, description: "First day of a flow's period." })
  periodStart: string | null;

  @Column("text", { name: "period_end", nullable: true })
  @Field(() => PartialDateScalar, { nullable: true, description: "Last day of a flow's period." })
  periodEnd: string | null;

  @Column("integer", { name: "fiscal_year", nullable: true })
  fiscalYearNumber: number | null;

  @Column("text")
  @Field(() => String, { description: "What the figure is split by; none for a total." })
  dimension: string;

  @Column("text", { name: "dimension_value", nullable: true })
  @Field(() => String, { nullable: true, description: "Which part of the split it is: a code." })
  dimensionValue: string | null;

  @Column("text", { name: "dimension_label", nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "The part's label in the source's own words.",
  })
  dimensionLabel: string | null;

  @Column("integer", { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: "The figure, in `unit`; null where it is not known.",
  })
  value: number | null;

  @Column("text")
  @Field(() => String, {
    description: "What is counted: persons, cases, agencies, countries, courses or projects.",
  })
  unit: string;

  @translatedText("The place in the source.", { nullable: true })
  locator: string | null;

  @Column("integer")
  @Field(() => Int, {
    description: "1 for the first publication; 2 and higher if another source gives another value.",
  })
  revision: number;

  @Column("text")
  @Field(() => Confidence, { description: "How reliable it is." })
  confidence: Confidence;

  @Column("text", { name: "country_code", nullable: true })
  countryCode: string | null;

  @Column("text", { name: "agency_code", nullable: true })
  agencyCode: string | null;
}
