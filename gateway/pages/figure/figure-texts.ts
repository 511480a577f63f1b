import type { PageLanguage } from "../shared/page-language";
import type { AnsweredFigure, AnsweredSource } from "./figure-answer";

/** What is said of a figure in one language. */
export interface FigureTexts {
  readonly measure: string;
  readonly definition: string;
  readonly unit: string;
  readonly fiscalYear: string | null;
  readonly dimension: string | null;
  readonly part: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly notComputable: string | null;
  readonly publisher: string;
}

/** The texts of a figure in a language. */
export function figureTexts(figure: AnsweredFigure, language: PageLanguage): FigureTexts {
  const { publishedMeasure: measure, fiscalYear } = figure;
  const publisher = publisherOf(figure.source, language);
  return language === "ja"
    ? {
        measure: measure.nameJa,
        definition: measure.definitionJa,
        unit: figure.unitNameJa,
        fiscalYear: fiscalYear?.nameJa ?? null,
        dimension: figure.dimensionNameJa,
        part: figure.partNameJa ?? figure.dimensionLabel,
        locator: figure.locatorJa,
        note: figure.noteJa,
        notComputable: figure.notComputableReasonJa,
        publisher,
      }
    : {
        measure: measure.name,
        definition: measure.definition,
        unit: figure.unitName,
        fiscalYear: fiscalYear?.name ?? null,
        dimension: figure.dimensionName,
        part: figure.partName ?? figure.dimensionLabel,
        locator: figure.locator,
        note: figure.note,
        notComputable: figure.notComputableReason,
        publisher,
      };
}

/** Who published a document. */
export function publisherOf(source: AnsweredSource, language: PageLanguage): string {
  return language === "ja" ? source.publisherJa : source.publisher;
}
