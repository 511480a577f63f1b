import { Language, nameIn, negotiateLanguage } from "./language";

describe("the language of an answer", () => {
  it.each([
    [undefined, Language.EN],
    ["", Language.EN],
    ["*", Language.EN],
    ["ja", Language.JA],
    ["ja-JP", Language.JA],
    ["fr, ja;q=0.8, en;q=0.5", Language.JA],
    ["en-GB, ja;q=0.9", Language.EN],
    ["ko", Language.EN],
    ["ja;q=0", Language.EN],
  ])("asked for with %j is %s", (header, language) => {
    expect(negotiateLanguage(header)).toBe(language);
  });

  it("falls back to the other one where a name is missing", () => {
    expect(nameIn(Language.JA, { nameEn: "Ministry", nameJa: null })).toBe("Ministry");
    expect(nameIn(Language.EN, { nameEn: null, nameJa: "省" })).toBe("省");
    expect(nameIn(Language.EN, { nameEn: "Ministry", nameJa: "省" })).toBe("Ministry");
  });
});
