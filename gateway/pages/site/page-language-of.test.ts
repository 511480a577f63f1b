import { pageLanguageOf } from "./page-language-of";

it.each([
  ["/", undefined, "en"],
  ["/", "ja,en;q=0.8", "ja"],
  ["/", "ja-JP", "ja"],
  ["/", "fr,en;q=0.5,ja;q=0.4", "en"],
  ["/", "fr", "en"],
  ["/?lang=ja", "en", "ja"],
  ["/?lang=en", "ja", "en"],
  ["/?lang=xx", "ja", "ja"],
])("the language of %s for a browser that accepts %s is %s", (url, accepted, language) => {
  const headers = accepted === undefined ? {} : { "accept-language": accepted };
  expect(pageLanguageOf({ url, headers })).toBe(language);
});
