import { alpha2ToAlpha3, getAlpha2Codes, getName, registerLocale } from "i18n-iso-countries/index";
import english from "i18n-iso-countries/langs/en.json";
import japanese from "i18n-iso-countries/langs/ja.json";
import type { Bilingual } from "../../kit/language";
import { Country } from "./country";
import { countryNames } from "./country-names.facts";

registerLocale(english);
registerLocale(japanese);

/** Codes of the library that ISO 3166-1 has not assigned (XK is a user-assigned code). */
const notAssigned: ReadonlySet<string> = new Set(["XK"]);

/** Formal names where the library's first choice is a name in common use, or is no longer in force. */
const formalNames: Readonly<Record<string, Partial<Bilingual>>> = {
  GB: {
    nameEn: "United Kingdom of Great Britain and Northern Ireland",
    nameJa: "グレートブリテン及び北アイルランド連合王国",
  },
  KP: { nameEn: "Democratic People's Republic of Korea" },
  KR: { nameEn: "Republic of Korea" },
  SZ: { nameJa: "エスワティニ王国" },
};

/** The most countries there are: ISO 3166-1 has 249 officially assigned codes. */
export const mostCountries = 260;

const byCode: ReadonlyMap<string, Country> = new Map(
  Object.keys(getAlpha2Codes())
    .filter((code) => !notAssigned.has(code))
    .sort()
    .map((code) => [code, countryWith(code)]),
);

function countryWith(code: string): Country {
  const name = countryNames.get(code);
  if (!name) throw new Error(`country_names.csv has no names of ${code}`);
  const formal = {
    nameEn: getName(code, "en") ?? null,
    nameJa: getName(code, "ja") ?? null,
    ...formalNames[code],
  };
  return new Country(code, alpha2ToAlpha3(code) ?? code, name.nameEn, name.nameJa, formal);
}

/** All countries of ISO 3166-1, by code. */
export const allCountries: readonly Country[] = [...byCode.values()];

/** Their codes. */
export const countryCodes: ReadonlySet<string> = new Set(byCode.keys());

/** Whether `code` is an assigned ISO 3166-1 alpha-2 code. */
export function isCountryCode(code: string): boolean {
  return byCode.has(code);
}

/** The country with this code, or `null` where ISO 3166-1 has none. */
export function findCountry(code: string): Country | null {
  return byCode.get(code) ?? null;
}

/** The country a stored fact names. It is there: every load checks it. */
export function countryOf(code: string): Country {
  const country = byCode.get(code);
  if (!country) throw new Error(`country ${code} is not in ISO 3166-1`);
  return country;
}
