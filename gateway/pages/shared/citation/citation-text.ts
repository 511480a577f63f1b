import type { PageLanguage } from "../page-language";
import type { Citation, GivenCitation } from "./citation";
import { citationTitle } from "./citation-title";
import { releasesIn } from "./releases-in";

/** What is said around the parts of a citation. */
interface Saying {
  readonly title: (title: string) => string;
  readonly asOf: (day: string) => string;
  readonly answered: (day: string) => string;
  readonly release: (area: string, vintage: number, day: string) => string;
  readonly synthetic: string;
  readonly notKept: (hash: string) => string;
  /** Between the parts of the first sentence, and between sentences. */
  readonly comma: string;
  readonly stop: string;
  readonly day: (day: string) => string;
}

const sayings: Readonly<Record<PageLanguage, Saying>> = {
  en: {
    title: (title) => `personnel-graph, “${title}”`,
    asOf: (day) => `as of ${day}`,
    answered: (day) => `answered on ${day}`,
    release: (area, vintage, day) => `${area}: release ${vintage} of ${day}`,
    synthetic: "The records are made up, published figures are real",
    notKept: (hash) => `The answer is not kept; its SHA-256 is ${hash}`,
    comma: ", ",
    stop: ". ",
    day: (day) => day,
  },
  ja: {
    title: (title) => `personnel-graph「${title}」`,
    asOf: (day) => `${day}現在`,
    answered: (day) => `${day}回答`,
    release: (area, vintage, day) => `${area}：公表第${vintage}版（${day}）`,
    synthetic: "業務記録は架空のもの、公表値は実際のもの",
    notKept: (hash) => `回答は保存されていない（SHA-256 ${hash}）`,
    comma: "、",
    stop: "。",
    day: (day) => {
      const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
      return `${year}年${month}月${date}日`;
    },
  },
};

/**
 * A citation as one line of text to paste, in English or Japanese.
 *
 * @param address - where the answer is kept, if it is; by default what the citation says
 */
export function citationText(
  citation: Citation & Partial<GivenCitation>,
  language: PageLanguage,
  address = citation.address,
): string {
  const say = sayings[language];
  const { ofDay, day: answered } = citation;
  const first = [
    say.title(citationTitle(citation)),
    ...(ofDay === undefined || ofDay === answered ? [] : [say.asOf(say.day(ofDay))]),
    say.answered(say.day(answered)),
    ...releasesIn(citation).map(({ area, vintage, releasedOn }) =>
      say.release(area, vintage, say.day(releasedOn)),
    ),
  ];
  const sentences = [
    first.join(say.comma),
    ...(citation.dataset === "synthetic" ? [say.synthetic] : []),
    ...(address === undefined ? [say.notKept(citation.answer)] : []),
  ];
  return `${sentences.join(say.stop)}${say.stop}${address ?? ""}`.trim();
}
