import type { PageLanguage, PageText } from "../../shared/page-language";

/** A question of the first page, which its script asks the graph. */
export interface Question {
  readonly id: string;
  readonly text: PageText;
  /** What is special about it, in a sentence. */
  readonly note: PageText;
  /** The selection of the query: what is between its braces. No two of them begin with the same field. */
  readonly selection: string;
  /** The answer in words; nothing where it is not in the data. */
  readonly read: (data: unknown, language: PageLanguage) => readonly AnswerLine[];
}

/** A line of an answer, with its source where it was published. */
export interface AnswerLine {
  readonly text: string;
  readonly source?: string;
}

/** The questions of the first page: a number with its source, a state on a day, and a count that is protected. */
export const questions: readonly Question[] = [
  {
    id: "published",
    text: {
      en: "How many applied for municipal DX work in fiscal 2023, and how many officials were abroad at the end of it?",
      ja: "令和5年度の自治体DX外部人材への応募は何件で、年度末に海外へ派遣されていた職員は何人か。",
    },
    note: {
      en: "Two agencies published these; each figure has its source.",
      ja: "二つの機関の公表値です。どの値にも出典があります。",
    },
    selection: `  fiscalYear(year: 2023) {
    applied: recruitmentFigures(filter: {measure: {eq: "applications"}}) {
      nodes { value source { title } }
    }
    abroad: dispatchFigures(filter: {measure: {eq: "dispatch_stock"}, dimension: {eq: "none"}}) {
      nodes { value source { title } }
    }
  }`,
    read: (data, language) => {
      const say = (name: "applied" | "abroad", what: PageText) =>
        listIn(data, "fiscalYear", name, "nodes")
          .slice(0, 1)
          .map((figure) => {
            const value = numberIn(figure, "value").toLocaleString(language);
            const text = what[language].replace("#", value);
            return { text, source: textIn(figure, "source", "title") };
          });
      return [
        ...say("applied", { en: "# applied", ja: "応募 #件" }),
        ...say("abroad", { en: "# were abroad", ja: "海外派遣 #人" }),
      ];
    },
  },
  {
    id: "on-a-day",
    text: {
      en: "Who belonged to the China-Japan-Korea network on 1 June 2013?",
      ja: "2013年6月1日に日中韓人事行政ネットワークに加盟していた機関はどこか。",
    },
    note: {
      en: "Each agency has the name that it had on that day.",
      ja: "名称はその日のものです。",
    },
    selection: `  network(code: "CJK_PPN") {
    members(asOf: "2013-06-01") {
      country { name }
      agency { name }
    }
  }`,
    read: (data, language) =>
      listIn(data, "network", "members").map((member) => ({
        text: `${textIn(member, "country", "name")}${colon[language]}${textIn(member, "agency", "name")}`,
      })),
  },
  {
    id: "counted",
    text: {
      en: "How many officials were in Europe and in the Middle East on 31 March 2014?",
      ja: "2014年3月31日にヨーロッパと中東に派遣されていた職員は何人か。",
    },
    note: {
      en: "Counted from records; a small group is shown as a range.",
      ja: "業務記録から数えます。少人数の場合は範囲で示します。",
    },
    selection: `  dispatchStatistics(
    measure: ON_DISPATCH
    asOf: "2014-03-31"
    groupBy: [REGION]
    filter: {region: {in: [EUROPE, MIDDLE_EAST]}}
  ) {
    rows { region { name } count { lower upper } }
  }`,
    read: (data, language) =>
      listIn(data, "dispatchStatistics", "rows").map((row) => {
        const [lower, upper] = [numberIn(row, "count", "lower"), numberIn(row, "count", "upper")];
        const count = lower === upper ? String(lower) : `${lower}–${upper}`;
        return { text: `${textIn(row, "region", "name")}${colon[language]}${count}` };
      }),
  },
];

/** A query that asks questions together. */
export function queryOf(asked: readonly Question[]): string {
  return `{\n${asked.map(({ selection }) => selection).join("\n")}\n}\n`;
}

const colon: PageText = { en: ": ", ja: "：" };

function valueIn(data: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) =>
      typeof at === "object" && at !== null ? (at as Record<string, unknown>)[name] : undefined,
    data,
  );
}

function listIn(data: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = valueIn(data, ...path);
  return Array.isArray(list) ? list : [];
}

function textIn(data: unknown, ...path: readonly string[]): string {
  const text = valueIn(data, ...path);
  return typeof text === "string" ? text : "";
}

function numberIn(data: unknown, ...path: readonly string[]): number {
  const number = valueIn(data, ...path);
  return typeof number === "number" ? number : Number.NaN;
}
