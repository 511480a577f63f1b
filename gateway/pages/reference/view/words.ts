import type { AreaName } from "../../../../subgraphs/areas";
import type { PageText } from "../../shared/page-language";
import type { AreaOf } from "../model/areas-of";
import type { TypeKind } from "../model/kind-of";

/** What the pages of the reference say, in both languages. What the schema says stays as it is there, in English. */
export const words = {
  heading: { en: "API reference", ja: "API リファレンス" },
  about: {
    en: "Every query, change, type, field and argument of the graph, with who may see it, what it costs and an example that runs.",
    ja: "グラフのすべてのクエリ・変更・型・フィールド・引数と、閲覧できる人、コスト、そのまま実行できる例。",
  },
  lead: {
    en: "Made from the schema that this gateway answers from. Begin with a query: what it gives leads on to the types.",
    ja: "このゲートウェイのスキーマから作られています。クエリから始めると、回答の型へとたどれます。説明文はスキーマのまま（英語）です。",
  },
  search: { en: "Search the reference", ja: "リファレンスを検索" },
  found: { en: "found", ja: "件" },
  foundMore: { en: "the first 30 are shown", ja: "最初の30件を表示" },
  nothingFound: { en: "Nothing has these words.", ja: "該当するものはありません。" },
  searchFailed: {
    en: "The search could not be loaded. Type again to try once more.",
    ja: "検索を読み込めませんでした。もう一度入力すると再試行します。",
  },
  missing: { en: "The schema does not have this", ja: "スキーマにこの名前はありません" },
  missingAbout: {
    en: "A type, a query or a change has a page of its own, as Agency or Query.agency. Look for its name above.",
    ja: "型、クエリ、変更には、Agency や Query.agency のようにそれぞれのページがあります。上の欄で名前を検索してください。",
  },
  queries: { en: "Queries", ja: "クエリ" },
  changes: { en: "Changes", ja: "変更" },
  types: { en: "Types", ja: "型" },
  query: { en: "query", ja: "クエリ" },
  change: { en: "change (mutation)", ja: "変更（ミューテーション）" },
  fields: { en: "Fields", ja: "フィールド" },
  values: { en: "Values", ja: "値" },
  arguments: { en: "Arguments", ja: "引数" },
  gives: { en: "Gives", ja: "回答" },
  defaultValue: { en: "by default", ja: "既定値" },
  required: { en: "required", ja: "必須" },
  deprecated: { en: "Deprecated.", ja: "非推奨。" },
  whoSees: { en: "Who may see it", ja: "閲覧できる人" },
  whoUses: { en: "Who may use it", ja: "使える人" },
  everybody: { en: "Everybody", ja: "誰でも" },
  callersWith: { en: "Callers with", ja: "次のスコープを持つ呼び出し元：" },
  either: { en: "or", ja: "または" },
  app: { en: "an application whose token names it", ja: "トークンに示されたアプリケーション" },
  personal: {
    en: "It is about a person: a request says its purpose (header graph-purpose), and the look is put on record.",
    ja: "個人に関する情報です。利用目的（ヘッダー graph-purpose）が必要で、閲覧は記録されます。",
  },
  personalWith: {
    en: "For callers who are shown more in it, it is about a person, and needs a purpose (header graph-purpose):",
    ja: "より詳しく見られる次のスコープの呼び出し元には個人に関する情報となり、利用目的（ヘッダー graph-purpose）が必要です：",
  },
  cost: { en: "Cost", ja: "コスト" },
  area: { en: "Area", ja: "部署" },
  specifiedBy: { en: "Specified by", ja: "仕様" },
  implementedBy: { en: "Types that have it", ja: "実装する型" },
  usedBy: { en: "Where it is used", ja: "使われている所" },
  example: { en: "Example", ja: "例" },
  variables: { en: "Variables", ja: "変数" },
  inExplorer: { en: "Open in the explorer", ja: "エクスプローラーで開く" },
  exampleCosts: { en: "It can cost at most", ja: "この例のコストは最大" },
  exampleAsOf: {
    en: "Send it with the header Graph-As-Of:",
    ja: "次のヘッダーを付けます。Graph-As-Of:",
  },
  exampleNeedsId: {
    en: "Put an id that a list has given in the place of an-id; with this one the answer is null.",
    ja: "an-id は一覧で得た id に置き換えます。このままでは回答は null です。",
  },
  exampleOfChange: {
    en: "The values show the form of the input, and nothing else.",
    ja: "値は入力の形を示すだけのものです。",
  },
} as const satisfies Record<string, PageText>;

/** The areas, as headings. */
export const areaWords: Readonly<Record<AreaOf, PageText>> = {
  recruitment: { en: "Recruitment of DX experts", ja: "DX外部人材の募集" },
  dispatch: { en: "Dispatch abroad", ja: "海外派遣" },
  fellowship: { en: "Fellowship", ja: "フェローシップ" },
  cooperation: { en: "Cooperation", ja: "国際協力" },
  shared: { en: "Of all areas", ja: "共通" },
} satisfies Record<AreaName | "shared", PageText>;

/** The kinds of types, as headings. */
export const kindWords: Readonly<Record<TypeKind, PageText>> = {
  object: { en: "Objects", ja: "オブジェクト" },
  interface: { en: "Interfaces", ja: "インターフェース" },
  part: { en: "Pages of lists, results of changes", ja: "一覧のページと変更の結果" },
  filter: { en: "Filters and orders", ja: "絞り込みと並べ替え" },
  input: { en: "Inputs", ja: "入力" },
  enum: { en: "Enums", ja: "列挙" },
  scalar: { en: "Scalars", ja: "スカラー" },
};

/** What one type of a kind is called. */
export const kindOfOne: Readonly<Record<TypeKind, PageText>> = {
  object: { en: "object", ja: "オブジェクト" },
  interface: { en: "interface", ja: "インターフェース" },
  part: { en: "part of a list or of a change", ja: "一覧または変更の一部" },
  filter: { en: "filter or order", ja: "絞り込みまたは並べ替え" },
  input: { en: "input", ja: "入力" },
  enum: { en: "enum", ja: "列挙" },
  scalar: { en: "scalar", ja: "スカラー" },
};
