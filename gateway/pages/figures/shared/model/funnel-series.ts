import type { GraphFigure } from "../graph/answers";
import {
  type FunnelStep,
  funnelSteps,
  type RecruitmentFunnelAnswer,
} from "../operations/recruitment-funnel";
import type { Words } from "../words/words";
import { countedOfCell } from "./counted-of-cell";
import type { Observation } from "./observation";
import { publishedOfFigure } from "./published-of-figure";
import type { Series } from "./series";
import { yearLabel } from "./year-label";

/** Which published measure says how many came so far. Of the training nobody published it. */
const publishedAs: Readonly<Partial<Record<string, FunnelStep>>> = {
  applications: "applications",
  persons_selected: "selected",
  persons_registered_added: "added",
};

/** Puts what was published of each round beside what was counted, step by step. */
export function funnelSeries(answer: RecruitmentFunnelAnswer, words: Words): Series {
  const isOf = (step: FunnelStep, year: number) => (figure: GraphFigure) =>
    publishedAs[figure.measure] === step && figure.fiscalYear?.year === year;
  const rounds = answer.applications.totals.flatMap(({ fiscalYear }) => fiscalYear ?? []);
  const observations = rounds.flatMap((round) =>
    funnelSteps.map((step): Observation => {
      const total = answer[step].totals.find(({ fiscalYear }) => fiscalYear?.year === round.year);
      return {
        period: yearLabel(round, words),
        group: { code: step.toUpperCase(), name: words.steps[step] },
        published: answer.recruitmentFigures.nodes
          .filter(isOf(step, round.year))
          .map(publishedOfFigure)
          .sort((one, other) => one.revision - other.revision),
        counted: countedOfCell(total?.count),
      };
    }),
  );
  const { unit } = answer.selected;
  return { observations, totals: [], about: answer.applications, unit };
}
