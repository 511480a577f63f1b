import { agencyRules } from "../../catalog/rules/area.rules";
import { inRange } from "../../catalog/rules/day.rules";
import { isNumber } from "../../kit/number-form";
import { dayAfter } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { nameRule, numberRule, optionalNameRule } from "../../kit/rules/text.rules";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import type { Belonging } from "./official-home-agency";

/** What an official's rules are about. */
export interface OfficialValues {
  readonly personnelNumber: string;
  readonly name: string;
  readonly nameKana: string | null;
}

/** An official has a number and a name. */
export function officialRules({
  personnelNumber,
  name,
  nameKana,
}: OfficialValues): Rules<DispatchErrorCode> {
  return [
    // With no spaces around it: it is kept as it was sent.
    { ...numberRule(personnelNumber, "personnelNumber"), holds: isNumber(personnelNumber) },
    nameRule(name, "name"),
    optionalNameRule(nameKana, "nameKana"),
  ];
}

/**
 * An official comes to an agency of Japan that, so far as is known, exists on the day; `at` are the fields that hold the
 * two.
 */
export function homeAgencyRules(
  agency: string,
  from: string,
  at: { readonly agency: string; readonly from: string },
): Rules<DispatchErrorCode> {
  return [
    inRange(from, at.from),
    agencyRules(agency, at.agency, {
      country: "JP",
      foreign: "NOT_A_HOME_AGENCY",
      period: { from, to: dayAfter(from) },
    }),
  ];
}

/** What a transfer starts from. */
export interface TransferFacts {
  /** The agency the official came to last, and when; `to` where that has ended. */
  readonly last: Belonging;
  readonly departures: readonly Departure[];
}

/** The beginning of an official's dispatch, on a day, from an agency. */
export interface Departure {
  readonly startedOn: string;
  readonly homeAgencyCode: string;
}

/** The departures among dispatches. */
export function departuresOf(
  dispatches: readonly { readonly startedOn: string | null; readonly homeAgencyCode: string }[],
): Departure[] {
  return dispatches.flatMap(({ startedOn, homeAgencyCode }) =>
    startedOn === null ? [] : [{ startedOn, homeAgencyCode }],
  );
}

/** An official comes to another agency than the present one, on a later day. */
export function transferRules(
  agency: string,
  on: string,
  { last, departures }: TransferFacts,
): Rules<DispatchErrorCode> {
  return [
    homeAgencyRules(agency, on, { agency: "agency", from: "on" }),
    {
      holds: on > last.from,
      code: "TRANSFER_NOT_AFTER_LAST",
      message: `Expected a day after ${last.from}, when the official came to ${last.agencyCode}, received ${on}.`,
      at: "on",
    },
    otherAgencyRule(agency, on, last),
    departureRule(agency, on, departures),
  ];
}

/** The agency an official comes to on a day is not the one the official belongs to. */
export function otherAgencyRule(
  agency: string,
  on: string,
  last: Belonging,
): Rule<DispatchErrorCode> {
  return {
    holds: agency !== last.agencyCode || (last.to !== null && last.to <= on),
    code: "ALREADY_AT_AGENCY",
    message: `Expected another agency than ${last.agencyCode}, the present one, received ${agency}.`,
    at: "agency",
  };
}

/** An official who belongs to an agency from a day on has not gone on dispatch from another since. */
export function departureRule(
  agency: string,
  on: string,
  departures: readonly Departure[],
): Rule<DispatchErrorCode> {
  const departure = departures.find(
    ({ startedOn, homeAgencyCode }) => startedOn >= on && homeAgencyCode !== agency,
  );
  return {
    holds: departure === undefined,
    code: "DISPATCHED_FROM_FORMER_AGENCY",
    message: `Expected a day after ${departure?.startedOn ?? "none"}, when the official went on dispatch from ${departure?.homeAgencyCode ?? "none"}, received ${on}.`,
    at: "on",
  };
}
