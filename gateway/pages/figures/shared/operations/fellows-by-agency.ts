import type { GraphFigure, Named } from "../graph/answers";
import { cellFields, figureFields } from "../graph/fragments";
import { operation } from "../graph/operation";

/** The fellows whom each agency has sent, as published; the count from records is in `computed` of each. */
export interface FellowsByAgencyAnswer {
  readonly fellowshipFigures: {
    readonly nodes: readonly (GraphFigure & { readonly agency: Named | null })[];
  };
}

/** Asks for {@link FellowsByAgencyAnswer}. */
export const fellowsByAgency = operation<FellowsByAgencyAnswer>(`
query FellowsByAgency($language: Language) {
  fellowshipFigures(
    first: 100
    filter: {
      measure: { eq: "fellows_cumulative" }
      fiscalYear: { isNull: true }
      dimension: { in: ["none", "sending_agency"] }
      source: { eq: "npa-mansfield" }
    }
  ) {
    nodes {
      ...FigureFields
      agency {
        code
        name(language: $language)
      }
    }
  }
}

${figureFields}

${cellFields}
`);
