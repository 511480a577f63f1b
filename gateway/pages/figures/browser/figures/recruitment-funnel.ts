import { funnelSeries } from "../../shared/model/funnel-series";
import { summaryOfSeries } from "../../shared/model/summary-of-series";
import { uniqueLabels } from "../../shared/model/unique-labels";
import { recruitmentFunnel } from "../../shared/operations/recruitment-funnel";
import { recruitmentRounds } from "../../shared/operations/recruitment-rounds";
import { observationsTable } from "../../shared/table/observations-table";
import type { FigureContext, PreparedFigure } from "./figure";
import { legendOfSeries } from "./legend-of-series";
import { sourcesOfObservations } from "./sources-of";

/** From application to the list, round by round. */
export async function recruitmentFunnelFigure({
  ask,
  words,
  language,
}: FigureContext): Promise<PreparedFigure> {
  const inLanguage = { language: language.toUpperCase() };
  const { solicitations } = await ask(recruitmentRounds, inLanguage);
  const rounds = solicitations.nodes.map(({ fiscalYear }) => fiscalYear.year);
  const variables = { rounds: rounds.toSorted((one, other) => one - other), ...inLanguage };
  const series = funnelSeries(await ask(recruitmentFunnel, variables), words);
  const { observations } = series;
  const periods = uniqueLabels(observations.map(({ period }) => period));
  const subtitle = words.list(periods.map(({ name }) => name));
  return {
    controls: [],
    request: { query: recruitmentFunnel.document, variables },
    subtitle,
    summary: summaryOfSeries(series, words),
    table: observationsTable(series, words, {
      ...{ caption: subtitle, period: words.columns.round, group: words.columns.step },
    }),
    legend: legendOfSeries(observations),
    sources: sourcesOfObservations(observations),
    ...(series.about ? { about: series.about } : {}),
    counts: true,
    draw: async (width) => {
      const { drawBars } = await import("../charts/draw-bars");
      const sections = periods.map(({ code, name }) => ({
        heading: name,
        observations: observations.filter(({ period }) => period.code === code),
      }));
      return drawBars(sections, width, words, series.unit);
    },
  };
}
