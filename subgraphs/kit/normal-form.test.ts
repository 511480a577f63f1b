import fc from "fast-check";
import { ownedDatabase } from "../../test/support/owned-database";
import { normalForm, unseenRanges } from "./normal-form";

it.each([
  ["がく 太郎", "か\u3099く 太郎"],
  ["第１回〜第２回", "第1回～第2回"],
  ["ガク", "ｶﾞｸ"],
  ["2023-9001", "２０２３－９００１"],
  ["2023-9001", "2023‐9001"],
  ["架空 太郎", "架空\u3000太郎"],
  ["架空太郎", "架空\u200B太郎"],
  ["葛城", "葛\u{E0100}城"],
  ["架空 太郎", "架空\u2800太郎"],
  ["علیرضا", "علی\u200Cرضا"],
  ["e\u0301", "é"],
  ["か\u200B\u3099", "が"],
  ["a b", "a \u00A0 b"],
])("%p and %p are one", (one, other) => {
  expect(normalForm(one)).toBe(normalForm(other));
});

it.each([
  ["はし", "ばし"],
  ["髙橋", "高橋"],
  ["東京都", "東京府"],
  ["Talent", "talent"],
  ["ハーバー", "ハ-バ-"],
  ["架空太郎", "架空 太郎"],
])("%p and %p are two", (one, other) => {
  expect(normalForm(one)).not.toBe(normalForm(other));
});

it("leaves out just the characters that Unicode calls ignorable", () => {
  const isListed = (code: number) =>
    unseenRanges.some(([first, last]) => first <= code && code <= last);
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const isIgnorable = /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(code));
    if (isIgnorable !== isListed(code)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

describe("PostgreSQL", () => {
  let test: Awaited<ReturnType<typeof ownedDatabase>>;
  beforeAll(async () => {
    test = await ownedDatabase("dispatch");
  });
  afterAll(() => test.close());

  /** Texts whose form differs here and there; of characters that PostgreSQL's Unicode knows. */
  const differing = async (texts: readonly string[]) => {
    const { rows } = await test.owner.query<{ text: string; form: string }>(
      "SELECT t AS text, normal_form(t) AS form FROM unnest($1::text[]) AS g(t) WHERE unicode_assigned(t)",
      [texts],
    );
    expect(rows.length).toBeGreaterThan(0.95 * texts.length);
    return rows.flatMap(({ text, form }) =>
      form === normalForm(text) ? [] : [JSON.stringify(text)],
    );
  };

  it("gives every assigned character the same form", async () => {
    const texts: string[] = [];
    for (let code = 1; code <= 0x10ffff; code += 1) {
      const one = String.fromCodePoint(code);
      if (!/[\p{Cs}\p{Cn}]/u.test(one)) texts.push(`a${one}\u3099b`);
    }
    expect(await differing(texts)).toEqual([]);
  });

  it("gives texts of the nastiest characters the same form", async () => {
    const nasty = fc.constantFrom(
      ...Array.from(
        "かｶがガﾞ\u3099\u309A゛ー〜～~-－‐−–—　 \u00A0\t\n①㈱ﷺÅ\u0041\u030A한\u1112\u1161\u11ABéﬁſ2２\u200B\u200D\uFEFF\u{E0100}\u{E0041}葛神神\u3164\u115F\u034F\u0323\u0307",
      ),
    );
    const texts = fc.sample(fc.string({ unit: nasty, maxLength: 12 }), 5_000);
    expect(await differing(texts)).toEqual([]);
  });
});
