import type { GraphYear } from "../graph/answers";
import { operation } from "../graph/operation";

/** The fiscal years of which something is known of dispatches. */
export interface DispatchYearsAnswer {
  readonly dispatchFigures: {
    readonly nodes: readonly {
      readonly dimension: string;
      readonly fiscalYear: GraphYear | null;
    }[];
  };
  readonly dispatchStatistics: {
    readonly covers: { readonly from: string; readonly to: string } | null;
  };
}

/** Asks for {@link DispatchYearsAnswer}. */
export const dispatchYears = operation<DispatchYearsAnswer>(`
query DispatchYears($language: Language) {
  dispatchFigures(first: 500, filter: { measure: { eq: "dispatch_stock" } }) {
    nodes {
      dimension
      fiscalYear {
        year
        name(language: $language)
      }
    }
  }
  dispatchStatistics(measure: ON_DISPATCH) {
    covers {
      from
      to
    }
  }
}
`);
