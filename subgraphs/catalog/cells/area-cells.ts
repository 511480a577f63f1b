import { type Cell, matching, oneOf, wholeNumber } from "../../kit/facts/cell";
import { isCountryCode } from "../country/country-list";
import { firstFiscalYear, lastFiscalYear } from "../fiscal-year/fiscal-year-range";

/** An ISO 3166-1 alpha-2 code that is in use. */
export const countryCode: Cell<string> = {
  expected: "an ISO 3166-1 alpha-2 country code",
  parse: (value) => (isCountryCode(value) ? value : undefined),
};

/** The code of an agency; that it is in the catalog is checked later. */
export const agencyCode: Cell<string> = matching(
  /^[A-Z]{2}-[A-Z0-9]+$/,
  "an agency code such as JP-NPA",
);

/** A fiscal year the graph covers. */
export const fiscalYear: Cell<number> = wholeNumber(firstFiscalYear, lastFiscalYear);

/** A code written in capitals and underscores. */
export const upperCode: Cell<string> = matching(
  /^[A-Z][A-Z0-9_]*$/,
  "a code in capitals such as ACCSM_PLUS3",
);

/** A code list written in lower case in the file and in capitals in the graph. */
export function lowerCaseOf<Code extends string>(codes: readonly Code[]): Cell<Code> {
  const lower = new Map(codes.map((code) => [code.toLowerCase(), code]));
  return { expected: `one of ${[...lower.keys()].join(", ")}`, parse: (value) => lower.get(value) };
}

/** `yes` or `no`. */
export const yesOrNo: Cell<boolean> = {
  expected: "yes or no",
  parse: (value) => (value === "yes" ? true : value === "no" ? false : undefined),
};

/** A text that is one of the values of an enum object. */
export function enumValue<Code extends string>(values: Readonly<Record<string, Code>>): Cell<Code> {
  return oneOf(Object.values(values));
}
