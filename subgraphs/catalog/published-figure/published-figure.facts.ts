import { checkNamed, checkReferences, checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { checkSources } from "../facts/check-catalog";
import { firstDay, lastDay } from "../dates/partial-date";
import { columnsOf } from "../../kit/record/columns";
import { checkTexts } from "../text/check-texts";
import { areaOfFigureId } from "./figure-id";
import { checkSplits } from "./check-splits";
import { FigureKind } from "./figure-codes";
import { figureDimensions } from "./figure-dimensions";
import {
  dimensionValuesFile,
  figuresFile,
  type FigureRow,
  measuresFile,
  splitsFile,
} from "./figure-file";
import { PublishedMeasure } from "./published-measure";

/** What the figures of an area may be split by: dimension → the codes of its parts. */
export type FigureDimensions = Readonly<Record<string, { has(code: string): boolean }>>;

/**
 * Reads and checks an area's measures, figures, splits and dimension values.
 *
 * @param entityDimensions - dimensions whose parts are other nodes of the graph; the others are in dimension_values.csv
 * @param agencyOf - the agency a part stands for, where the dimension is one of agencies
 * @returns the tables to write, in order
 */
export function readFigures(
  directory: string,
  area: string,
  entityDimensions: FigureDimensions,
  problems: Problem[],
  agencyOf: (row: FigureRow) => string | null = () => null,
): FactTable[] {
  const measures = readFactFile(directory, measuresFile, problems);
  const figures = readFactFile(directory, figuresFile, problems);
  const splits = readFactFile(directory, splitsFile, problems);
  const parts = readFactFile(directory, dimensionValuesFile, problems);
  checkUnique(measures, ["code"], problems);
  checkUnique(figures, ["id"], problems);
  checkUnique(
    figures,
    [
      "measure",
      "kind",
      "as_of",
      "period_start",
      "period_end",
      "fiscal_year",
      "dimension",
      "dimension_value",
      "revision",
    ],
    problems,
  );
  checkReferences(
    figures,
    "measure",
    new Set(measures.map(({ code }) => code)),
    "a code of measures.csv",
    problems,
  );
  checkSources(figures, problems);
  checkTexts(figures, ["locator"], problems);
  checkTexts(
    figures.filter((figure) => figure.dimension !== "country" && agencyOf(figure) === null),
    ["dimension_label"],
    problems,
  );
  checkUnique(splits, ["total_id", "dimension"], problems);
  checkUnique(parts, ["dimension", "code"], problems);
  checkNamed(parts, problems);
  checkSources(parts, problems);
  for (const part of parts) {
    if (part.dimension in entityDimensions) {
      problems.push(
        cellProblem(
          part,
          "dimension",
          part.dimension,
          "a dimension whose parts are not in the graph otherwise",
        ),
      );
    }
  }
  const dimensions = { ...entityDimensions, ...groupParts(parts) };
  for (const figure of figures) checkFigure(figure, area, dimensions, problems);
  checkSplits(figures, splits, problems);
  return [
    {
      table: "published_measure",
      key: ["code"],
      columns: columnsOf(PublishedMeasure),
      rows: measures.map(({ definition_en: definition, ...row }) => ({ ...row, definition })),
    },
    {
      table: "published_figure",
      key: ["id"],
      columns: figureColumns,
      rows: figures.map((figure, position) => ({
        ...Object.fromEntries(
          Object.keys(figureColumns).map((name) => [name, figure[name as keyof FigureRow]]),
        ),
        position,
        country_code: figure.dimension === "country" ? figure.dimension_value : null,
        agency_code: agencyOf(figure),
      })),
    },
    {
      table: "figure_split",
      key: ["total_id", "dimension"],
      columns: { total_id: "text", dimension: "text", has_residual: "boolean" },
      rows: splits.map(({ total_id, dimension, has_residual }) => ({
        total_id,
        dimension,
        has_residual,
      })),
    },
    {
      table: "figure_dimension_value",
      key: ["dimension", "code"],
      columns: {
        dimension: "text",
        code: "text",
        position: "integer",
        name_en: "text",
        name_ja: "text",
        ours: "text",
        source_id: "text",
        note: "text",
      },
      rows: parts.map((part, position) => ({ ...part, position })),
    },
  ];
}

function groupParts(parts: readonly { dimension: string; code: string }[]): FigureDimensions {
  const dimensions: Record<string, Set<string>> = {};
  for (const { dimension, code } of parts) (dimensions[dimension] ??= new Set()).add(code);
  return dimensions;
}

const figureColumns = {
  id: "text",
  position: "integer",
  measure: "text",
  kind: "text",
  as_of: "text",
  period_start: "text",
  period_end: "text",
  fiscal_year: "integer",
  dimension: "text",
  dimension_value: "text",
  dimension_label: "text",
  value: "integer",
  unit: "text",
  source_id: "text",
  locator: "text",
  revision: "integer",
  confidence: "text",
  note: "text",
  country_code: "text",
  agency_code: "text",
};

function checkFigure(
  figure: FigureRow,
  area: string,
  dimensions: FigureDimensions,
  problems: Problem[],
): void {
  const { dimension, dimension_value: part, period_start: start, period_end: end } = figure;
  const wrong = (column: keyof FigureRow, expected: string) => {
    problems.push(cellProblem(figure, column, figure[column], expected));
  };
  if (figure.area !== area) wrong("area", area);
  if (areaOfFigureId(figure.id) !== area) {
    wrong("id", `an id that begins like those of ${area}, which areas.ts lists`);
  }
  if (dimension === "none") {
    if (part !== null) wrong("dimension_value", "nothing, because dimension is none");
  } else if (!(dimension in dimensions) || !figureDimensions.has(dimension)) {
    wrong("dimension", `none or one of ${Object.keys(dimensions).join(", ")}`);
  } else if (part === null || !dimensions[dimension]?.has(part)) {
    wrong("dimension_value", `a code of the dimension ${dimension}`);
  }
  if (figure.kind === FigureKind.STOCK && figure.as_of === null)
    wrong("as_of", "the day of the stock");
  if ((start === null) !== (end === null))
    wrong("period_end", "both ends of the period, or neither");
  if (start !== null && end !== null && firstDay(start) > lastDay(end)) {
    wrong("period_end", `a date not before ${start}`);
  }
}
