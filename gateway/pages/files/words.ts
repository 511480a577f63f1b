import type { PageText } from "../shared/page-language";

/** The words of the page of files. */
export const words = {
  label: { en: "Files", ja: "ファイル" },
  about: {
    en: "Common tables as CSV, Excel, NDJSON or JSON, each with an address that Excel, Power Query, pandas and R take as it is.",
    ja: "よく使う表を CSV・Excel・NDJSON・JSON で受け取れます。Excel・Power Query・pandas・R にそのまま貼れるアドレスもあります。",
  },
  synthetic: {
    en: "Published figures here are real. What is counted from records is counted from made-up ones, for demonstration.",
    ja: "公表値は実際のものです。業務記録から数えた数値は、デモ用の架空の記録によるものです。",
  },
  none: {
    en: "Nothing is offered here: this gateway has no registered operation that everybody can ask at an address.",
    ja: "この環境には、アドレスで公開されている表はありません。",
  },
  optional: { en: " (can be left empty)", ja: "（空欄可）" },
  several: {
    en: "Several have commas between them, without spaces",
    ja: "複数の場合は半角カンマで区切ります（空白なし）",
  },
  wholeNumbers: { en: "Whole numbers in ASCII digits", ja: "半角の整数" },
  language: { en: "Language of names", ja: "名称の言語" },
  leftOut: { en: "not chosen", ja: "指定しない" },
  address: {
    en: "Address, for Excel and Power Query (Data › From Web)",
    ja: "アドレス（Excel・Power Query では「データ」›「Web から」に貼り付けます）",
  },
  programs: { en: "In pandas and R", ja: "pandas と R では" },
  forPrograms: {
    en: "The addresses need no token, and answer with the numbers of the moment. Programs get this list as JSON from",
    ja: "アドレスの利用にトークンは要りません。開くたびに、その時点の数値を返します。プログラムは次のアドレスからこの一覧を JSON で取得できます：",
  },
} as const satisfies Record<string, PageText>;
