import { addDays } from "../../kit/demo/days";
import type { DemoApplication } from "./applications";
import { criteria, type DemoEvaluation, evaluators } from "./committee";

/** Two evaluations of each application that was not withdrawn, in each category it was for. */
export function evaluationsOf(applications: readonly DemoApplication[]): DemoEvaluation[] {
  return applications.flatMap((one, application) => {
    const { evaluatedOn, round, categories, selected } = one;
    if (evaluatedOn === null) return [];
    return categories.flatMap((category, place) =>
      [0, 1].map((second) => {
        const isRecommended = selected.includes(category);
        const isLast = place === categories.length - 1 && second === 1;
        const days = (application + place + second) % round.evaluated[1];
        return {
          application,
          category,
          evaluator: (application + place + second * 2) % evaluators.length,
          verdict: isRecommended ? ("RECOMMENDED" as const) : ("NOT_RECOMMENDED" as const),
          evaluatedOn: isLast ? evaluatedOn : addDays(round.evaluated[0], days),
          scores: criteria.map((_one, index) => {
            const points = (application * 7 + place * 5 + second * 3 + index * 11) % 30;
            return (isRecommended ? 70 : 35) + points;
          }),
        };
      }),
    );
  });
}
