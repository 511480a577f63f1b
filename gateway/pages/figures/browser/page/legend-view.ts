import type { Words } from "../../shared/words/words";
import type { LegendEntry } from "../../shared/charts/legend-entry";
import { legendSign } from "../../shared/charts/legend-sign";
import { element } from "./element";
import { legendName } from "../../shared/charts/legend-name";

/** What the marks of a drawing stand for, in the order in which they are read. */
export function legendView(entries: readonly LegendEntry[], words: Words): HTMLElement {
  return element(
    "ul",
    { class: "figure-legend" },
    ...entries.map((entry) =>
      element(
        "li",
        {},
        element(
          "span",
          { class: `swatch ${entry}`, "aria-hidden": "true" },
          legendSign(entry, words) ?? "",
        ),
        legendName(entry, words),
      ),
    ),
  );
}
