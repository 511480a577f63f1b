import { catalog } from "../../catalog/catalog";
import { isCountryCode } from "../../catalog/country/country-list";
import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { shown } from "../../kit/errors";
import { type CooperationRefusal, type Optional, refusal, unless } from "../error/refusal";

/** The time for which something names an agency, `[from, to)`; open where `to` is null. */
export interface Time {
  readonly from: string;
  readonly to: string | null;
}

/** ISO 3166-1 assigns the code. */
export function checkCountry(code: Optional<string>, ...field: string[]): CooperationRefusal[] {
  const message = `Expected an assigned ISO 3166-1 alpha-2 code, received ${shown(code)}.`;
  return unless(code == null || isCountryCode(code), "UNKNOWN_COUNTRY", message, ...field);
}

/**
 * The agency is in the catalog, belongs to the country (any, where `country` is null) and exists all the time. Where
 * the catalog knows its beginning or end only to the year or month, every day that may be meant is allowed.
 */
export function checkAgency(
  code: Optional<string>,
  country: Optional<string>,
  time: Time | null,
  field: string,
): CooperationRefusal[] {
  if (code == null) return [];
  const agency = catalog.agencies.get(code);
  if (!agency) {
    const message = `Expected the code of an agency such as "JP-NPA", received ${shown(code)}.`;
    return [refusal("UNKNOWN_AGENCY", message, field)];
  }
  const home = agency.country.code;
  return [
    ...unless(
      country == null || home === country,
      "AGENCY_OF_ANOTHER_COUNTRY",
      `Expected an agency of ${country ?? ""}, received ${code}, which is of ${home}.`,
      field,
    ),
    ...(time === null ? [] : checkExistence(agency, time, field)),
  ];
}

interface Existing {
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

function checkExistence(
  { code, validFrom, validTo }: Existing,
  { from, to }: Time,
  field: string,
): CooperationRefusal[] {
  const began = validFrom === null || from >= firstDay(validFrom);
  const lasts = validTo === null || (to !== null && to <= lastDay(validTo));
  const received = `received ${code} from ${from}${to === null ? "" : ` to ${to}`}`;
  const existed = [validFrom && `from ${validFrom}`, validTo && `until ${validTo}`].filter(Boolean);
  const message = `Expected an agency that exists all the time, ${received}, which exists ${existed.join(" ")}.`;
  return unless(began && lasts, "AGENCY_NOT_IN_EXISTENCE", message, field);
}
