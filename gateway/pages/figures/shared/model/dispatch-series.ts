import type { GraphYear, Named, StatisticCell } from "../graph/answers";
import type { DispatchStockAnswer } from "../operations/dispatch-stock";
import type { Words } from "../words/words";
import type { Counted } from "./counted";
import { countedOfCell } from "./counted-of-cell";
import { isEmpty } from "./is-empty";
import type { Label } from "./label";
import { missingGroup } from "./missing-group";
import type { Observation, Published } from "./observation";
import { publishedOfFigure } from "./published-of-figure";
import type { Series } from "./series";
import { yearLabel } from "./year-label";

/** By what dispatches are split; `none` for totals alone. */
export type DispatchSplit = "none" | "region" | "organization_type";

/** What a publication sums up is no kind of organization: it is counted for the publication alone. */
const rests: ReadonlySet<string> = new Set(["OTHER", "RESIDUAL"]);

type Row = DispatchStockAnswer["dispatchStatistics"]["rows"][number];

/** Puts what was published of dispatches beside what was counted, for each year and group of which there is anything. */
export function dispatchSeries(
  answer: DispatchStockAnswer,
  split: DispatchSplit,
  words: Words,
): Series {
  const { dispatchStatistics: statistics } = answer;
  const years = statistics.totals.flatMap(({ fiscalYear, count }) =>
    fiscalYear ? [{ fiscalYear, count }] : [],
  );
  const totals = years.map(({ fiscalYear, count }): Observation => ({
    period: yearLabel(fiscalYear, words),
    group: { code: "TOTAL", name: words.labels.all },
    published: publishedOf(answer, fiscalYear, "none"),
    counted: countedOfCell(count),
  }));
  const observations =
    split === "none"
      ? totals
      : years.flatMap(({ fiscalYear, count }) =>
          groupsOf(answer, split).map((group): Observation => ({
            period: yearLabel(fiscalYear, words),
            group,
            published: publishedOf(answer, fiscalYear, split, group.code),
            counted: countedIn(answer, split, fiscalYear, group, count),
          })),
        );
  const shown = new Set(
    observations.filter((each) => !isEmpty(each)).map(({ group }) => group.code),
  );
  return {
    observations: observations.filter(({ group }) => split === "none" || shown.has(group.code)),
    totals,
    about: statistics,
    unit: statistics.unit,
  };
}

const groupOfRow = ({ region, organizationType }: Row): Named | null => region ?? organizationType;

/** All groups of a split, and any that a publication alone names, by its own words. */
function groupsOf(answer: DispatchStockAnswer, split: DispatchSplit): Label[] {
  const known = split === "region" ? answer.dispatchRegions : answer.dispatchOrganizationTypes;
  const labels = new Map(known.map(({ code, name }) => [code, { code, name }]));
  for (const figure of answer.dispatchFigures.nodes) {
    const code = figure.dimensionValue;
    if (figure.dimension !== split || code === null || labels.has(code)) continue;
    labels.set(code, { code, name: figure.dimensionLabel ?? code });
  }
  return [...labels.values()];
}

function publishedOf(
  { dispatchFigures }: DispatchStockAnswer,
  { year }: GraphYear,
  split: DispatchSplit,
  code: string | null = null,
): Published[] {
  return dispatchFigures.nodes
    .filter((each) => each.fiscalYear?.year === year && each.dimension === split)
    .filter((each) => each.dimensionValue === code)
    .map(publishedOfFigure)
    .sort((one, other) => one.revision - other.revision);
}

function countedIn(
  { dispatchFigures: { nodes }, dispatchStatistics: { rows, disclosure } }: DispatchStockAnswer,
  split: DispatchSplit,
  { year }: GraphYear,
  { code }: Label,
  total: StatisticCell,
): Counted {
  const row = rows.find(
    (each) => each.fiscalYear?.year === year && groupOfRow(each)?.code === code,
  );
  if (row) return countedOfCell(row.count);
  if (rests.has(code)) {
    const figure = nodes.find(
      (each) =>
        each.fiscalYear?.year === year && each.dimension === split && each.dimensionValue === code,
    );
    return countedOfCell(figure?.computed);
  }
  return missingGroup(countedOfCell(total), disclosure.withheld);
}
