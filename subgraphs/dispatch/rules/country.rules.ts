import { isCountryCode } from "../../catalog/country/country-list";
import { shown } from "../../kit/errors";
import type { Rule } from "./broken-rules";

/** A country, if given, is one of ISO 3166-1. */
export function countryRule(code: string | null | undefined, at: string): Rule {
  return {
    holds: code == null || isCountryCode(code),
    code: "UNKNOWN_COUNTRY",
    message: `Expected the code of a country in ISO 3166-1, received ${shown(code)}.`,
    at,
  };
}
