import { type DispatchSplit, dispatchSeries } from "../../shared/model/dispatch-series";
import { summaryOfSeries } from "../../shared/model/summary-of-series";
import { dispatchStock } from "../../shared/operations/dispatch-stock";
import { observationsTable } from "../../shared/table/observations-table";
import { chosenOf } from "./chosen-of";
import { dispatchYearChoices } from "./dispatch-year-choices";
import type { Figure } from "./figure";
import { legendOfSeries } from "./legend-of-series";
import { sourcesOfObservations } from "./sources-of";

/** Officials on dispatch at the end of a fiscal year by one dimension, published and counted. */
export function dispatchAtYearEnd(split: Exclude<DispatchSplit, "none">): Figure {
  return async ({ ask, words, language, chosen }) => {
    const { choices, usual } = await dispatchYearChoices(ask, language, split, words);
    const year = chosenOf(
      chosen["year"],
      choices.map(({ code }) => code),
      usual,
    );
    const variables = {
      years: [Number(year)],
      groupBy: [split === "region" ? "REGION" : "ORGANIZATION_TYPE"],
      dimensions: ["none", split],
      language: language.toUpperCase(),
    };
    const series = dispatchSeries(await ask(dispatchStock, variables), split, words);
    const name = choices.find(({ code }) => code === year)?.name ?? year;
    const { observations, totals } = series;
    const group = split === "region" ? words.columns.region : words.columns.organizationType;
    return {
      controls: [
        { kind: "select", name: "year", label: words.controls.year, value: year, choices },
      ],
      request: { query: dispatchStock.document, variables },
      subtitle: words.atEndOf(name),
      summary: summaryOfSeries(series, words),
      table: observationsTable(series, words, {
        caption: words.atEndOf(name),
        period: words.columns.fiscalYear,
        group,
      }),
      legend: legendOfSeries(observations),
      sources: sourcesOfObservations([...totals, ...observations]),
      ...(series.about ? { about: series.about } : {}),
      counts: true,
      draw: async (width) => {
        const { drawBars } = await import("../charts/draw-bars");
        return drawBars([{ observations }], width, words, series.unit);
      },
    };
  };
}
