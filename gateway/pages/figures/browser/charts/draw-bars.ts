import { axisFy, axisX, barX, gridX, ruleX, text } from "@observablehq/plot";
import type { Observation } from "../../shared/model/observation";
import { uniqueLabels } from "../../shared/model/unique-labels";
import type { Words } from "../../shared/words/words";
import { type BarPart, barParts } from "../../shared/charts/bar-parts";
import { wrapText } from "../../shared/charts/wrap-text";
import { colours } from "./colours";
import { hatch } from "./hatch";
import { plotted } from "./plotted";
import { stacked } from "./stacked";

/** Groups that are drawn together, with what stands above them. */
export interface BarSection {
  readonly heading?: string;
  readonly observations: readonly Observation[];
}

const fills: Readonly<Record<BarPart["kind"], string>> = {
  published: colours.published,
  revisions: colours.revisions,
  counted: colours.counted,
  suppressed: hatch,
  none: "none",
};
const lineHeight = 15;

/** Draws published and counted numbers of groups as bars, all sections on one scale. */
export function drawBars(
  sections: readonly BarSection[],
  width: number,
  words: Words,
  unit: string,
): SVGSVGElement {
  const found = sections.map(({ observations }) => barParts(observations, words));
  const ends = found.flat().map(({ to }) => to);
  const most = Math.max(1, ...ends.filter(Number.isFinite));
  // What has no known end reaches to the end of the scale.
  const all = found.map((parts) => parts.map((part) => ({ ...part, to: Math.min(part.to, most) })));
  const left = Math.min(220, Math.max(96, width * 0.3));
  const panels = sections.map(({ heading, observations }, index) => {
    const parts = all[index] ?? [];
    const lines = ["published", "counted"].filter((each) =>
      parts.some(({ line }) => line === each),
    );
    const groups = uniqueLabels(observations.map(({ group }) => group));
    const names = new Map(groups.map(({ code, name }) => [code, name]));
    const isLast = index === sections.length - 1;
    const drawing = plotted({
      width,
      height: groups.length * (lines.length * lineHeight + 12) + (isLast ? 40 : 8),
      ...{ marginLeft: left, marginRight: 64, marginTop: 2, marginBottom: isLast ? 38 : 4 },
      x: { domain: [0, most], nice: true, label: null, axis: null },
      y: { domain: lines, axis: null, padding: 0.08, insetTop: 6, insetBottom: 6 },
      fy: { domain: groups.map(({ code }) => code), label: null, padding: 0, axis: null },
      marks: [
        gridX({ ticks: 5, stroke: colours.grid, strokeOpacity: 1 }),
        axisFy({
          ...{ anchor: "left", tickSize: 0, fill: colours.text },
          tickFormat: (code: string) => wrapText(names.get(code) ?? code, left - 12).join("\n"),
        }),
        ...(isLast
          ? [
              axisX({
                ticks: 5,
                tickSize: 0,
                fill: colours.quiet,
                label: words.unit(unit),
                labelArrow: "none",
                tickFormat: (tick: number) => (Number.isInteger(tick) ? String(tick) : ""),
              }),
            ]
          : []),
        barX(
          parts.filter(({ kind }) => kind !== "none"),
          {
            ...{ fy: "group", y: "line", x1: "from", x2: "to", title: "title" },
            fill: ({ kind }: BarPart) => fills[kind],
            stroke: ({ kind }: BarPart) => (kind === "suppressed" ? colours.counted : "none"),
          },
        ),
        text(parts, {
          ...{ fy: "group", y: "line", x: "to", text: "label", title: "title" },
          ...{ dx: 5, textAnchor: "start" },
          fill: ({ kind }: BarPart) => (kind === "none" ? colours.quiet : colours.text),
          fontSize: 11,
        }),
        ruleX([0], { stroke: colours.quiet }),
      ],
    });
    return { drawing, ...(heading === undefined ? {} : { heading }) };
  });
  return stacked(panels, width);
}
