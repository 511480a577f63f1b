import { matching, oneOf, optional, partialDate, text, wholeNumber } from "../../kit/facts/cell";
import type { FactRow } from "../../kit/facts/fact-file";
import { fiscalYear, lowerCaseOf, yesOrNo } from "../cells/area-cells";
import { ours } from "../cells/language-cells";
import { Confidence, FigureKind, units } from "./figure-codes";
import { figureIdForm } from "./figure-id";

const lowerCode = matching(/^[a-z][a-z0-9_]*$/, "a code in lower case such as dispatch_stock");
const figureId = matching(figureIdForm, "an id in lower case such as dsp-2013-stock");

/** published_figures.csv */
export const figuresFile = {
  name: "published_figures.csv",
  columns: {
    id: figureId,
    area: text,
    measure: lowerCode,
    kind: lowerCaseOf(Object.values(FigureKind)),
    as_of: optional(partialDate),
    period_start: optional(partialDate),
    period_end: optional(partialDate),
    fiscal_year: optional(fiscalYear),
    dimension: lowerCode,
    dimension_value: optional(text),
    dimension_label: optional(text),
    value: optional(wholeNumber(0)),
    unit: oneOf(units),
    source_id: text,
    locator: optional(text),
    revision: wholeNumber(1),
    confidence: lowerCaseOf(Object.values(Confidence)),
    note: optional(text),
  },
};

/** measures.csv */
export const measuresFile = {
  name: "measures.csv",
  columns: {
    code: lowerCode,
    name_en: text,
    name_ja: text,
    ours,
    definition_en: text,
    definition_ja: text,
  },
};

/** figure_splits.csv */
export const splitsFile = {
  name: "figure_splits.csv",
  columns: { total_id: figureId, dimension: lowerCode, has_residual: yesOrNo },
};

/** dimension_values.csv */
export const dimensionValuesFile = {
  name: "dimension_values.csv",
  columns: {
    dimension: lowerCode,
    code: text,
    name_en: optional(text),
    name_ja: optional(text),
    ours,
    source_id: text,
    note: optional(text),
  },
};

/** A row of published_figures.csv. */
export type FigureRow = FactRow<(typeof figuresFile)["columns"]>;
