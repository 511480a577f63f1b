import { catalog } from "../../catalog/catalog";
import { lastDay, firstDay } from "../../catalog/facts/partial-date";
import { shown } from "../../kit/errors";
import type { Rule } from "./broken-rules";

/** A home agency is one of Japan's that, so far as is known, exists on the day an official comes to it. */
export function homeAgencyRules(code: string, day: string, at: string): Rule[] {
  const agency = catalog.agencies.get(code);
  if (!agency) {
    const message = `Expected the code of an agency, as JP-METI, received ${shown(code)}.`;
    return [{ holds: false, code: "UNKNOWN_AGENCY", message, at }];
  }
  const { validFrom, validTo, country } = agency;
  const isTooEarly = validFrom !== null && day < firstDay(validFrom);
  const isTooLate = validTo !== null && day >= lastDay(validTo);
  return [
    {
      holds: country.code === "JP",
      code: "NOT_A_HOME_AGENCY",
      message: `Expected an agency of Japan, received ${code}, of ${country.code}.`,
      at,
    },
    {
      holds: !isTooEarly && !isTooLate,
      code: "AGENCY_NOT_IN_FORCE",
      message: `Expected an agency that existed on ${day}, received ${code}, from ${validFrom ?? "an unknown day"} to ${validTo ?? "now"}.`,
      at,
    },
  ];
}
