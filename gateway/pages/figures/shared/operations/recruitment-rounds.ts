import type { GraphYear } from "../graph/answers";
import { operation } from "../graph/operation";

/** The rounds in which external personnel were solicited. */
export interface RecruitmentRoundsAnswer {
  readonly solicitations: { readonly nodes: readonly { readonly fiscalYear: GraphYear }[] };
}

/** Asks for {@link RecruitmentRoundsAnswer}, the latest first. */
export const recruitmentRounds = operation<RecruitmentRoundsAnswer>(`
query RecruitmentRounds($language: Language) {
  solicitations(first: 20) {
    nodes {
      fiscalYear {
        year
        name(language: $language)
      }
    }
  }
}
`);
