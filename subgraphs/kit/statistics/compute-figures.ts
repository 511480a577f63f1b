import { type AnswerCell, notReleased } from "./answer";
import { recordsOf } from "./counted-groups";
import { coverageOf, isCovered } from "./coverage";
import type { CountedMeasure } from "./counted-measure";
import type { FigurePart, FigureQuestion, NotComputable } from "./figure-definition";
import { type AskedFigure, type FigureTable, readFigureTables } from "./figure-tables";
import { isAdditive, type Measure } from "./measure";
import type { Protect } from "./protect";
import { isReleased } from "./released-periods";
import { exactView, type ReleasedView } from "./released-view";
import { tableToProtect } from "./table-to-protect";
import { type MarkedGroup, viewAnswer } from "./view-answer";

/** A figure that is looked up in the register, and the measure that counts it. */
export interface ReleasedFigure {
  readonly question: FigureQuestion;
  readonly measure: Measure;
}

/** What the records say of a figure. */
export type ComputedFigure = AnswerCell | NotComputable;

/**
 * Computes the figures that are asked for in the same turn, with one statement for each database they are counted in.
 * Every figure is a part of a table that is protected as a whole. So what is shown of one does not depend on which
 * others are asked for, and is the same as statistics show of the group. A figure shows nothing that statistics do not
 * release to the caller.
 *
 * @param note - called for each computed figure with the number of records its table was counted from
 */
export async function computeFigures(
  questions: readonly FigureQuestion[],
  countedBy: (measure: string, dimensions: readonly string[]) => CountedMeasure,
  note: (counted: CountedMeasure, records: number) => void,
  protect: Protect,
): Promise<ComputedFigure[]> {
  const asked = questions.map((question) => {
    const dimensions = question.parts.map(({ dimension }) => dimension);
    return { ...countedBy(question.measure, dimensions), question };
  });
  const tables = new Map<AskedFigure, FigureTable>();
  for (const database of new Set(asked.map((figure) => figure.database))) {
    const own = asked.filter((figure) => figure.database === database);
    for (const [figure, table] of await readFigureTables(database, own)) tables.set(figure, table);
  }
  const views = new Map<FigureTable, Promise<ReleasedView>>();
  const viewOf = ({ rule, question }: (typeof asked)[number], table: FigureTable) => {
    const { groups, dimensions } = table;
    if (!rule) return Promise.resolve(exactView(groups));
    const { measure, period } = question;
    const subject = { measure, period, knownAt: undefined, rule };
    const view = views.get(table) ?? protect(tableToProtect(subject, dimensions, groups));
    views.set(table, view);
    return view;
  };
  const compute = async (figure: (typeof asked)[number]): Promise<ComputedFigure> => {
    const table = tables.get(figure);
    if (!table) throw new Error("a figure's table was not read");
    const { question, measure, rule } = figure;
    if (!isCovered(measure, question.period, coverageOf(table.begins))) {
      return notReached;
    }
    if (rule && !isReleased(measure, question.period)) return notReleased;
    note(figure, recordsOf(table.groups));
    return partOfView(question, table, await viewOf(figure, table), table.groups);
  };
  return Promise.all(asked.map(compute));
}

/** A figure of a day or year that the records do not cover. */
export const notReached: NotComputable = {
  reason: "The records do not reach it: NOT_COVERED in statistics.",
};

/** The part of a table that a figure is. */
export function partOfView(
  { parts }: FigureQuestion,
  { measure, dimensions }: Pick<FigureTable, "measure" | "dimensions">,
  view: ReleasedView,
  groups: readonly Pick<MarkedGroup, "keys">[],
): AnswerCell {
  const marked = groups.map(({ keys }) => ({
    keys,
    meets: dimensions.map(({ name }, index) =>
      parts.every((part) => part.dimension !== name || isIn(part, keys[index])),
    ),
  }));
  return viewAnswer(0, view, marked, {
    dimensions,
    groupBy: [],
    filteredBy: new Set(parts.map(({ dimension }) => dimension)),
    named: new Map(
      parts.flatMap(({ dimension, values, isRest }) => (isRest ? [] : [[dimension, values]])),
    ),
    isAdditive: isAdditive(measure),
  }).total;
}

/** What is summed over is in no part. */
function isIn({ values, isRest }: FigurePart, key: string | null | undefined): boolean {
  return key === undefined || values.includes(key ?? "") !== isRest;
}
