import { stringScalar } from "./scalars";

/** The scalar of ISO 3166-1 alpha-2 codes. A well-formed code that is not assigned is accepted and finds nothing. */
export const CountryCodeScalar = stringScalar(
  "CountryCode",
  "An ISO 3166-1 alpha-2 country code: two capital letters.",
  "INVALID_COUNTRY_CODE",
  'two capital letters such as "JP"',
  (text) => /^[A-Z]{2}$/.test(text),
  "https://www.iso.org/iso-3166-country-codes.html",
);
