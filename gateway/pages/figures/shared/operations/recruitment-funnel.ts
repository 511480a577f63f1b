import type { GraphFigure, GraphTotal, StatisticsAbout } from "../graph/answers";
import { aboutStatistics, cellFields, figureFields } from "../graph/fragments";
import { operation } from "../graph/operation";

/** The steps from an application to the list, in order, as the answer's fields are called. */
export const funnelSteps = ["applications", "selected", "trained", "added"] as const;

/** One of {@link funnelSteps}. */
export type FunnelStep = (typeof funnelSteps)[number];

/** Numbers of rounds, as published and as counted at each step. */
export type RecruitmentFunnelAnswer = Readonly<
  Record<FunnelStep, StatisticsAbout & { readonly totals: readonly GraphTotal[] }>
> & {
  readonly recruitmentFigures: { readonly nodes: readonly GraphFigure[] };
};

const measures: Readonly<Record<FunnelStep, string>> = {
  applications: "APPLICATIONS",
  selected: "SELECTED",
  trained: "TRAINED",
  added: "ADDED",
};

const countsOf = (
  step: FunnelStep,
) => `  ${step}: recruitmentStatistics(measure: ${measures[step]}, fiscalYears: $rounds) {
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
  }`;

/** Asks for {@link RecruitmentFunnelAnswer}. */
export const recruitmentFunnel = operation<RecruitmentFunnelAnswer>(`
query RecruitmentFunnel($rounds: [Int!]!, $language: Language) {
  recruitmentFigures(
    first: 100
    filter: {
      measure: { in: ["applications", "persons_selected", "persons_registered_added"] }
      fiscalYear: { in: $rounds }
      dimension: { eq: "none" }
    }
  ) {
    nodes {
      ...FigureFields
    }
  }
${funnelSteps.map(countsOf).join("\n")}
}

${figureFields}

${cellFields}
`);
