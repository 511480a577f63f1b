import { alpha2ToAlpha3, getAlpha2Codes, getName, registerLocale } from "i18n-iso-countries/index";
import english from "i18n-iso-countries/langs/en.json";
import japanese from "i18n-iso-countries/langs/ja.json";
import { Country } from "./country";

registerLocale(english);
registerLocale(japanese);

/** Codes of the library that ISO 3166-1 has not assigned (XK is a user-assigned code). */
const notAssigned: ReadonlySet<string> = new Set(["XK"]);

/** The most countries there are: ISO 3166-1 has 249 officially assigned codes. */
export const mostCountries = 260;

const byCode: ReadonlyMap<string, Country> = new Map(
  Object.keys(getAlpha2Codes())
    .filter((code) => !notAssigned.has(code))
    .sort()
    .map((code) => [
      code,
      new Country(
        code,
        alpha2ToAlpha3(code) ?? code,
        getName(code, "en") ?? null,
        getName(code, "ja") ?? null,
      ),
    ]),
);

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
