/** A form of English messages: how it reads, and what its parts say in Japanese. */
type Form = readonly [english: RegExp, japanese: (...parts: readonly string[]) => string];

/** A longer message is not looked at: it has no form that we know, and to find that out takes long. */
const longestMessage = 2_000;

const counted: Readonly<Record<string, string>> = {
  tokens: "字句",
  aliases: "別名",
  directives: "ディレクティブ",
  characters: "文字",
};

/** A message of another form, and before it the variable or parameter that it is about. */
const within = /^(Variable "\$\w+"(?: at "[^"]*")?|In the parameter \w+): (Expected .+)$/s;

/**
 * The forms of messages that are met most. Values stay as they are shown in English. What is before a value is a form's own
 * text, so the first place that fits is the right one: a value that reads like a form stays one value.
 */
const forms: readonly Form[] = [
  [
    /^Expected (\w+) between ([\d,]+) and ([\d,]+), received (.+?)\.$/s,
    (name, least, most, received) =>
      `${name}は${least}以上${most}以下でなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Expected an instant such as (.+?) or a day such as (.+?), received (.+?)\.$/s,
    (instant, day, received) =>
      `${instant}のような日時か、${day}のような日付で指定してください。受け取った値は${received}です。`,
  ],
  [
    /^Expected a day that exists, YYYY-MM-DD such as (.+?), received (.+?)\.$/s,
    (example, received) =>
      `${example}のように、実在する日付をYYYY-MM-DDの形で指定してください。受け取った値は${received}です。`,
  ],
  [
    /^Expected a date that exists, such as (.+?), received (.+?)\.$/s,
    (examples, received) =>
      `${examples.replace(/, | or /g, "、")}のように、実在する日付を指定してください。受け取った値は${received}です。`,
  ],
  [
    /^Expected an instant such as (.+?), received (.+?)\.$/s,
    (example, received) =>
      `${example}のように、時差を含めてRFC 3339の形で指定してください。受け取った値は${received}です。`,
  ],
  [
    /^Expected the id of an existing .+, received (.+?)\.$/s,
    (received) => `受け取ったidは${received}です。`,
  ],
  [
    /^Expected .+ to be at version (\d+), found version (\d+): .+ Read it again\.$/s,
    (expected, found) =>
      `期待された版は${expected}、現在の版は${found}です。もう一度読み直してください。`,
  ],
  [
    /^Expected Graph-As-Of to be one day that exists, YYYY-MM-DD such as (.+?), received (.+?)\.$/s,
    (example, received) =>
      `ヘッダーGraph-As-Ofには、${example}のように、実在する日付をYYYY-MM-DDの形で一つ指定してください。受け取った値は${received}です。`,
  ],
  [
    /^Expected each (?:field|dimension) once in (\w+), received (.+?) twice\.$/s,
    (name, received) => `${name}に${received}が2度あります。`,
  ],
  [
    /^Expected each fiscal year once, received (.+?) twice\.$/s,
    (received) => `${received}年度が2度あります。`,
  ],
  [
    /^Expected for (\S+) in filter one of (.+?); received (.+?)\.$/s,
    (field, codes, received) =>
      `filterの${field}に${received}は使えません。使えるのは${codes}です。`,
  ],
  [
    /^Expected at most (\d+) (conditions|levels) in a filter, received .+ (?:from|at) (filter\S*?)(?: on)?\.$/s,
    (most, what, place) =>
      what === "levels"
        ? `filterの入れ子は${most}段まででなければなりませんが、${place}が超えています。`
        : `filterの条件は${most}個まででなければなりませんが、${place}から超えています。`,
  ],
  [
    /^Expected a value for (.+?), received null\. To find what is unknown, use isNull: true\.$/s,
    (place) => `${place}にnullは使えません。値が不明のものを探すにはisNull: trueを使ってください。`,
  ],
  [
    /^Expected id to be 1–(\d+) lower-case .+, as (\S+), received (.+?)\.$/s,
    (most, example, received) =>
      `${example}のように、英小文字と数字をハイフンでつないだ${most}字以内でなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Expected at most (\d+) requests a minute, received more\. Send again in (\d+) seconds?\.$/,
    (most, seconds) => `1分間の要求は${most}件までです。${seconds}秒後にもう一度送ってください。`,
  ],
  [
    /^Expected fields at most (\d+) deep, received (\d+)\.$/,
    (most, received) => `項目の入れ子は${most}段までですが、${received}段あります。`,
  ],
  [
    /^Expected a query of at most (\d+) fields, fragments in their places, received one of (\d+)\.$/,
    (most, received) => `フラグメントを展開した項目は${most}個までですが、${received}個あります。`,
  ],
  [
    /^Expected a query that costs at most (\d+), received one that could cost (\d+)\. Ask for fewer .+$/,
    (most, received) =>
      `費用の上限は${most}ですが、${received}になるおそれがあります。firstやfiscalYearsを減らすなどしてください。`,
  ],
  [
    /^Expected a document of at most (\d+) (\w+), received one with more\.$/,
    (most, what) => `${counted[what] ?? what}は${most}個までです。`,
  ],
  [
    /^Expected a caller with (.+?), received one without a token\. Send one in the header authorization\.(?: Open to it are (.+?)\.)?$/s,
    (scopes, open) =>
      `${needed(scopes)}。トークンのない要求です。ヘッダーauthorizationにトークンを付けてください。${alternatives(open)}`,
  ],
  [
    /^Expected a caller with (.+?), received one with the role (.+?)\.(?: Open to it are (.+?)\.)?$/s,
    (scopes, role, open) => `${needed(scopes)}。呼び出し元の役割：${role}。${alternatives(open)}`,
  ],
  [
    /^Expected a caller who is permitted to ask for the schema \((.+?)\), received (?:one without a token|one with the role (.+?))\.(?: Send one in the header authorization\.)?$/s,
    (readers, role) =>
      `スキーマを問い合わせられる役割：${readers}。${role === "" ? "トークンのない要求です。" : `呼び出し元の役割：${role}。`}`,
  ],
  [
    /^Expected the header graph-purpose, which says what the personal data in (.+?) are asked for, received none\.$/s,
    (place) => `個人情報のある項目：${place}。`,
  ],
  [
    /^Expected format to be one of (.+?), received (.+?)\.$/s,
    (formats, received) =>
      `formatは${formats}のいずれかでなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Something went wrong on our side\. Report it with request id (.+?)\.$/,
    (id) => `要求番号${id}を添えて連絡してください。`,
  ],
  [
    /^Subgraph "(.+?)" (?:was no longer waited for|is unavailable|did not answer in time|gave an answer that cannot be used); the rest of the answer is complete\.$/,
    (subgraph) => `サブグラフ${subgraph}以外の回答はそろっています。`,
  ],
  [
    /^Subgraph "(.+?)" .+; it was not asked, so the change was not made\. Send it again later\.$/,
    (subgraph) =>
      `サブグラフ${subgraph}には送られていないため、変更は行われていません。しばらくしてからもう一度送ってください。`,
  ],
  [
    /^Subgraph "(.+?)" .+; whether the change was made is not known\. If it had .+$/,
    (subgraph) =>
      `サブグラフ${subgraph}で変更が行われたかどうかは分かりません。idempotencyKeyを付けていたときは、同じキーでもう一度送れば一度だけ行われます。付けていないときは、先に読んで確かめてください。`,
  ],
  [/^Left out: (\d+) more of these errors\.$/, (many) => `同じエラーがほかに${many}件あります。`],
  [
    /^Cannot query field "(\w+)" on type "(\w+)"\.(?: Did you mean (.+?)\?)?$/s,
    (field, type, others) =>
      `型${type}に項目${field}はありません。${others === "" ? "" : `もしかして：${others}`}`,
  ],
  [
    /^Unknown argument "(\w+)" on field "([\w.]+)"\.(?: It has (.+?)\.)?$/s,
    (argument, field, known) =>
      `${field}に引数${argument}はありません。${known === "none" || known === "" ? "" : `使えるのは${known}です。`}`,
  ],
  [
    /^Expected a measure that is released to the public, received (\w+)\.$/,
    (measure) => `${measure}は公表していません。`,
  ],
  [
    /^Expected a table of (\w+) that is released to the public: (.+?); received it (.+?)\.$/,
    (measure, tables, received) =>
      `${measure}の公表している表は、${tables.split(", ").map(tableNamed).join("、")}です。求められたのは${tableNamed(received)}です。`,
  ],
  [
    /^Expected a reference day: (\w+) (.+?) is released to the public as of (.+?); received (\S+)\.$/,
    (measure, table, days, received) =>
      `${measure}の${tableNamed(table)}は、${days.split(", ").map(dayNamed).join("、")}現在について公表しています。求められたのは${received}です。`,
  ],
  [
    /^Expected fiscalYears for (\w+), which is released to the public by fiscal years that are over; received everything up to (\S+)\.$/,
    (measure, received) =>
      `${measure}は、終わった年度ごとに公表しています。fiscalYearsを指定してください。求められたのは${received}までの全期間です。`,
  ],
  [
    /^Expected in (\w+) a dimension of (\w+): (.+?); received (\w+)\.$/,
    (where, measure, dimensions, received) =>
      `${where}に${received}は使えません。${measure}で使えるのは${dimensions}です。`,
  ],
  [
    /^Expected at most (\d+) dimensions in groupBy and filter together from a caller .+, received (\d+): (.+?)\.$/,
    (most, received, dimensions) =>
      `groupByとfilterの区分は合わせて${most}個までですが、${received}個あります：${dimensions}。`,
  ],
  [/^Nothing has been released yet\.$/, () => "まだ何も公表されていません。"],
  [
    /^Nothing is here\. The graph answers on \/graphql\.$/,
    () => "ここには何もありません。グラフは/graphqlにあります。",
  ],
  [
    /^Expected a body of at most (\d+) bytes, received a larger one\.$/,
    (most) => `本文は${most}バイトまでです。`,
  ],
  [
    /^Expected content-type application\/json, received (.+?)\.$/s,
    (received) =>
      `content-typeはapplication/jsonでなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Expected one of the methods (.+?), received (\w+)\.$/,
    (methods, received) => `使えるメソッドは${methods}です。受け取ったのは${received}です。`,
  ],
  [
    /^Expected a day up to today, (\S+), received (\S+)\.$/,
    (today, received) =>
      `今日（${today}）までの日でなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Expected a whole number from (\d+) to (\d+), received (.+?)\.$/s,
    (least, most, received) =>
      `${least}以上${most}以下の整数でなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Expected parameters of (.+?), received (.+?)\.$/s,
    (known, received) => `${received}というパラメーターはありません。使えるのは${known}です。`,
  ],
  [
    /^Expected the parameter (\w+), received none\.$/,
    (name) => `パラメーター${name}が必要ですが、ありません。`,
  ],
  [
    /^Expected the parameter (\w+) once, received it again\. Values of a list have commas between them\.$/,
    (name) =>
      `パラメーター${name}が2度あります。複数の値は、コンマで区切って一つのパラメーターに指定してください。`,
  ],
  [
    /^Expected the parameter (\w+) to be (.+?)(, or several with commas between them)?, received (.+?)\.$/s,
    (name, kind, many, received) =>
      `パラメーター${name}は${kindNamed(kind)}${many === "" ? "" : "（複数はコンマ区切り）"}で指定してください。受け取った値は${received === "nothing" ? "空" : received}です。`,
  ],
  [
    /^Expected an address that \/q lists, ending with one of (.+?), received (.+?)\.$/s,
    (endings, received) => `末尾に使えるのは${endings}です。受け取ったのは${received}です。`,
  ],
  [
    /^Expected a text of 1–(\d+) characters that can be read, received (.+?)\.$/s,
    (most, received) =>
      `1～${most}字の読める文字でなければなりませんが、${received}を受け取りました。`,
  ],
  [
    /^Expected a day after (\S+), the first day, received (\S+): it is the first day on which it no longer holds\.$/,
    (from, received) =>
      `初日の${from}より後の日（効力がなくなる最初の日）でなければなりませんが、${received}を受け取りました。`,
  ],
];

/**
 * The detail of an English message in Japanese: its parts in the words of its form; nothing for a message of a form that is not
 * among those we know.
 */
export function detailInJapanese(english: string): string | undefined {
  if (english.length > longestMessage) return undefined;
  const { 1: place, 2: said = "" } = within.exec(english) ?? [];
  if (place !== undefined) return `${placeNamed(place)}：${detailInJapanese(said) ?? said}`;
  for (const [form, japanese] of forms) {
    const found = form.exec(english);
    if (found) return japanese(...found.slice(1).map((part) => part ?? ""));
  }
  return undefined;
}

/** A variable or parameter as messages name it before what is wrong with it. */
function placeNamed(place: string): string {
  const [, variable, at] = /^Variable "(\$\w+)"(?: at "(.*)")?$/s.exec(place) ?? [];
  if (variable === undefined) return place.replace(/^In the parameter /, "パラメーター");
  return `変数${variable}${at === undefined ? "" : `の${at}`}`;
}

/** What a parameter has to be, as messages name it. */
function kindNamed(kind: string): string {
  const [, values] = /^one of (.+)$/s.exec(kind) ?? [];
  if (values !== undefined) return `${values}のいずれか`;
  const [, type] = /^a value of the type (\w+)$/.exec(kind) ?? [];
  return type === undefined ? (kinds[kind] ?? kind) : `${type}型の値`;
}

const kinds: Readonly<Record<string, string>> = {
  "a whole number": "整数",
  "a number": "数",
  "true or false": "trueまたはfalse",
  "en or ja": "enまたはja",
};

/** A table as messages name it, `in total` or `by REGION and YEAR`. */
function tableNamed(text: string): string {
  return text === "in total" ? "総数" : `${text.replace(/^by /, "").replaceAll(" and ", "×")}別`;
}

/** Days as messages name them. */
function dayNamed(text: string): string {
  const known: Readonly<Record<string, string>> = {
    "each 31 March": "毎年3月31日",
    "the end of each quarter": "各四半期末",
  };
  return known[text] ?? text;
}

/** `a or b for x, c for y and 2 more`, as a message names the scopes that places need. */
function needed(scopes: string): string {
  const [, named = scopes, others] = /^(.+) and (\d+) more$/s.exec(scopes) ?? [];
  const places = named.split(", ").map((each) => {
    const [, scope = "", place = ""] = /^(.+) for (.+)$/s.exec(each) ?? [];
    return place === "" ? each : `${place}には${scope.replaceAll(" or ", "または")}`;
  });
  const rest = others === undefined ? "" : `、ほか${others}件`;
  return `必要な権限：${places.join("、")}${rest}`;
}

function alternatives(open: string): string {
  return open === "" ? "" : `使えるのは${open}です。`;
}
