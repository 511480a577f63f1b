import { plot, type PlotOptions } from "@observablehq/plot";

/**
 * Draws with Observable Plot. Its style element is taken out before the drawing comes into the page, whose policy
 * forbids inline styles; the page's style sheet says the same.
 */
export function plotted(options: PlotOptions): SVGSVGElement {
  const drawing = plot({
    ...options,
    className: "figure-plot",
    style: { fontFamily: "inherit", fontSize: "12px", color: "inherit", overflow: "visible" },
  });
  drawing.querySelector("style")?.remove();
  // The drawing as a whole is an image with a name and a summary; its parts have none.
  for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  if (drawing instanceof SVGSVGElement) return drawing;
  throw new Error("Expected a drawing without a legend of its own.");
}
