import { notReleased } from "../statistics/answer";
import {
  type ComputedFigure,
  notReached,
  partOfView,
  type ReleasedFigure,
} from "../statistics/compute-figures";
import { isCovered } from "../statistics/coverage";
import type { Queryable } from "../statistics/counted-groups";
import { protectedDimensions } from "../statistics/statistics-request";
import { periodName } from "./reference-periods";
import { lookUp } from "./register";

/** What is released of figures that are asked for in the same turn, with one statement. */
export async function releasedFigures(
  database: Queryable,
  figures: readonly ReleasedFigure[],
): Promise<ComputedFigure[]> {
  const asked = figures.map(({ question, measure }) => {
    const names = question.parts.map(({ dimension }) => dimension);
    return { question, measure, dimensions: protectedDimensions(measure, names) };
  });
  const found = await lookUp(database, {
    name: "computedFigures",
    tables: asked.map(({ question, measure, dimensions }) => ({
      measure: question.measure,
      counted: measure.table,
      dimensions,
      period: periodName(measure, question.period) ?? noPeriod,
    })),
  });
  return asked.map(({ question, measure, dimensions }, index) => {
    const table = found[index];
    if (!table?.release) return notReleased;
    if (table.period !== null) {
      return partOfView(question, { measure, dimensions }, table.view, table.groups);
    }
    return isCovered(measure, question.period, table.covers) ? notReleased : notReached;
  });
}

/** A period that no table has: flows up to a day are not released. */
const noPeriod = "";
