import { textWidth, wrapText } from "../../shared/charts/wrap-text";
import { legendSign } from "../../shared/charts/legend-sign";
import { legendName } from "../../shared/charts/legend-name";
import type { LegendEntry } from "../../shared/charts/legend-entry";
import type { Words } from "../../shared/words/words";
import { hatch } from "../charts/hatch";
import { colours, coloursOnPaper } from "../charts/colours";
import { svgElement } from "../charts/svg-element";

/** What a drawing says of itself once it has left the page. */
export interface DrawingFrame {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  /** Sentences below it. */
  readonly notes: readonly string[];
  readonly words: Words;
}

const margin = 24;
const lineHeight = 20;

/** A drawing as a file of its own: on white, with title, legend and notes within, and without any style sheet. */
export function drawingFile(
  drawing: SVGSVGElement,
  { title, legend, notes, words }: DrawingFrame,
): string {
  const width = Number(drawing.getAttribute("width"));
  const height = Number(drawing.getAttribute("height"));
  const lines = notes.flatMap((note) => wrapText(note, width));
  const explained = legendMarks(legend, width, words);
  const top = margin + 38 + explained.lines * lineHeight;
  const whole = {
    width: width + 2 * margin,
    height: top + height + 16 + lines.length * 16 + margin,
  };
  const file = svgElement("svg", {
    ...{ xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${whole.width} ${whole.height}` },
    ...{ ...whole, "font-size": 12, role: "img" },
    "font-family": "system-ui, 'Hiragino Sans', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif",
  });
  file.append(
    svgElement("title", {}, title),
    svgElement("rect", { ...whole, fill: colours.ground }),
    svgElement(
      "text",
      { x: margin, y: margin + 14, "font-size": 17, "font-weight": 600, fill: colours.text },
      title,
    ),
    ...explained.marks,
  );
  const placed = drawing.cloneNode(true) as SVGSVGElement;
  placed.setAttribute("x", String(margin));
  placed.setAttribute("y", String(top));
  file.append(placed);
  for (const [index, line] of lines.entries()) {
    const y = top + height + 28 + index * 16;
    file.append(svgElement("text", { x: margin, y, "font-size": 11, fill: colours.quiet }, line));
  }
  const text = new XMLSerializer().serializeToString(file);
  return text.replaceAll(
    /var\((--[a-z-]+)\)/g,
    (whole, name: string) => coloursOnPaper[name] ?? whole,
  );
}

const fills: Readonly<Partial<Record<LegendEntry, string>>> = {
  published: colours.published,
  publishedPoint: colours.published,
  counted: colours.counted,
  suppressed: hatch,
  revisions: colours.revisions,
  notCovered: colours.open,
  noNumber: colours.open,
  eventDay: colours.published,
  eventSpan: colours.counted,
};

/** The legend in lines that are no wider than the drawing. */
function legendMarks(legend: readonly LegendEntry[], width: number, words: Words) {
  let x = margin;
  let line = 0;
  const marks = legend.flatMap((entry) => {
    const name = legendName(entry, words);
    if (x > margin && x + 17 + textWidth(name) > margin + width) {
      x = margin;
      line += 1;
    }
    const y = margin + 34 + line * lineHeight;
    const sign = legendSign(entry, words);
    const box = { x, y, width: 12, height: 12, fill: fills[entry] ?? colours.ground };
    const mark =
      sign === undefined
        ? svgElement("rect", { ...box, stroke: colours.quiet, "stroke-width": 0.5 })
        : svgElement("text", { x: x + 2, y: y + 10, fill: colours.text }, sign);
    const text = svgElement("text", { x: x + 17, y: y + 10, fill: colours.text }, name);
    x += 40 + textWidth(name);
    return [mark, text];
  });
  return { marks, lines: legend.length > 0 ? line + 1 : 0 };
}
