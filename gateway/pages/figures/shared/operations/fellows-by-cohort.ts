import type {
  GraphFigure,
  GraphTotal,
  GraphYear,
  StatisticCell,
  StatisticsAbout,
} from "../graph/answers";
import { aboutStatistics, cellFields, figureFields } from "../graph/fragments";
import { operation } from "../graph/operation";

/** The fellows of each cohort, as published and as counted by the year in which the cohort began. */
export interface FellowsByCohortAnswer {
  readonly fellowshipFigures: { readonly nodes: readonly GraphFigure[] };
  readonly cohorts: {
    readonly nodes: readonly { readonly number: number; readonly fiscalYear: GraphYear | null }[];
  };
  readonly fellowshipStatistics: StatisticsAbout & {
    readonly totals: readonly GraphTotal[];
    readonly rows: readonly { readonly cohort: number | null; readonly count: StatisticCell }[];
  };
}

/** Asks for {@link FellowsByCohortAnswer}. */
export const fellowsByCohort = operation<FellowsByCohortAnswer>(`
query FellowsByCohort($years: [Int!]!, $language: Language) {
  fellowshipFigures(
    first: 100
    filter: { measure: { eq: "fellows_accepted" }, dimension: { eq: "cohort" } }
  ) {
    nodes {
      ...FigureFields
    }
  }
  cohorts(first: 200) {
    nodes {
      number
      fiscalYear {
        year
        name(language: $language)
      }
    }
  }
  fellowshipStatistics(measure: FELLOWS, fiscalYears: $years, groupBy: [PROGRAM, COHORT], limit: 500) {
    ${aboutStatistics}
    totals {
      fiscalYear {
        year
        name(language: $language)
      }
      count {
        ...CellFields
      }
    }
    rows {
      cohort
      count {
        ...CellFields
      }
    }
  }
}

${figureFields}

${cellFields}
`);
