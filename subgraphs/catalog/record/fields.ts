import { foundReference, type ReferenceMarks } from "../../kit/record/fields";
import { Agency } from "../agency/agency";
import { agencyCodes } from "../agency/agency-codes";
import { agencyOf } from "../agency/agency-of";
import { Country } from "../country/country";
import { countryCodes, countryOf } from "../country/country-list";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { findFiscalYear } from "../fiscal-year/fiscal-year-range";

/** The code of a country, which is shown in its place: `countryCode` as the field `country`. */
export function country(description: string, marks: ReferenceMarks = {}): PropertyDecorator {
  const known = { codes: countryCodes, ...marks };
  return foundReference(() => Country, countryOf, "text", description, known);
}

/** The code of an agency, which is shown in its place: `homeAgencyCode` as the field `homeAgency`. */
export function agency(description: string, marks: ReferenceMarks = {}): PropertyDecorator {
  const known = { codes: agencyCodes, ...marks };
  return foundReference(() => Agency, agencyOf, "text", description, known);
}

/** The number of a fiscal year, which is shown in its place: `fiscalYearNumber` as the field `fiscalYear`. */
export function fiscalYear(description: string, marks: ReferenceMarks = {}): PropertyDecorator {
  return foundReference(() => FiscalYear, findFiscalYear, "integer", description, marks);
}
