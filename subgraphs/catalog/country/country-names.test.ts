import { readFileSync } from "node:fs";
import { join } from "node:path";
import { allCountries, findCountry } from "./country-list";
import { countryNames, namesOfCldr } from "./country-names.facts";

/** The short name of a country in this Node.js. */
function shortName(language: "en" | "ja", code: string): string | undefined {
  return new Intl.DisplayNames(language, { type: "region", style: "short", fallback: "none" }).of(
    code,
  );
}

/** Names without a note that this Node.js has otherwise, as `code language: theirs, ours`. */
const otherwise = [...countryNames].flatMap(([code, { nameEn, nameJa, note }]) =>
  [["en", nameEn] as const, ["ja", nameJa] as const].flatMap(([language, ours]) => {
    const theirs = shortName(language, code);
    return note !== null || theirs === ours ? [] : [`${code} ${language}: ${theirs}, ${ours}`];
  }),
);

describe("the names of countries", () => {
  it("are the short ones of Unicode CLDR but where a note says why not", () => {
    // Names differ between versions of CLDR and so of Node.js; ours change only with the file.
    if (process.versions["cldr"] === namesOfCldr) expect(otherwise).toEqual([]);
    else expect(otherwise.length).toBeLessThan(10);
  });

  it("have a note only where they are not CLDR's, and only few have", () => {
    const noted = [...countryNames].filter(([, { note }]) => note !== null);
    expect(noted.map(([code]) => code)).toEqual(["BA", "GB", "MM", "US"]);
    for (const [code, { nameEn, nameJa }] of noted) {
      expect([nameEn, nameJa]).not.toEqual([shortName("en", code), shortName("ja", code)]);
    }
  });

  it("are there for each country once, in the order of the codes", () => {
    const file = readFileSync(join(__dirname, "../data/country_names.csv"), "utf8");
    const codes = [...file.matchAll(/^([A-Z]{2}),/gm)].map(([, code]) => code);
    expect(codes).toEqual(allCountries.map(({ code }) => code));
  });

  it.each([
    ["KR", "South Korea", "韓国", "Republic of Korea", "大韓民国"],
    ["US", "United States", "米国", "United States of America", "アメリカ合衆国"],
    [
      "GB",
      "United Kingdom",
      "英国",
      "United Kingdom of Great Britain and Northern Ireland",
      "グレートブリテン及び北アイルランド連合王国",
    ],
    ["VN", "Vietnam", "ベトナム", "Vietnam", "ベトナム"],
  ])("are those in common use beside the formal ones: %s", (code, nameEn, nameJa, en, ja) => {
    expect(findCountry(code)).toMatchObject({
      nameEn,
      nameJa,
      formalName: { nameEn: en, nameJa: ja },
    });
  });
});
