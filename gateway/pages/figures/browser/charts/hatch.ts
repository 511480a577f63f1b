import { colours } from "./colours";
import { svgElement } from "./svg-element";

/** The fill of an interval in which a suppressed number lies, once {@link addHatch} has defined it in the same drawing. */
export const hatch = "url(#figure-hatch)";

/** Defines {@link hatch} in a drawing: stripes, which no one takes for a full bar, in colour or without. */
export function addHatch(drawing: SVGSVGElement): void {
  const pattern = svgElement("pattern", {
    ...{ id: "figure-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse" },
    patternTransform: "rotate(45)",
  });
  pattern.append(
    svgElement("rect", { width: 6, height: 6, fill: colours.countedLight }),
    svgElement("rect", { width: 2.5, height: 6, fill: colours.counted }),
  );
  const definitions = svgElement("defs", {});
  definitions.append(pattern);
  drawing.prepend(definitions);
}
