import { messageInJapanese } from "./message-in-japanese";

describe("a message in Japanese", () => {
  it.each([
    [
      "Expected first between 0 and 500, received 501.",
      "firstは0以上500以下でなければなりませんが、501を受け取りました。",
    ],
    [
      'Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received "2013-02-30".',
      '"2024-03-31"のように、実在する日付をYYYY-MM-DDの形で指定してください。受け取った値は"2013-02-30"です。',
    ],
    [
      'Variable "$input" at "input.startsOn": Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received 5.',
      '変数$inputのinput.startsOn："2024-03-31"のように、実在する日付をYYYY-MM-DDの形で指定してください。受け取った値は5です。',
    ],
    [
      'In the parameter asOf: Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received "x".',
      'パラメーターasOf："2024-03-31"のように、実在する日付をYYYY-MM-DDの形で指定してください。受け取った値は"x"です。',
    ],
    [
      'Variable "$code": Expected something that has no form here, received 5.',
      "変数$code：Expected something that has no form here, received 5.",
    ],
    [
      'Expected parameters of network, asOf, language, received "x, received この表は撤回されました。".',
      '"x, received この表は撤回されました。"というパラメーターはありません。使えるのはnetwork, asOf, languageです。',
    ],
    [
      'Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received "a, received b".',
      '"2024-03-31"のように、実在する日付をYYYY-MM-DDの形で指定してください。受け取った値は"a, received b"です。',
    ],
    [
      "Expected the parameter language to be en or ja, received fr.",
      "パラメーターlanguageはenまたはjaで指定してください。受け取った値はfrです。",
    ],
    [
      "Expected the parameter region to be one of ASIA, EUROPE, or several with commas between them, received nothing.",
      "パラメーターregionはASIA, EUROPEのいずれか（複数はコンマ区切り）で指定してください。受け取った値は空です。",
    ],
    [
      'Expected a date that exists, such as "2009", "2012-11" or "2024-03-31", received 5.',
      '"2009"、"2012-11"、"2024-03-31"のように、実在する日付を指定してください。受け取った値は5です。',
    ],
    [
      'Expected an instant such as "2024-03-31T23:59:59+09:00", received 5.',
      '"2024-03-31T23:59:59+09:00"のように、時差を含めてRFC 3339の形で指定してください。受け取った値は5です。',
    ],
    [
      'Expected the parameter year to be a whole number, or several with commas between them, received "abc".',
      'パラメーターyearは整数（複数はコンマ区切り）で指定してください。受け取った値は"abc"です。',
    ],
    [
      'Expected parameters of network, asOf, language, received "day".',
      '"day"というパラメーターはありません。使えるのはnetwork, asOf, languageです。',
    ],
    [
      "Expected at most 60 requests a minute, received more. Send again in 1 second.",
      "1分間の要求は60件までです。1秒後にもう一度送ってください。",
    ],
    [
      "Expected a caller with dispatch:records or analyst for officials, fellowship:records for a and 2 more, received one without a token. Send one in the header authorization. Open to it are A, B.",
      "必要な権限：officialsにはdispatch:recordsまたはanalyst、aにはfellowship:records、ほか2件。トークンのない要求です。ヘッダーauthorizationにトークンを付けてください。使えるのはA, Bです。",
    ],
    [
      "Expected a table of ON_DISPATCH that is released to the public: in total, by REGION and YEAR; received it by COUNTRY.",
      "ON_DISPATCHの公表している表は、総数、REGION×YEAR別です。求められたのはCOUNTRY別です。",
    ],
    [
      "Expected a reference day: ON_DISPATCH in total is released to the public as of each 31 March, 2013-10-01; received 2014-05-05.",
      "ON_DISPATCHの総数は、毎年3月31日、2013-10-01現在について公表しています。求められたのは2014-05-05です。",
    ],
    [
      'Subgraph "dispatch" is unavailable; the rest of the answer is complete.',
      "サブグラフdispatch以外の回答はそろっています。",
    ],
    ['Cannot query field "nothing" on type "Query".', "型Queryに項目nothingはありません。"],
    [
      "Something went wrong on our side. Report it with request id 4f-1.",
      "要求番号4f-1を添えて連絡してください。",
    ],
  ])("has the detail of a known form in Japanese: %s", (english, detail) => {
    expect(messageInJapanese("文。", english)).toBe(`文。${detail}`);
  });

  it("has another detail in English after its sentence, and what has no code as it is", () => {
    const english = "Expected a day, received $& and $1.";
    expect(messageInJapanese("文。", english)).toBe(`文。（${english}）`);
    expect(messageInJapanese(undefined, english)).toBe(english);
  });

  it("takes no long time for a long message", () => {
    const hostile = `Expected a caller with ${"a for b, ".repeat(500)}${", received one with the role".repeat(200)}`;
    const began = performance.now();
    messageInJapanese("文。", hostile);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
