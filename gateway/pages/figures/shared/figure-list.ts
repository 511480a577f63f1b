import type { PageText } from "../../shared/page-language";

/** The figures that there are, in the order in which they are offered. The first is shown where none is named. */
export const figureIds = [
  "dispatch-organization",
  "dispatch-region",
  "dispatch-years",
  "recruitment-funnel",
  "fellows-agency",
  "fellows-cohort",
  "network-events",
  "network-members",
] as const;

/** The name of a figure, as `figure` in the page's address. */
export type FigureId = (typeof figureIds)[number];

/** What is said of a figure before anything of it has been asked for. */
export interface FigureText {
  /** Its heading. */
  readonly title: PageText;
  /** What it is called where there is little room. */
  readonly short: PageText;
  /** What it shows, in a sentence or two. */
  readonly about: PageText;
}

/** The words about each figure, in both languages. */
export const figureTexts: Readonly<Record<FigureId, FigureText>> = {
  "dispatch-organization": {
    title: {
      en: "Officials on dispatch abroad, by type of organization",
      ja: "海外派遣者数(派遣先機関別)",
    },
    short: { en: "Dispatch by organization", ja: "派遣:機関別" },
    about: {
      en: "Officials of the national government on dispatch under Act No. 117 of 1970 on 31 March, the last day of the fiscal year.",
      ja: "派遣法(昭和45年法律第117号)により派遣されている国家公務員の数。年度末(3月31日)現在。",
    },
  },
  "dispatch-region": {
    title: { en: "Officials on dispatch abroad, by region", ja: "海外派遣者数(派遣先地域別)" },
    short: { en: "Dispatch by region", ja: "派遣:地域別" },
    about: {
      en: "Officials of the national government on dispatch under Act No. 117 of 1970 on 31 March, the last day of the fiscal year. The regions are those of the National Personnel Authority.",
      ja: "派遣法(昭和45年法律第117号)により派遣されている国家公務員の数。年度末(3月31日)現在。地域の区分は人事院による。",
    },
  },
  "dispatch-years": {
    title: { en: "Officials on dispatch abroad over the years", ja: "海外派遣者数の推移" },
    short: { en: "Dispatch over the years", ja: "派遣:推移" },
    about: {
      en: "On 31 March of each fiscal year: in all, by type of organization or by region. Each panel has a scale of its own.",
      ja: "各年度末(3月31日)現在。総数、派遣先機関別又は派遣先地域別。目盛りは図ごとに異なる。",
    },
  },
  "recruitment-funnel": {
    title: {
      en: "External personnel for municipal DX: from application to the list",
      ja: "自治体DX外部人材:応募から登録まで",
    },
    short: { en: "Recruitment funnel", ja: "外部人材:応募から登録" },
    about: {
      en: "How many applied, were selected, completed the training and were added to the list, by round of the Ministry of Internal Affairs and Communications.",
      ja: "総務省の募集の回ごとの、応募、選定、研修修了及びリスト登録の数。",
    },
  },
  "fellows-agency": {
    title: {
      en: "Mansfield fellows, by sending agency",
      ja: "マンスフィールド研修生(派遣元機関別)",
    },
    short: { en: "Fellows by agency", ja: "研修生:機関別" },
    about: {
      en: "Fellows of the Mike Mansfield Fellowship Program from its beginning to the 28th cohort, by the agency of the United States that they came from.",
      ja: "マイク・マンスフィールド・フェローシップ・プログラムの第1期から第28期までの研修生の数。派遣元の米国の機関別。",
    },
  },
  "fellows-cohort": {
    title: { en: "Mansfield fellows, by cohort", ja: "マンスフィールド研修生(期別)" },
    short: { en: "Fellows by cohort", ja: "研修生:期別" },
    about: {
      en: "Fellows of each cohort that a source or a record names. There were more cohorts; what nobody published of them is left open.",
      ja: "資料又は記録にある期の研修生の数。ほかの期もあるが、公表されていない数は空けてある。",
    },
  },
  "network-events": {
    title: {
      en: "Events of the networks of personnel authorities",
      ja: "人事行政機関のネットワークの会合等",
    },
    short: { en: "Events of networks", ja: "ネットワーク:会合等" },
    about: {
      en: "Meetings, symposia, workshops and trainings of ACCSM, ACCSM+3 and the China-Japan-Korea network. An event of which only the month or year is known is drawn as long as that.",
      ja: "ACCSM、ACCSM+3及び日中韓人事行政ネットワークの会合、シンポジウム、ワークショップ及び研修。年又は月のみ分かるものは、その長さで示す。",
    },
  },
  "network-members": {
    title: { en: "Members of the networks on a day", ja: "ネットワークの構成国(基準日現在)" },
    short: { en: "Members of networks", ja: "ネットワーク:構成国" },
    about: {
      en: "Which country belonged to which network, and through which agency, on the day chosen.",
      ja: "選んだ日に、どの国がどの機関を通じてどのネットワークに属していたか。",
    },
  },
};
