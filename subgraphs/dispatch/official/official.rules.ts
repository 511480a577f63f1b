import { homeAgencyRules } from "../rules/agency.rules";
import { brokenRules, type DispatchRefusal } from "../rules/broken-rules";
import { inRange } from "../rules/day.rules";
import { nameRule, numberRule, optionalNameRule } from "../rules/text.rules";

/** What an official's rules are about. */
export interface OfficialValues {
  readonly personnelNumber: string;
  readonly name: string;
  readonly nameKana: string | null;
}

/** The rules that an official breaks. */
export function checkOfficial(values: OfficialValues): DispatchRefusal[] {
  return brokenRules(
    numberRule(values.personnelNumber, "personnelNumber"),
    nameRule(values.name, "name"),
    optionalNameRule(values.nameKana, "nameKana"),
  );
}

/** The rules broken where an official comes to an agency on a day; `at`: the fields that hold the two. */
export function checkHomeAgency(
  agency: string,
  from: string,
  at: { readonly agency: string; readonly from: string },
): DispatchRefusal[] {
  return brokenRules(inRange(from, at.from), homeAgencyRules(agency, from, at.agency));
}

/** What a transfer starts from. */
export interface TransferFacts {
  /** The agency the official came to last, and when; `to` where that has ended. */
  readonly last: { readonly agencyCode: string; readonly from: string; readonly to: string | null };
  readonly departures: readonly Departure[];
}

/** That an official went on dispatch, on a day, from an agency. */
export interface Departure {
  readonly startedOn: string;
  readonly homeAgencyCode: string;
}

/** The rules that a transfer to an agency on a day breaks. */
export function checkTransfer(
  agency: string,
  on: string,
  { last, departures }: TransferFacts,
): DispatchRefusal[] {
  const isOpen = last.to === null || last.to > on;
  return [
    ...checkHomeAgency(agency, on, { agency: "agency", from: "on" }),
    ...brokenRules(
      {
        holds: on > last.from,
        code: "TRANSFER_NOT_AFTER_LAST",
        message: `Expected a day after ${last.from}, when the official came to ${last.agencyCode}, received ${on}.`,
        at: "on",
      },
      {
        holds: agency !== last.agencyCode || !isOpen,
        code: "ALREADY_AT_AGENCY",
        message: `Expected another agency than ${last.agencyCode}, the present one, received ${agency}.`,
        at: "agency",
      },
    ),
    ...checkDepartures(agency, on, departures),
  ];
}

/** The rule broken where an official who belongs to an agency from a day on went on dispatch from another. */
export function checkDepartures(
  agency: string,
  on: string,
  departures: readonly Departure[],
): DispatchRefusal[] {
  const departure = departures.find(
    ({ startedOn, homeAgencyCode }) => startedOn >= on && homeAgencyCode !== agency,
  );
  return brokenRules({
    holds: departure === undefined,
    code: "DISPATCHED_FROM_FORMER_AGENCY",
    message: `Expected a day after ${departure?.startedOn ?? "none"}, when the official went on dispatch from ${departure?.homeAgencyCode ?? "none"}, received ${on}.`,
    at: "on",
  });
}
