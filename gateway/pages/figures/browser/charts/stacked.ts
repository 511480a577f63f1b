import { wrapText } from "../../shared/charts/wrap-text";
import { colours } from "./colours";
import { addHatch } from "./hatch";
import { svgElement } from "./svg-element";

/** A drawing and what stands above it. */
export interface Panel {
  readonly heading?: string;
  readonly drawing: SVGSVGElement;
}

const headingHeight = 26;
const lineHeight = 16;
const gap = 10;

/** Puts drawings together into one, in columns of the same width, each with its heading. */
export function stacked(panels: readonly Panel[], width: number, columns = 1): SVGSVGElement {
  const whole = svgElement("svg", { class: "figure-drawing", fill: colours.text });
  const columnWidth = width / columns;
  let top = 0;
  for (let from = 0; from < panels.length; from += columns) {
    let bottom = top;
    for (const [column, { heading, drawing }] of panels.slice(from, from + columns).entries()) {
      // Bold letters of this size are a sixth wider than those that wrapText reckons with.
      const lines = heading === undefined ? [] : wrapText(heading, columnWidth / 1.17);
      const above = lines.length === 0 ? 0 : headingHeight + (lines.length - 1) * lineHeight;
      for (const [line, text] of lines.entries()) {
        const place = { x: column * columnWidth, y: top + 17 + line * lineHeight };
        const look = { "font-size": 13, "font-weight": 600, fill: colours.text };
        whole.append(svgElement("text", { ...place, ...look }, text));
      }
      drawing.setAttribute("x", String(column * columnWidth));
      drawing.setAttribute("y", String(top + above));
      whole.append(drawing);
      bottom = Math.max(bottom, top + above + Number(drawing.getAttribute("height")));
    }
    top = bottom + gap;
  }
  const height = Math.max(0, top - gap);
  whole.setAttribute("viewBox", `0 0 ${width} ${height}`);
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height));
  addHatch(whole);
  return whole;
}
