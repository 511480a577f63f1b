import type { Agreement } from "../../shared/graph/answers";
import type { Observation } from "../../shared/model/observation";
import { revisionsOf } from "../../shared/model/revisions";
import type { LegendEntry } from "../../shared/charts/legend-entry";

/** What has to be explained of a drawing of observations: nothing that is not in it. */
export function legendOfSeries(
  observations: readonly Observation[],
  points = false,
): LegendEntry[] {
  const has = (is: (observation: Observation) => boolean) => observations.some(is);
  const entries: readonly [LegendEntry, boolean][] = [
    [
      points ? "publishedPoint" : "published",
      has(({ published }) => revisionsOf(published) !== undefined),
    ],
    ["counted", has(({ counted }) => counted.status === "SHOWN")],
    ["suppressed", has(({ counted }) => counted.status === "SUPPRESSED")],
    ["revisions", has(({ published }) => differs(published))],
    ["notCovered", points && has(({ counted }) => counted.status === "NOT_COVERED")],
    ["noNumber", points && has(({ counted }) => counted.status === "NOT_GIVEN")],
    ["agrees", has(isCompared("AGREES"))],
    ["differs", has(isCompared("DIFFERS"))],
    ["unknown", points && has(({ published }) => published.length > 0 && !revisionsOf(published))],
  ];
  return entries.flatMap(([entry, shown]) => (shown ? [entry] : []));
}

function differs(published: Observation["published"]): boolean {
  const revisions = revisionsOf(published);
  return revisions !== undefined && revisions.lowest !== revisions.highest;
}

const isCompared =
  (how: Agreement) =>
  ({ published, counted }: Observation) =>
    counted.status === "SHOWN" && published.some(({ agreement }) => agreement === how);
