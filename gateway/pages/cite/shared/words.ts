import type { PageText } from "../../shared/page-language";

/** What the page of a cited answer says, in both languages. */
export const words = {
  title: { en: "Cited answer – personnel-graph", ja: "引用された回答 – personnel-graph" },
  description: {
    en: "An answer of personnel-graph, kept as it was given, with the text to cite it by.",
    ja: "personnel-graph の回答をそのまま保存したものと、引用のための文。",
  },
  heading: { en: "A cited answer", ja: "引用された回答" },
  about: {
    en: "This answer is kept exactly as it was given. Corrections and releases since then do not change it.",
    ja: "この回答は、回答時のまま保存されています。その後の訂正や公表によって変わることはありません。",
  },
  stranger: {
    en: "The question was written by whoever cited it, and so were its name, its values in the texts to paste, and the captions and columns of the tables. Only what is in the cells is the graph's.",
    ja: "問合せは引用した人が書いたものです。その名前、貼り付ける文の中の値、表の見出しと列の名前も同じです。グラフによるのは表の中の値だけです。",
  },
  synthetic: {
    en: "The records behind counted numbers are made up for demonstration: true of no real person. Published figures are real.",
    ja: "集計のもととなる業務記録は実演用の架空のもので、実在の人物とは関係がありません。公表値は実際のものです。",
  },
  paste: { en: "To paste", ja: "貼り付ける文" },
  inEnglish: { en: "In English", ja: "英語" },
  inJapanese: { en: "In Japanese", ja: "日本語" },
  files: { en: "As a file:", ja: "ファイル：" },
  answerFile: { en: "the answer (JSON)", ja: "回答（JSON）" },
  answer: { en: "The answer", ja: "回答" },
  rows: { en: "rows", ja: "行" },
  firstRows: { en: "the first rows; the file has all", ja: "先頭の行。すべてはファイルにあります" },
  json: { en: "As JSON", ja: "JSON で見る" },
  question: { en: "The question", ja: "問合せ" },
  operation: { en: "Query", ja: "クエリ" },
  variables: { en: "Variables", ja: "変数" },
  asOf: { en: "As of, where the query names no day", ja: "基準日（クエリに日付がない場合）" },
  knownAt: { en: "Of what was on record at", ja: "記録の時点" },
  day: { en: "Answered on (Asia/Tokyo)", ja: "回答日（日本時間）" },
  language: { en: "Language of names", ja: "名称の言語" },
  releases: { en: "Releases of statistics", ja: "統計の公表版" },
  noRelease: { en: "not known", ja: "不明" },
  schema: { en: "Schema (SHA-256)", ja: "スキーマ（SHA-256）" },
  hash: { en: "Answer (SHA-256)", ja: "回答（SHA-256）" },
  again: { en: "Ask it again in the explorer", ja: "エクスプローラーで改めて問い合わせる" },
  today: { en: "The same question today", ja: "同じ問合せへの今の回答" },
  asksAsYou: {
    en: "The question is sent to the graph from your browser, without a token, only when you ask for it.",
    ja: "問合せは、求めたときにだけ、このブラウザーからトークンなしでグラフに送られます。",
  },
  askAgain: { en: "Ask again today", ja: "今日あらためて問い合わせる" },
  asking: { en: "Asking the graph …", ja: "問い合わせ中…" },
  same: {
    en: "Asked again just now, the graph gives the same answer.",
    ja: "今あらためて問い合わせても、回答は同じです。",
  },
  differs: {
    en: "Asked again just now, the graph answers otherwise here:",
    ja: "今あらためて問い合わせると、次の箇所の回答が異なります。",
  },
  more: { en: "more places", ja: "か所がほかにあります" },
  cited: { en: "cited", ja: "引用時" },
  now: { en: "now", ja: "現在" },
  place: { en: "Place", ja: "箇所" },
  missing: { en: "nothing", ja: "なし" },
  notAnswered: {
    en: "Asked again just now, the graph does not answer this question:",
    ja: "今あらためて問い合わせると、この問合せには回答がありません。",
  },
  failed: {
    en: "The graph could not be asked just now.",
    ja: "今は問い合わせができませんでした。",
  },
  withoutScript: {
    en: "With JavaScript, this page can ask again and say whether the answer is still the same.",
    ja: "JavaScript が有効なら、あらためて問い合わせて、今も回答が同じかどうかをここに示せます。",
  },
  notFoundTitle: {
    en: "No such citation – personnel-graph",
    ja: "引用がありません – personnel-graph",
  },
  notFound: { en: "No answer is kept here", ja: "ここには回答が保存されていません" },
  notFoundAbout: {
    en: "The address of a cited answer ends with 32 letters and digits. Look whether it was copied whole.",
    ja: "引用された回答のアドレスは、32文字の英数字で終わります。途中で切れていないか確かめてください。",
  },
} as const satisfies Record<string, PageText>;
