import type { PageText } from "../../shared/page-language";
import type { Audience } from "./examples";

/** What the explorer says, in both languages. */
export const words = {
  title: { en: "Explorer – personnel-graph", ja: "エクスプローラー – personnel-graph" },
  heading: { en: "Explorer", ja: "エクスプローラー" },
  needsScript: {
    en: "The explorer needs JavaScript. Programs ask the graph at /graphql.",
    ja: "エクスプローラーには JavaScript が必要です。プログラムからは /graphql に問い合わせます。",
  },
  settings: { en: "Examples and settings", ja: "例と設定" },
  example: { en: "Example", ja: "例" },
  chooseExample: { en: "Choose an example …", ja: "例を選ぶ…" },
  role: { en: "Role", ja: "役割" },
  roleFailed: {
    en: "No token could be fetched. Is the local stack running, and is this page open as http://127.0.0.1?",
    ja: "トークンを取得できませんでした。ローカル環境は動いていますか。このページを http://127.0.0.1 で開いていますか。",
  },
  day: { en: "Day", ja: "基準日" },
  dayHint: { en: "As of which day? Empty: today", ja: "いつの時点か。空欄は今日" },
  language: { en: "Language of names", ja: "名称の言語" },
  purpose: { en: "Purpose", ja: "利用目的" },
  purposeHint: {
    en: "For personal data: what for? It is put on record.",
    ja: "個人情報の利用目的（記録されます）",
  },
  tokenHint: {
    en: "To ask with a role, put its token under Headers below.",
    ja: "役割を使って問い合わせるには、下の Headers にトークンを入れます。",
  },
  share: { en: "Share link", ja: "共有リンク" },
  shared: {
    en: "Link copied. It has the operation and its variables, no headers.",
    ja: "リンクをコピーしました（操作と変数のみ。ヘッダーは含みません）。",
  },
  shareByHand: { en: "Link to copy", ja: "コピーするリンク" },
  cost: { en: "Cost", ja: "コスト" },
  costHint: { en: "What this could cost, without running it", ja: "実行せずにコストを見積もる" },
  costOf: { en: "Could cost up to", ja: "見積もり（最大）" },
  budget: { en: "of a budget of", ja: "／上限" },
  cite: { en: "Cite", ja: "引用" },
  citeHint: {
    en: "Ask once more, and get a text to cite the answer by",
    ja: "もう一度問い合わせ、回答を引用する文を得る",
  },
  cited: { en: "Text to paste", ja: "貼り付ける文" },
  citedKept: {
    en: "The answer is kept. Its page has BibTeX and CSL-JSON too.",
    ja: "回答を保存しました。そのページには BibTeX と CSL-JSON もあります。",
  },
  citedNotKept: {
    en: "Answers to somebody with a token are not kept: they can be personal.",
    ja: "トークンを使った問い合わせへの回答は、個人情報を含みうるため保存しません。",
  },
  citedPage: { en: "Page of the citation", ja: "引用のページ" },
  table: { en: "Table", ja: "表" },
  close: { en: "Close", ja: "閉じる" },
  rows: { en: "rows", ja: "行" },
  download: { en: "Download", ja: "ダウンロード" },
  ndjsonHint: { en: "A line of JSON for each row", ja: "1行に1件の JSON" },
  chooseTable: {
    en: "This answer has several tables. Which one?",
    ja: "この回答には表が複数あります。どれを保存しますか。",
  },
  runFirst: { en: "Run an operation first.", ja: "先に操作を実行してください。" },
  noFormat: {
    en: "There is no answer in this format.",
    ja: "この形式では回答がありませんでした。",
  },
  saved: { en: "Saved as", ja: "保存しました：" },
  failed: { en: "This failed:", ja: "失敗しました：" },
  sandbox: { en: "Apollo Sandbox", ja: "Apollo Sandbox" },
  sandboxHint: {
    en: "Apollo's own explorer, from Apollo's network, in a new tab",
    ja: "Apollo のエクスプローラー（インターネット経由、新しいタブ）",
  },
} as const satisfies Record<string, PageText>;

/** For whom examples are. */
export const audiences: Readonly<Record<Audience, PageText>> = {
  analyst: { en: "Analysts and everybody", ja: "分析者・一般の方" },
  officer: { en: "Officers and internal apps", ja: "担当者・内部アプリ" },
  developer: { en: "Developers", ja: "開発者" },
};
