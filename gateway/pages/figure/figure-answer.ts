import type { Agreement, Confidence, StatisticCell } from "../figures/shared/graph/answers";

/** A text in English, and in Japanese under an alias of its own: the public has few aliases. */
type InBoth<Name extends string, Value> = {
  readonly [Key in Name | `${Name}Ja`]: Value;
};

/** A document, as the query of a figure asks for it. */
export type AnsweredSource = InBoth<"publisher", string> & {
  readonly id: string;
  readonly title: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
};

/** The same figure in another publication. */
export interface AnsweredRevision {
  readonly id: string;
  readonly value: number | null;
  readonly revision: number;
  readonly source: AnsweredSource;
}

/** A published figure, as {@link figureQuery} asks for it: texts in both languages. */
export type AnsweredFigure = AnsweredRevision &
  InBoth<"unitName", string> &
  InBoth<
    "locator" | "note" | "dimensionName" | "partName" | "notComputableReason",
    string | null
  > & {
    readonly confidence: Confidence;
    readonly kind: "STOCK" | "FLOW" | "CUMULATIVE";
    readonly asOf: string | null;
    readonly periodStart: string | null;
    readonly periodEnd: string | null;
    readonly dimension: string;
    readonly dimensionValue: string | null;
    readonly dimensionLabel: string | null;
    readonly agreement: Agreement;
    readonly difference: number | null;
    readonly computed: StatisticCell | null;
    readonly fiscalYear: (InBoth<"name", string> & { readonly year: number }) | null;
    readonly publishedMeasure: InBoth<"name" | "definition", string> & { readonly code: string };
    readonly otherRevisions: readonly AnsweredRevision[];
  };

const both = (...names: readonly string[]) =>
  names.map((name) => `${name}(language: EN) ${name}Ja: ${name}(language: JA)`).join("\n      ");

const source = `source {
        id
        title
        publishedOn
        url
        ${both("publisher")}
      }`;

/** Asks for all that is shown of one figure. */
export const figureQuery = `query PublishedFigure($id: ID!) {
  publishedFigure(id: $id) {
    figure {
      id
      value
      revision
      confidence
      kind
      asOf
      periodStart
      periodEnd
      dimension
      dimensionValue
      dimensionLabel
      agreement
      difference
      ${both("unitName", "locator", "note", "dimensionName", "partName", "notComputableReason")}
      computed {
        value
        lower
        upper
        suppressed
        reason
      }
      fiscalYear {
        year
        ${both("name")}
      }
      publishedMeasure {
        code
        ${both("name", "definition")}
      }
      ${source}
      otherRevisions {
        id
        value
        revision
        ${source}
      }
    }
  }
}`;
