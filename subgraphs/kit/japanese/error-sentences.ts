import type { ErrorCode } from "../errors";

/**
 * What each code of errors says, in Japanese; our words, as the English are. Whatever can be different between two errors with one
 * code is in what follows it ({@link messageInJapanese}).
 */
export const errorSentences: Readonly<Record<ErrorCode, string>> = {
  ADDRESS_NOT_FOUND: "このアドレスはありません。/qに一覧があります。",
  AUDIT_UNAVAILABLE: "監査ログに書き込めないため、記録が必要な回答や変更はできません。",
  BAD_REQUEST: "GraphQLの要求として受け付けられないHTTP要求です。",
  BAD_USER_INPUT: "入力された値が型に合わないか、大きすぎます。",
  CITATION_NOT_FOUND: "このidで保存された回答はありません。",
  CITATION_TOO_LARGE: "引用のために保存できる長さを、回答と質問が超えています。",
  CITATION_UNAVAILABLE:
    "引用する回答を今は保存も表示もできません。しばらくしてからもう一度送るか、引用を求めずに送ってください。",
  CITATIONS_FULL:
    "引用のために保存できる量の1日の上限に達しました。明日もう一度送るか、引用を求めずに送ってください。",
  CONCURRENT_CHANGE:
    "同じ記録がほかから変更され続けていたため、何も書き込まれませんでした。もう一度送ってください。",
  CONTRADICTORY_PAGE: "latestとafterが同時に指定されています。",
  CONTRADICTORY_DATES: "統計の時点と年度が同時に指定されています。",
  CONTRADICTORY_NUMBERS: "公表しようとする表が、直近の公表統計と、または表どうしで矛盾しています。",
  DOCUMENT_TOO_LONG: "問い合わせの文書が長すぎます。",
  FORBIDDEN: "見る権限、または使う権限がありません。",
  GRAPHQL_PARSE_FAILED: "問い合わせがGraphQLの文法に合っていません。",
  GRAPHQL_VALIDATION_FAILED: "問い合わせがスキーマに合っていません。",
  IDEMPOTENCY_KEY_REUSED:
    "このidempotencyKeyは別の変更または別の入力に使われています。何も書き込まれませんでした。",
  IDENTITY_UNAVAILABLE:
    "トークンを検証する鍵を取得できません。しばらくしてからもう一度送ってください。",
  INTERNAL_SERVER_ERROR: "グラフの内部で問題が起きました。",
  INTROSPECTION_REFUSED: "スキーマを問い合わせる権限がありません。",
  INVALID_ACTOR: "ヘッダーx-actorが正しくありません。",
  INVALID_ASSERTION:
    "サブグラフへの要求に、ゲートウェイの署名がありません。ゲートウェイに問い合わせてください。",
  INVALID_COUNTRY_CODE: "国コードが正しくありません。ISO 3166-1の英大文字2字で指定してください。",
  INVALID_CURSOR: "カーソルが正しくありません。afterを付けずに最初からやり直してください。",
  INVALID_DATE: "日付が正しくありません。",
  INVALID_DATE_TIME: "日時が正しくありません。",
  INVALID_FIGURE_ID: "公表値の番号の形が正しくありません。",
  INVALID_FILTER: "検索条件が正しくありません。",
  INVALID_FISCAL_YEAR: "年度が正しくありません。",
  INVALID_FORMAT: "回答の形式が正しくないか、その形式では表せません。",
  INVALID_GROUPING: "統計の区分が正しくありません。",
  INVALID_IDEMPOTENCY_KEY: "idempotencyKeyが正しくありません。",
  INVALID_LIMIT: "limitが正しくありません。",
  INVALID_KNOWN_AT: "knownAtが正しくありません。",
  INVALID_MUNICIPALITY_CODE:
    "地方公共団体コードが正しくありません。検査数字で終わる6桁の数字で指定してください。",
  INVALID_ORDERING: "並べ替えが正しくありません。同じ項目が2度指定されています。",
  INVALID_UPDATED_SINCE: "updatedSinceが正しくありません。",
  INVALID_WAIT: "待ち時間が正しくありません。",
  INVALID_PAGE_SIZE: "1ページの件数が正しくありません。",
  INVALID_PARAMETER: "アドレスのパラメーターが正しくありません。",
  INVALID_PARTIAL_DATE: "日付が正しくありません。",
  INVALID_PURPOSE: "ヘッダーgraph-purposeが正しくありません。",
  INVALID_TABLE: "公表しようとする表を読み取れません。",
  INVALID_TOKEN: "トークンが受け付けられません。",
  LIST_NOT_GRANTED: "外部人材リストの提供を受けていない地方公共団体か、提供を受けていない日です。",
  LIST_TOO_LONG: "一覧の件数が上限を超えています。",
  NOT_RELEASED: "公表されていない統計です。",
  OPERATION_NOT_REGISTERED: "この呼び出し元に登録された問い合わせではありません。",
  OPERATION_RESOLUTION_FAILURE: "文書の中のどの操作を実行するのか分かりません。",
  PERSISTED_QUERY_NOT_FOUND:
    "このハッシュの問い合わせは登録されていません。問い合わせそのものを送ってください。",
  PERSISTED_QUERY_NOT_SUPPORTED: "登録された問い合わせの利用は止められています。",
  PURPOSE_REQUIRED: "個人情報の問い合わせには、利用目的を示すヘッダーgraph-purposeが必要です。",
  QUERY_TOO_COSTLY: "問い合わせの費用が、1回の上限を超えるおそれがあります。",
  QUERY_TOO_DEEP: "問い合わせの入れ子が深すぎます。",
  RATE_LIMITED: "要求または引用の回数の上限を超えました。",
  SERVICE_BUSY:
    "サブグラフのデータベースが混み合っています。数秒待ってからもう一度送ってください。変更は同じidempotencyKeyを付けて送ってください。",
  STATISTICS_BUSY: "統計の要求が集中しています。少し待ってからもう一度送ってください。",
  STATISTICS_TOO_LARGE: "統計の区分が多すぎるか、集計に時間がかかりすぎます。",
  SUBGRAPH_ABANDONED: "呼び出し元が接続を切ったため、サブグラフの回答を待つのをやめました。",
  SUBGRAPH_INVALID_RESPONSE: "サブグラフの回答が使えないものでした。",
  SUBGRAPH_TIMEOUT: "サブグラフが時間内に回答しませんでした。",
  SUBGRAPH_UNAVAILABLE: "サブグラフに接続できません。",
  TABLE_TOO_DETAILED: "業務記録を見る権限のない呼び出し元には細かすぎる統計です。",
  TOO_BUSY: "サブグラフへの要求が集中しています。",
  TOO_MANY_AT_ONCE: "同時に処理できる要求の上限を超えました。",
};
