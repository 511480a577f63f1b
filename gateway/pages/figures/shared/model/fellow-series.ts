import type { GraphFigure } from "../graph/answers";
import type { FellowsByAgencyAnswer } from "../operations/fellows-by-agency";
import type { FellowsByCohortAnswer } from "../operations/fellows-by-cohort";
import type { Counted } from "./counted";
import { countedOfCell } from "./counted-of-cell";
import type { Label } from "./label";
import { missingGroup } from "./missing-group";
import type { Observation } from "./observation";
import { publishedOfFigure } from "./published-of-figure";
import type { Series } from "./series";

/** The fellows of each agency, most first. What records say of each is its figure's own count. */
export function fellowsByAgencySeries(
  { fellowshipFigures: { nodes } }: FellowsByAgencyAnswer,
  words: { readonly all: string; readonly period: Label },
): Series {
  const observationOf = (group: Label, figure: GraphFigure): Observation => ({
    period: words.period,
    group,
    published: [publishedOfFigure(figure)],
    counted: countedOfCell(figure.computed),
  });
  const groups = nodes.flatMap((figure) => {
    if (figure.dimension !== "sending_agency") return [];
    const name = figure.agency?.name ?? figure.dimensionLabel ?? figure.dimensionValue ?? figure.id;
    const code = figure.agency?.code ?? figure.dimensionValue ?? figure.id;
    return [observationOf({ code, name }, figure)];
  });
  const valueOf = ({ published: [first] }: Observation) => first?.value ?? 0;
  return {
    observations: groups.toSorted((one, other) => valueOf(other) - valueOf(one)),
    totals: nodes
      .filter(({ dimension }) => dimension === "none")
      .map((figure) => observationOf({ code: "TOTAL", name: words.all }, figure)),
    unit: nodes[0]?.unit ?? "persons",
  };
}

/** The fellows of each cohort from the first to the last that is known; of some of them nothing is. */
export function fellowsByCohortSeries(
  answer: FellowsByCohortAnswer,
  words: { readonly group: Label; readonly nameOf: (cohort: number) => string },
): Series {
  const { fellowshipFigures, fellowshipStatistics: statistics, cohorts } = answer;
  const numbers = [
    ...cohorts.nodes.map(({ number }) => number),
    ...fellowshipFigures.nodes.map(({ dimensionValue }) => Number(dimensionValue)),
    ...statistics.rows.flatMap(({ cohort }) => cohort ?? []),
  ].filter(Number.isInteger);
  const last = Math.max(0, ...numbers);
  const observations = Array.from({ length: last }, (_, index): Observation => {
    const number = index + 1;
    return {
      period: { code: String(number), name: words.nameOf(number) },
      group: words.group,
      published: fellowshipFigures.nodes
        .filter(({ dimensionValue }) => dimensionValue === String(number))
        .map(publishedOfFigure)
        .sort((one, other) => one.revision - other.revision),
      counted: countedOfCohort(answer, number),
    };
  });
  return { observations, totals: [], about: statistics, unit: statistics.unit };
}

function countedOfCohort(
  { fellowshipStatistics, cohorts }: FellowsByCohortAnswer,
  number: number,
): Counted {
  const { rows, totals, disclosure } = fellowshipStatistics;
  const row = rows.find(({ cohort }) => cohort === number);
  if (row) return countedOfCell(row.count);
  const year = cohorts.nodes.find((each) => each.number === number)?.fiscalYear?.year;
  // Of a cohort whose year is not known nothing can be said from its absence.
  const total = totals.find(({ fiscalYear }) => fiscalYear && fiscalYear.year === year);
  if (!total) return { status: "NOT_GIVEN", reason: null };
  return missingGroup(countedOfCell(total.count), disclosure.withheld);
}
