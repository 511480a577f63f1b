import { ApiError, shown } from "../../kit/errors";
import type { Cell } from "../../kit/facts/cell";

const weights = [6, 5, 4, 3, 2];

/**
 * The sixth digit that belongs to five: 11 less the remainder by 11 of the digits weighted 6, 5, 4, 3, 2, and of that
 * the last digit (Ministry of Internal Affairs and Communications, rule of the check digit).
 */
export function checkDigitOf(code: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return String(11 - (sum % 11)).slice(-1);
}

/** Whether a text is six digits whose last is the right one; nothing says that there is such a municipality. */
export function isMunicipalityCode(code: string): boolean {
  return /^\d{6}$/.test(code) && code[5] === checkDigitOf(code);
}

/** A municipality code in a file. */
export const municipalityCode: Cell<string> = {
  expected: "a municipality code of six digits with its check digit, as 011002",
  parse: (text) => (isMunicipalityCode(text) ? text : undefined),
};

/** What a code that is malformed, or has a wrong check digit, should have been. */
export function expectedCode(code: string): string {
  return /^\d{6}$/.test(code)
    ? `the check digit ${checkDigitOf(code)}, as in "${code.slice(0, 5)}${checkDigitOf(code)}"`
    : 'six digits with the check digit last, such as "011002"';
}

/**
 * Lets a well-formed code through.
 * @throws ApiError INVALID_MUNICIPALITY_CODE, which names the check digit that was expected
 */
export function requireMunicipalityCode(code: string): string {
  if (isMunicipalityCode(code)) return code;
  const message = `Expected ${expectedCode(code)}, received ${shown(code)}.`;
  throw new ApiError("INVALID_MUNICIPALITY_CODE", message);
}
