import { cslDate, type CslItem } from "../shared/citation/csl-json";
import { readableAddress } from "../shared/citation/readable-address";
import type { PageLanguage } from "../shared/page-language";
import type { AnsweredFigure } from "./figure-answer";
import { type FigureTexts, figureTexts } from "./figure-texts";

/** Where a figure is cited from, and when. */
export interface CitedAt {
  /** The address of its page. */
  readonly address: string;
  /** The day on which it was looked at, `YYYY-MM-DD`. */
  readonly accessed: string;
}

/** A figure as an item of a list of references, in a language. */
export function citedFigure(
  figure: AnsweredFigure,
  language: PageLanguage,
  { address, accessed }: CitedAt,
): CslItem {
  const texts = figureTexts(figure, language);
  const { source } = figure;
  const notes = [texts.locator, source.url].filter((each) => each !== null);
  return {
    id: figure.id,
    type: "dataset",
    title: titleOf(figure, texts, language),
    author: [{ literal: texts.publisher }],
    "container-title": source.title,
    ...(source.publishedOn !== null && { issued: cslDate(source.publishedOn) }),
    accessed: cslDate(accessed),
    version: language === "ja" ? `第${figure.revision}版` : `revision ${figure.revision}`,
    URL: address,
    ...(notes.length > 0 && { note: notes.join(", ") }),
    language,
  };
}

/** The text to paste into a list of references, in a language. */
export function citationText(figure: AnsweredFigure, language: PageLanguage, at: CitedAt): string {
  const texts = figureTexts(figure, language);
  const { source, id, revision } = figure;
  const title = titleOf(figure, texts, language);
  return language === "ja"
    ? [
        `${texts.publisher}『${source.title}』`,
        source.publishedOn === null ? "" : `（${japaneseDate(source.publishedOn)}）`,
        texts.locator === null ? "" : `、${texts.locator}`,
        `。${title}（第${revision}版）。`,
        source.url === null ? "" : `出典：${readableAddress(source.url)} 。`,
        `personnel-graph, ${id}, ${at.address} （${japaneseDate(at.accessed)}閲覧）。`,
      ].join("")
    : [
        `${texts.publisher}: ${source.title}`,
        source.publishedOn === null ? "" : ` (${source.publishedOn})`,
        texts.locator === null ? "" : `, ${texts.locator}`,
        `. ${title} (revision ${revision}).`,
        source.url === null ? "" : ` Source: ${readableAddress(source.url)} .`,
        ` personnel-graph, ${id}, ${at.address} (accessed ${at.accessed}).`,
      ].join("");
}

/** What the number is, in one line: measure, part, time and value. */
function titleOf(
  { value, asOf, periodStart, periodEnd }: AnsweredFigure,
  { measure, part, fiscalYear, unit }: FigureTexts,
  language: PageLanguage,
): string {
  const period = periodStart === null ? null : `${periodStart}/${periodEnd ?? ""}`;
  const about = [measure, part, fiscalYear ?? asOf ?? period].filter((each) => each !== null);
  if (value === null) return about.join(language === "ja" ? "、" : ", ");
  return language === "ja"
    ? `${about.join("、")}：${value}${unit}`
    : `${about.join(", ")}: ${value} ${unit}`;
}

/** `2014-03-31` as 2014年3月31日, and as much of it as is known. */
function japaneseDate(date: string): string {
  return date
    .split("-")
    .map((part, index) => `${Number(part)}${"年月日"[index] ?? ""}`)
    .join("");
}
