/** Whether the count from records agrees with the published figure. */
export type Agreement = "AGREES" | "DIFFERS" | "NOT_COMPUTABLE" | "VALUE_UNKNOWN" | "WITHHELD";

/** How far a figure can be trusted. */
export type Confidence = "HIGH" | "MEDIUM" | "LOW";

/** What the graph calls by a code and a name. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A fiscal year of the graph. */
export interface GraphYear {
  readonly year: number;
  readonly name: string;
}

/** One number counted from records. */
export interface StatisticCell {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly suppressed: boolean;
  readonly reason: string | null;
}

/** A document that facts were taken from. */
export interface GraphSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
}

/** A figure as it was published. */
export interface GraphFigure {
  readonly id: string;
  readonly measure: string;
  readonly value: number | null;
  readonly unit: string;
  readonly revision: number;
  readonly confidence: Confidence;
  readonly fiscalYear: GraphYear | null;
  readonly dimension: string;
  readonly dimensionValue: string | null;
  readonly dimensionLabel: string | null;
  readonly agreement: Agreement;
  readonly difference: number | null;
  readonly computed: StatisticCell | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly source: GraphSource;
}

/** What is said about statistics beside their numbers. */
export interface StatisticsAbout {
  readonly unit: string;
  readonly definition: string;
  readonly covers: { readonly from: string; readonly to: string } | null;
  readonly disclosure: {
    readonly applied: boolean;
    readonly threshold: number | null;
    readonly width: number | null;
    readonly withheld: boolean;
  };
  readonly release: { readonly vintage: number; readonly releasedAt: string } | null;
}

/** The total of a fiscal year. */
export interface GraphTotal {
  readonly fiscalYear: GraphYear | null;
  readonly count: StatisticCell;
}
