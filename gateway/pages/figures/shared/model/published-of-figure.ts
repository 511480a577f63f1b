import type { GraphFigure } from "../graph/answers";
import { countedOfCell } from "./counted-of-cell";
import type { Published } from "./observation";

/** Reads a published figure of the graph. */
export function publishedOfFigure(figure: GraphFigure): Published {
  const { id, value, revision, confidence, agreement, difference, note, source } = figure;
  const { title, publisher, publishedOn, url } = source;
  return {
    ...{ id, value, revision, confidence, agreement, difference, note },
    counted: countedOfCell(figure.computed),
    origin: { title, publisher, publishedOn, url, locator: figure.locator },
  };
}
