import { fellowsByAgencySeries, fellowsByCohortSeries } from "../../shared/model/fellow-series";
import { summaryOfSeries } from "../../shared/model/summary-of-series";
import { fellowsByAgency } from "../../shared/operations/fellows-by-agency";
import { fellowsByCohort } from "../../shared/operations/fellows-by-cohort";
import { observationsTable } from "../../shared/table/observations-table";
import type { FigureContext, PreparedFigure } from "./figure";
import { lastFiscalYears } from "../../shared/model/last-fiscal-years";
import { legendOfSeries } from "./legend-of-series";
import { sourcesOfObservations } from "./sources-of";

/** The fellows whom each agency has sent. */
export async function fellowsByAgencyFigure({
  ask,
  words,
  language,
}: FigureContext): Promise<PreparedFigure> {
  const variables = { language: language.toUpperCase() };
  const series = fellowsByAgencySeries(await ask(fellowsByAgency, variables), {
    all: words.labels.all,
    period: { code: "1-28", name: words.cohorts1To28 },
  });
  const { observations, totals } = series;
  return {
    controls: [],
    request: { query: fellowsByAgency.document, variables },
    subtitle: words.cohorts1To28,
    summary: summaryOfSeries(series, words),
    table: observationsTable(series, words, {
      ...{ caption: words.cohorts1To28, period: words.columns.cohort, group: words.columns.agency },
    }),
    legend: legendOfSeries(observations),
    sources: sourcesOfObservations([...totals, ...observations]),
    counts: true,
    draw: async (width) => {
      const { drawBars } = await import("../charts/draw-bars");
      return drawBars([{ observations }], width, words, series.unit);
    },
  };
}

/** The fellows of each cohort. */
export async function fellowsByCohortFigure({
  ask,
  words,
  language,
}: FigureContext): Promise<PreparedFigure> {
  const variables = { years: lastFiscalYears(30, new Date()), language: language.toUpperCase() };
  const series = fellowsByCohortSeries(await ask(fellowsByCohort, variables), {
    group: { code: "FELLOWS", name: words.fellows },
    nameOf: words.cohort,
  });
  const { observations } = series;
  const last = observations.at(-1)?.period.name ?? "";
  const subtitle = words.interval2(words.cohort(1), last);
  return {
    controls: [],
    request: { query: fellowsByCohort.document, variables },
    subtitle,
    summary: summaryOfSeries(series, words),
    table: observationsTable(series, words, { caption: subtitle, period: words.columns.cohort }),
    legend: legendOfSeries(observations, true),
    sources: sourcesOfObservations(observations),
    ...(series.about ? { about: series.about } : {}),
    counts: true,
    draw: async (width) => {
      const { drawPeriods } = await import("../charts/draw-periods");
      return drawPeriods(observations, width, words, {
        unit: series.unit,
        columns: 1,
        height: 280,
      });
    },
  };
}
