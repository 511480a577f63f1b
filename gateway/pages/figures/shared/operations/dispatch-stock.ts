import type {
  GraphFigure,
  GraphTotal,
  GraphYear,
  Named,
  StatisticCell,
  StatisticsAbout,
} from "../graph/answers";
import { aboutStatistics, cellFields, figureFields } from "../graph/fragments";
import { operation } from "../graph/operation";

/** Officials on dispatch at the ends of fiscal years, as published and as counted. */
export interface DispatchStockAnswer {
  readonly dispatchFigures: { readonly nodes: readonly GraphFigure[] };
  readonly dispatchStatistics: StatisticsAbout & {
    readonly totals: readonly GraphTotal[];
    readonly rows: readonly {
      readonly fiscalYear: GraphYear | null;
      readonly region: Named | null;
      readonly organizationType: Named | null;
      readonly count: StatisticCell;
    }[];
  };
  readonly dispatchRegions: readonly Named[];
  readonly dispatchOrganizationTypes: readonly Named[];
}

/** Asks for {@link DispatchStockAnswer}; `groupBy` is empty for totals alone. */
export const dispatchStock = operation<DispatchStockAnswer>(`
query DispatchStock($years: [Int!]!, $groupBy: [DispatchDimension!]!, $dimensions: [String!]!, $language: Language) {
  dispatchFigures(
    first: 200
    filter: {
      measure: { eq: "dispatch_stock" }
      fiscalYear: { in: $years }
      dimension: { in: $dimensions }
    }
  ) {
    nodes {
      ...FigureFields
    }
  }
  dispatchStatistics(measure: ON_DISPATCH, fiscalYears: $years, groupBy: $groupBy, limit: 500) {
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
      fiscalYear {
        year
        name(language: $language)
      }
      region {
        code
        name(language: $language)
      }
      organizationType {
        code
        name(language: $language)
      }
      count {
        ...CellFields
      }
    }
  }
  dispatchRegions {
    code
    name(language: $language)
  }
  dispatchOrganizationTypes {
    code
    name(language: $language)
  }
}

${figureFields}

${cellFields}
`);
