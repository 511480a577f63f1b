import { type ClassType, Int } from "type-graphql";
import type { ObjectLiteral } from "typeorm";
import { enumFilterOf, IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { byKey } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import type { Dimension } from "../../kit/statistics/measure";
import { Agency } from "../agency/agency";
import { agencyCodes } from "../agency/agency-codes";
import { agencyOf } from "../agency/agency-of";
import { Country } from "../country/country";
import { countryCodes, countryOf, mostCountries } from "../country/country-list";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { findFiscalYear, fiscalYearNumbers } from "../fiscal-year/fiscal-year-range";

/** What the values of a dimension are: how rows show them, how filters take them, and what is known of them. */
export interface DimensionValues {
  /** The type of a row's field. */
  readonly type: () => unknown;
  /** What a row shows for a value. */
  readonly find: (value: string, context: RequestContext) => unknown;
  readonly input: ClassType;
  /** The type of their codes, where callers give one. */
  readonly key: () => unknown;
  readonly counted: Pick<Dimension, "type"> & Partial<Dimension>;
}

/** Values that stand for something of the graph, with the enum of their codes where there is one. */
export function foundBy(
  type: () => unknown,
  find: DimensionValues["find"],
  codeList?: object,
): DimensionValues {
  const input = codeList ? enumFilterOf(codeList) : StringFilter;
  return { type, find, input, key: () => codeList ?? String, counted: { type: "text" } };
}

/** Records, by their key, with the enum of these keys where there is one. */
export function recordsOf(entity: ClassType<ObjectLiteral>, codeList?: object): DimensionValues {
  return foundBy(
    () => entity,
    (key, context) => context.load(byKey(entity), key),
    codeList,
  );
}

/** Codes of an enum that lists can be filtered by. */
export function codesOf(codeList: object): DimensionValues {
  return foundBy(
    () => codeList,
    (code) => code,
    codeList,
  );
}

/** Whole numbers. */
export const numbers: DimensionValues = {
  type: () => Int,
  find: Number,
  input: IntFilter,
  key: () => Int,
  counted: { type: "integer" },
};

/** Fiscal years, by their number. */
export const fiscalYears: DimensionValues = {
  type: () => FiscalYear,
  find: (year) => findFiscalYear(Number(year)),
  input: IntFilter,
  key: () => Int,
  counted: { type: "integer", most: fiscalYearNumbers.size, codes: fiscalYearNumbers },
};

/** Agencies of the catalog, by their code. */
export const agencies: DimensionValues = {
  ...foundBy(() => Agency, agencyOf),
  counted: { type: "text", most: 150, codes: agencyCodes },
};

/** Countries, by their code. */
export const countries: DimensionValues = {
  ...foundBy(() => Country, countryOf),
  counted: { type: "text", most: mostCountries, codes: countryCodes },
};
