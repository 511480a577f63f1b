import { type DispatchSplit, dispatchSeries } from "../../shared/model/dispatch-series";
import { summaryOfSeries } from "../../shared/model/summary-of-series";
import { dispatchStock } from "../../shared/operations/dispatch-stock";
import { observationsTable } from "../../shared/table/observations-table";
import { chosenOf } from "./chosen-of";
import { dispatchYearChoices } from "./dispatch-year-choices";
import type { FigureContext, PreparedFigure } from "./figure";
import { legendOfSeries } from "./legend-of-series";
import { sourcesOfObservations } from "./sources-of";

const splits = ["none", "organization_type", "region"] as const satisfies readonly DispatchSplit[];
const groupBys: Readonly<Record<DispatchSplit, readonly string[]>> = {
  none: [],
  region: ["REGION"],
  organization_type: ["ORGANIZATION_TYPE"],
};

/** Officials on dispatch at the end of every fiscal year of which something is known. */
export async function dispatchOverYears({
  ask,
  words,
  language,
  chosen,
}: FigureContext): Promise<PreparedFigure> {
  const split = chosenOf(chosen["split"], splits, "none");
  const { choices } = await dispatchYearChoices(ask, language, split, words);
  const variables = {
    years: choices.map(({ code }) => Number(code)).toSorted((one, other) => one - other),
    groupBy: groupBys[split],
    dimensions: split === "none" ? ["none"] : ["none", split],
    language: language.toUpperCase(),
  };
  const series = dispatchSeries(await ask(dispatchStock, variables), split, words);
  const { observations } = series;
  const subtitle = words.controls.splits[split];
  const isTotal = split === "none";
  return {
    controls: [
      {
        ...{ kind: "select", name: "split", label: words.controls.split, value: split },
        choices: splits.map((code) => ({ code, name: words.controls.splits[code] })),
      },
    ],
    request: { query: dispatchStock.document, variables },
    subtitle,
    summary: summaryOfSeries(series, words),
    table: observationsTable(series, words, {
      ...{ caption: subtitle, period: words.columns.fiscalYear },
      ...(isTotal
        ? {}
        : { group: words.columns[split === "region" ? "region" : "organizationType"] }),
    }),
    legend: legendOfSeries(observations, true),
    sources: sourcesOfObservations(observations),
    ...(series.about ? { about: series.about } : {}),
    counts: true,
    draw: async (width) => {
      const { drawPeriods } = await import("../charts/draw-periods");
      const columns = isTotal || width < 620 ? 1 : 2;
      return drawPeriods(observations, width, words, {
        unit: series.unit,
        columns,
        height: isTotal ? 300 : 170,
      });
    },
  };
}
