import type { DataSource } from "typeorm";
import { notReleased } from "../statistics/answer";
import {
  type ComputedFigure,
  notReached,
  partOfView,
  type ReleasedFigure,
} from "../statistics/compute-figures";
import { isCovered } from "../statistics/coverage";
import { protectedDimensions } from "../statistics/statistics-request";
import { periodName } from "./reference-periods";
import { answeringRelease, lookUp } from "./register";

/** What is released of figures that are asked for in the same turn. */
export async function releasedFigures(
  database: DataSource,
  figures: readonly ReleasedFigure[],
): Promise<ComputedFigure[]> {
  const asked = figures.map(({ question, measure }) => {
    const names = question.parts.map(({ dimension }) => dimension);
    return { question, measure, dimensions: protectedDimensions(measure, names) };
  });
  const counted = asked.map(({ measure }) => measure.table);
  const { release, covers } = await answeringRelease(database, "computedFigures", counted);
  if (!release) return figures.map(() => notReleased);
  const found = await lookUp(database, release, {
    name: "computedFigures",
    tables: asked.map(({ question, measure, dimensions }) => ({
      measure: question.measure,
      dimensions,
      period: periodName(measure, question.period) ?? noPeriod,
    })),
  });
  return asked.map(({ question, measure, dimensions }, index) => {
    const table = found[index];
    if (table && table.period !== null) {
      return partOfView(question, { measure, dimensions }, table.view, table.groups);
    }
    const reach = covers.get(measure.table) ?? null;
    return isCovered(measure, question.period, reach) ? notReleased : notReached;
  });
}

/** A period that no table has: flows up to a day are not released. */
const noPeriod = "";
