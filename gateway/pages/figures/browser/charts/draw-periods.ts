import { axisX, axisY, barY, dot, gridY, ruleY, text } from "@observablehq/plot";
import { countedText } from "../../shared/model/counted-text";
import type { Observation } from "../../shared/model/observation";
import { uniqueLabels } from "../../shared/model/unique-labels";
import { runsOf } from "../../shared/model/year-runs";
import type { Words } from "../../shared/words/words";
import { colours } from "./colours";
import { hatch } from "./hatch";
import { type PeriodMark, periodMarks } from "../../shared/charts/period-marks";
import { raisedLabels } from "../../shared/charts/raised-labels";
import { plotted } from "./plotted";
import { stacked } from "./stacked";

/** Draws each group over periods: counts as bars, publications as points, where they differ joined by a band. */
export function drawPeriods(
  observations: readonly Observation[],
  width: number,
  words: Words,
  {
    unit,
    columns,
    height,
  }: { readonly unit: string; readonly columns: number; readonly height: number },
): SVGSVGElement {
  const groups = uniqueLabels(observations.map(({ group }) => group));
  const panels = groups.map((group) => {
    const own = observations.filter((each) => each.group.code === group.code);
    const drawing = drawPanel(own, width / columns - (columns > 1 ? 12 : 0), height, words, unit);
    return groups.length > 1 ? { heading: group.name, drawing } : { drawing };
  });
  return stacked(panels, width, columns);
}

function drawPanel(
  observations: readonly Observation[],
  width: number,
  height: number,
  words: Words,
  unit: string,
): SVGSVGElement {
  const periods = observations.map(({ period }) => period);
  const found = periodMarks(observations, words);
  const most = Math.max(1, ...found.map(({ to }) => to).filter(Number.isFinite));
  // What has no known end reaches to the end of the scale.
  const marks = found.map((mark) => ({ ...mark, to: Math.min(mark.to, most * 1.12) }));
  const step = (width - 60) / Math.max(1, periods.length);
  const every = Math.ceil(34 / step);
  const of = (kind: PeriodMark["kind"]) => marks.filter((mark) => mark.kind === kind);
  const open = observations.filter(isOpen).map(({ period }) => period.code);
  const plotHeight = height - 46;
  const top = most * 1.12;
  const raised = raisedLabels(
    of("published")
      .filter(({ label }) => label !== "")
      .map((mark) => ({
        ...mark,
        x: periods.findIndex(({ code }) => code === mark.period) * step,
        y: (1 - mark.to / top) * plotHeight,
        text: mark.label,
      })),
  );
  return plotted({
    ...{ width, height, marginLeft: 40, marginRight: 8, marginTop: 20, marginBottom: 26 },
    x: { domain: periods.map(({ code }) => code), label: null, padding: 0.24 },
    y: { domain: [0, top], label: null },
    marks: [
      barY(open, {
        ...{ x: (code: string) => code, y1: 0, y2: top, fill: colours.open },
        ...{ insetLeft: -step * 0.12 - 0.5, insetRight: -step * 0.12 - 0.5 },
      }),
      gridY({ ticks: 4, stroke: colours.grid, strokeOpacity: 1 }),
      axisY({
        ticks: 4,
        tickSize: 0,
        fill: colours.quiet,
        label: words.unit(unit),
        labelArrow: "none",
        labelAnchor: "top",
        tickFormat: (tick: number) => (Number.isInteger(tick) ? String(tick) : ""),
      }),
      axisX({
        ...{ tickSize: 0, fill: colours.quiet },
        ticks: periods
          .filter((_, index) => (periods.length - 1 - index) % every === 0)
          .map(({ code }) => code),
        tickFormat: (code: string) => code,
      }),
      text(openRuns(observations, words), {
        ...{
          x: "code",
          text: "label",
          y: most * 0.56,
          rotate: -90,
          fill: colours.quiet,
          fontSize: 11,
        },
      }),
      barY(of("counted"), {
        x: "period",
        y1: "from",
        y2: "to",
        fill: colours.counted,
        title: "title",
      }),
      barY(of("suppressed"), {
        ...{
          x: "period",
          y1: "from",
          y2: "to",
          fill: hatch,
          stroke: colours.counted,
          title: "title",
        },
      }),
      barY(of("revisions"), {
        ...{
          x: "period",
          y1: "from",
          y2: "to",
          fill: colours.revisions,
          stroke: colours.revisions,
        },
        ...{ strokeWidth: 2, title: "title" },
      }),
      dot(of("published"), {
        ...{
          x: "period",
          y: "to",
          r: 4,
          symbol: "diamond",
          fill: colours.published,
          title: "title",
        },
        ...{ stroke: colours.ground, strokeWidth: 1 },
      }),
      ...raised.map(({ place, up }) =>
        text([place], {
          ...{
            x: "period",
            y: "to",
            text: "label",
            dy: -10 - up,
            fill: colours.text,
            fontSize: 11,
          },
          ...{ stroke: colours.ground, strokeWidth: 3 },
        }),
      ),
      text(of("unknown"), {
        x: "period",
        y: 0,
        text: () => "?",
        dy: -8,
        fontWeight: 600,
        title: "title",
        fill: colours.revisions,
      }),
      text(
        of("counted").filter(({ label }) => label !== ""),
        {
          ...{ x: "period", y: "to", text: "label", dy: -8, fill: colours.text, fontSize: 11 },
        },
      ),
      ruleY([0], { stroke: colours.quiet }),
    ],
  });
}

/** True of a time of which there is no count, so that its place stays open. */
function isOpen({ counted }: Observation): boolean {
  return counted.status === "NOT_COVERED" || counted.status === "NOT_GIVEN";
}

/** A label for each run of open places, in its middle: why they are open. */
function openRuns(observations: readonly Observation[], words: Words) {
  const reasonOf = (each: Observation) =>
    isOpen(each) ? countedText(each.counted, words) : undefined;
  const periods = observations.map(({ period }) => period);
  const reasons = new Map(observations.map((each) => [each.period.code, reasonOf(each)]));
  const labels = new Set([...reasons.values()].filter((reason) => reason !== undefined));
  return [...labels].flatMap((label) =>
    runsOf(periods, ({ code }) => reasons.get(code) === label).flatMap(({ first, last }) => {
      const from = periods.indexOf(first);
      const middle = periods[Math.floor((from + periods.indexOf(last)) / 2)];
      return middle ? [{ code: middle.code, label }] : [];
    }),
  );
}
