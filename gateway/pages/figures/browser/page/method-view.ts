import type { StatisticsAbout } from "../../shared/graph/answers";
import type { Words } from "../../shared/words/words";
import { element } from "./element";

/** How the counts of a figure came about, shown on demand. */
export function methodView(
  { definition, covers, disclosure, release }: StatisticsAbout,
  words: Words,
): HTMLElement {
  const { page } = words;
  const paragraphs = [
    definition,
    ...(covers ? [page.covers(covers.from, covers.to)] : []),
    ...(disclosure.applied && disclosure.threshold !== null
      ? [page.disclosure(disclosure.threshold)]
      : []),
    ...(release ? [page.release(release.vintage, release.releasedAt.slice(0, 10))] : []),
  ];
  return element(
    "details",
    {},
    element("summary", {}, page.method),
    ...paragraphs.map((text) => element("p", {}, text)),
  );
}
