import { shown } from "../../kit/errors";
import type { Period } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { catalog } from "../catalog";
import { isCountryCode } from "../country/country-list";
import { firstDay, lastDay } from "../dates/partial-date";

/** A country, if given, is one of ISO 3166-1. */
export function countryRule(code: string | null | undefined, at: string): Rule<"UNKNOWN_COUNTRY"> {
  return {
    holds: code == null || isCountryCode(code),
    code: "UNKNOWN_COUNTRY",
    message: `Expected the code of a country in ISO 3166-1, received ${shown(code)}.`,
    at,
  };
}

/** What is asked of an agency. */
export interface AgencyDemand<Code extends string> {
  /** The country it must belong to; absent: any. */
  readonly country?: string | null | undefined;
  /** What it is where it belongs to another. */
  readonly foreign: Code;
  /** It must exist on all of these days; absent: on none. */
  readonly period?: Period | null | undefined;
}

/**
 * An agency, if given, is in the catalog, belongs to the country and exists all the time. Where the catalog knows its
 * beginning or end only to the year or month, every day that may be meant is allowed.
 */
export function agencyRules<Code extends string>(
  code: string | null | undefined,
  at: string,
  demand: Omit<AgencyDemand<Code>, "period"> & { readonly period?: undefined },
): Rules<Code | "UNKNOWN_AGENCY">;
export function agencyRules<Code extends string>(
  code: string | null | undefined,
  at: string,
  demand: AgencyDemand<Code>,
): Rules<Code | "UNKNOWN_AGENCY" | "AGENCY_NOT_IN_FORCE">;
export function agencyRules<Code extends string>(
  code: string | null | undefined,
  at: string,
  { country, foreign, period }: AgencyDemand<Code>,
): Rules<Code | "UNKNOWN_AGENCY" | "AGENCY_NOT_IN_FORCE"> {
  if (code == null) return [];
  const agency = catalog.agencies.get(code);
  if (!agency) {
    const message = `Expected the code of an agency such as "JP-NPA", received ${shown(code)}.`;
    return [{ holds: false, code: "UNKNOWN_AGENCY", message, at }];
  }
  const home = agency.country.code;
  return [
    {
      holds: country == null || home === country,
      code: foreign,
      message: `Expected an agency of ${country ?? ""}, received ${code}, which is of ${home}.`,
      at,
    },
    period ? existsRule(agency, period, at) : [],
  ];
}

interface Existing {
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

function existsRule(
  { code, validFrom, validTo }: Existing,
  { from, to }: Period,
  at: string,
): Rule<"AGENCY_NOT_IN_FORCE"> {
  const began = validFrom === null || (from !== null && from >= firstDay(validFrom));
  const lasts = validTo === null || (to !== null && to <= lastDay(validTo));
  const received = `received ${code} from ${from ?? "an open day"}${to === null ? "" : ` to ${to}`}`;
  const existed = [validFrom && `from ${validFrom}`, validTo && `until ${validTo}`].filter(Boolean);
  return {
    holds: began && lasts,
    code: "AGENCY_NOT_IN_FORCE",
    message: `Expected an agency that exists all the time, ${received}, which exists ${existed.join(" ")}.`,
    at,
  };
}
