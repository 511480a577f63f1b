import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { connectionType } from "../../kit/connection/connection-type";
import { List } from "../../kit/connection/list";
import { PageArguments } from "../../kit/connection/page";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { addCombinations } from "../../kit/filter/combinations";
import { type EnumFilter, IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import {
  type Confidence,
  ConfidenceFilter,
  type FigureKind,
  FigureKindFilter,
  units,
} from "./figure-codes";
import { PublishedFigure } from "./published-figure";
import { sourceIds } from "../source/source-ids";

/** A page of published figures. */
export const PublishedFigureConnection = connectionType(PublishedFigure, "PublishedFigure", {
  shareable: true,
});

/** Which figures to list. */
@InputType({ description: "Which figures to list. All conditions that are given must hold." })
export class PublishedFigureFilter {
  @Field(() => StringFilter, { nullable: true, description: "By id." })
  id?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By measure." })
  measure?: StringFilter;
  @Field(() => FigureKindFilter, { nullable: true, description: "By kind." })
  kind?: EnumFilter<FigureKind>;
  @Field(() => IntFilter, { nullable: true, description: "By fiscal year." })
  fiscalYear?: IntFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: 'By what it is split by; "none" finds totals.',
  })
  dimension?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By part of the split." })
  dimensionValue?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By value." })
  value?: IntFilter;
  @Field(() => StringFilter, { nullable: true, description: "By unit." })
  unit?: StringFilter;
  @Field(() => StringFilter, { nullable: true, description: "By source id." })
  source?: StringFilter;
  @Field(() => IntFilter, { nullable: true, description: "By revision." })
  revision?: IntFilter;
  @Field(() => ConfidenceFilter, { nullable: true, description: "By confidence." })
  confidence?: EnumFilter<Confidence>;
}

addCombinations(PublishedFigureFilter);

/** What figures can be ordered by. */
export enum PublishedFigureOrderField {
  POSITION = "POSITION",
  FISCAL_YEAR = "FISCAL_YEAR",
  MEASURE = "MEASURE",
  VALUE = "VALUE",
}

registerEnumType(PublishedFigureOrderField, {
  name: "PublishedFigureOrderField",
  description: "What figures can be ordered by. What is unknown counts as largest.",
  valuesConfig: {
    POSITION: {
      description: "The order of the reference; parts of a split are in the order of the source.",
    },
    FISCAL_YEAR: { description: "By fiscal year." },
    MEASURE: { description: "By measure." },
    VALUE: { description: "By value." },
  },
});

/** One term of an ordering of figures. */
@InputType({ description: "One term of an ordering of figures." })
export class PublishedFigureOrder implements OrderTerm<PublishedFigureOrderField> {
  @Field(() => PublishedFigureOrderField, { description: "What to order by." })
  by: PublishedFigureOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of a list of figures. */
@ArgsType()
export class PublishedFigureArguments extends PageArguments {
  @Field(() => PublishedFigureFilter, { nullable: true, description: "Default: all." })
  filter?: PublishedFigureFilter | null;
  @Field(() => [PublishedFigureOrder], {
    nullable: true,
    description: "Default: the order of the reference.",
  })
  orderBy?: PublishedFigureOrder[] | null;
}

const unitCodes: ReadonlySet<string> = new Set(units);
const measureCodes = { sql: "SELECT code FROM published_measure ORDER BY code" };
const dimensionCodes = {
  sql: "SELECT 'none' AS code UNION SELECT dimension FROM published_figure ORDER BY code",
};
const dimensionValueCodes = {
  sql: "SELECT DISTINCT dimension_value AS code FROM published_figure WHERE dimension_value IS NOT NULL ORDER BY code",
};

/** The published figures of a subgraph. */
export const publishedFigures = new List({
  name: "PublishedFigure",
  entity: PublishedFigure,
  filters: {
    id: { sql: "t.id", type: "text" },
    measure: { sql: "t.measure", type: "text", codes: measureCodes },
    kind: { sql: "t.kind", type: "text" },
    fiscalYear: { sql: "t.fiscal_year", type: "integer" },
    dimension: { sql: "t.dimension", type: "text", codes: dimensionCodes },
    dimensionValue: { sql: "t.dimension_value", type: "text", codes: dimensionValueCodes },
    value: { sql: "t.value", type: "integer" },
    unit: { sql: "t.unit", type: "text", codes: unitCodes },
    source: { sql: "t.source_id", type: "text", codes: sourceIds },
    revision: { sql: "t.revision", type: "integer" },
    confidence: { sql: "t.confidence", type: "text" },
  },
  orderings: {
    POSITION: { sql: "t.position", type: "integer" },
    FISCAL_YEAR: { sql: "coalesce(t.fiscal_year, 2147483647)", type: "integer" },
    MEASURE: { sql: "t.measure", type: "text" },
    VALUE: { sql: "coalesce(t.value, 2147483647)", type: "integer" },
  },
  defaultOrder: [{ by: "POSITION", direction: OrderDirection.ASC }],
  unique: { sql: "t.id", type: "text" },
});

/** The figures of each fiscal year. */
export const figuresByFiscalYear = publishedFigures.ofParent({
  name: "byFiscalYear",
  keyType: "integer",
  condition: (key) => `t.fiscal_year = ${key}`,
});

/** The figures split by agency, of each agency. */
export const figuresByAgencyCode = publishedFigures.ofParent({
  name: "byAgencyCode",
  keyType: "text",
  condition: (key) => `t.agency_code = ${key}`,
});

/** The figures split by country, of each country. */
export const figuresByCountryCode = publishedFigures.ofParent({
  name: "byCountryCode",
  keyType: "text",
  condition: (key) => `t.country_code = ${key}`,
});
