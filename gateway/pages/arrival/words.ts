import type { PageText } from "../shared/page-language";

/** What the first page says, in both languages. */
export const words = {
  title: {
    en: "personnel-graph: Japanese personnel administration as one graph",
    ja: "personnel-graph：日本の人事行政を一つのグラフで",
  },
  heading: {
    en: "Japanese personnel administration, as one graph",
    ja: "日本の人事行政を、一つのグラフで",
  },
  about: {
    en: "Published figures with their sources, and the records of four offices: recruitment of DX experts for municipalities, dispatch of officials abroad, the Mike Mansfield Fellowship, and cooperation between personnel authorities in Asia. One query can go through all of them, as of any day.",
    ja: "出典付きの公表値と、四つの部署の業務記録をまとめています。自治体DX外部人材、海外への職員派遣、マンスフィールド・フェローシップ、アジアの人事行政機関の協力の四つです。一つのクエリで、どの日の時点についても横断して問い合わせられます。",
  },
  synthetic: {
    en: "Published figures here are real. The records of offices are made up, true of no real person, and every answer says so.",
    ja: "ここにある公表値は実際のものです。業務記録は架空のもので、実在の人物とは関係ありません。どの回答にもその旨が示されます。",
  },
  questions: { en: "Three questions, answered now", ja: "三つの質問と、今の回答" },
  waiting: { en: "Asking the graph …", ja: "問い合わせ中…" },
  withoutScript: {
    en: "With JavaScript, the graph's answer is shown here.",
    ja: "JavaScript が有効なら、ここに回答が表示されます。",
  },
  noAnswer: { en: "The graph gave no answer just now.", ja: "現在、回答が得られませんでした。" },
  query: { en: "The query", ja: "クエリ" },
  inExplorer: { en: "Open in the explorer", ja: "エクスプローラーで開く" },
  where: { en: "Where to go on", ja: "次に進む" },
  exports: { en: "Exports of your own", ja: "独自の問い合わせの持ち帰り" },
  exportsAbout: {
    en: "Ask your own question in JSON, and take the answer as CSV or Excel by these addresses.",
    ja: "独自の問い合わせを JSON で行い、次のアドレスで回答を CSV または Excel で受け取れます。",
  },
  exportsInExplorer: {
    en: "The explorer has a button for each.",
    ja: "エクスプローラーにはボタンがあります。",
  },
  documentation: { en: "Documentation", ja: "文書" },
  documentationAbout: {
    en: "Guides are in the project: README.md for analysts, officers, applications and developers, schema/clients for Excel, pandas, R and clients.",
    ja: "利用者別の案内はプロジェクトの README.ja.md と README.md に、Excel・pandas・R・クライアントの案内は schema/clients にあります。",
  },
  schemaInReference: {
    en: "Every type and field is described in the reference.",
    ja: "すべての型とフィールドの説明はリファレンスにあります。",
  },
  who: { en: "Who may see what", ja: "誰が何を見られるか" },
  whoColumn: { en: "Who", ja: "誰が" },
  whatColumn: { en: "What", ja: "何を" },
  whoNote: {
    en: "Personal data are answered only to a request that says its purpose, and every look is put on record.",
    ja: "個人情報は、利用目的を示した問い合わせにだけ回答し、閲覧はすべて記録されます。",
  },
  programs: {
    en: "Programs ask at /graphql (POST, JSON).",
    ja: "プログラムからは /graphql に POST（JSON）で問い合わせます。",
  },
} as const satisfies Record<string, PageText>;

/** Who may see what: a row each. */
export const access: readonly { readonly who: PageText; readonly what: PageText }[] = [
  {
    who: { en: "Everybody", ja: "誰でも" },
    what: {
      en: "Published facts and figures; statistics of each 31 March and fiscal year, in which small groups are protected",
      ja: "公表された事実と数値。各年3月31日・各年度の統計（少人数は保護）",
    },
  },
  {
    who: { en: "Analysts, by agreement", ja: "分析者（取り決めによる）" },
    what: {
      en: "Also what offices record without persons, and protected statistics of any day",
      ja: "加えて、個人を含まない業務記録と、任意の日の統計（保護あり）",
    },
  },
  {
    who: { en: "Officers of an area", ja: "各部署の担当者" },
    what: {
      en: "The records and persons of their own area, and its changes",
      ja: "自部署の業務記録と個人情報、およびその変更",
    },
  },
  {
    who: { en: "Municipalities", ja: "自治体" },
    what: {
      en: "The external personnel list, once it was granted to them",
      ja: "提供が認められた外部人材リスト",
    },
  },
  {
    who: { en: "Applications", ja: "アプリケーション" },
    what: {
      en: "What their token names, by operations that were registered for them",
      ja: "トークンに示された範囲を、登録済みの操作で",
    },
  },
];
