import { publishedFigures } from "../../catalog/published-figure/published-figure.list";

/** What finds the figures of one part of a split, as `region/ASIA`. */
export function partKey(dimension: string, code: string): string {
  return `${dimension}/${code}`;
}

/** The figures of each part of a split, by {@link partKey}. */
export const figuresByPart = publishedFigures.ofParent({
  name: "byPart",
  keyType: "text",
  condition: (key) =>
    `t.dimension = split_part(${key}, '/', 1) AND t.dimension_value = split_part(${key}, '/', 2)`,
});
