import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { type CooperationRefusal, type Optional, refusal, unless } from "../error/refusal";
import { firstDayWithout, mayChair } from "../membership/days-covered";
import type { NetworkMembership } from "../membership/network-membership";
import { checkAgency, checkCountry, type Time } from "../rules/area.rules";
import { checkNumber, checkOptionalText } from "../rules/text.rules";
import { checkDates, checkPeriod } from "../rules/time.rules";
import type { NetworkChair } from "./network-chair";

/** What is said of a turn to chair that is to be recorded. */
export interface ChairValues {
  readonly edition: number;
  readonly country: string;
  readonly agency?: Optional<string>;
  readonly from: string;
  readonly to?: Optional<string>;
  readonly note?: Optional<string>;
}

/** The rules that a turn must keep by itself. */
export function checkChair(values: ChairValues): CooperationRefusal[] {
  const { edition, country, agency, from, to = null, note } = values;
  return [
    ...checkNumber(edition, "edition", 1),
    ...checkCountry(country, "country"),
    ...checkDates({ from, to }),
    ...checkPeriod(from, to),
    ...checkAgency(agency, country, { from, to: to ?? null }, "agency"),
    ...checkOptionalText(note, "note", "lines"),
  ];
}

/**
 * Who chairs belongs to the network on every day of the turn, and not only as an observer: `memberships` are those of
 * the country on one of its days.
 */
export function checkChairIsMember(
  country: string,
  time: Time,
  memberships: readonly NetworkMembership[],
  field: string,
): CooperationRefusal[] {
  const day = firstDayWithout(memberships.filter(mayChair), time);
  if (day === null) return [];
  if (firstDayWithout(memberships, time) !== day) return [refuseObserver(country, day, field)];
  return [refuseStranger(country, day, "not in it", field)];
}

/** Refuses a country that would chair the network as an observer. */
export function refuseObserver(country: string, day: string, field: string): CooperationRefusal {
  return refuseStranger(country, day, "an observer", field);
}

function refuseStranger(
  country: string,
  day: string,
  found: string,
  field: string,
): CooperationRefusal {
  const message = `Expected a country that is a member of the network on ${day}, received ${country}, which is ${found} that day.`;
  return refusal("NOT_A_MEMBER", message, field);
}

/** Each conference has one chair: `others` are all turns of the network. */
export function checkChairEdition(
  edition: number,
  others: readonly NetworkChair[],
): CooperationRefusal[] {
  const other = others.find((chair) => chair.edition === edition);
  const message = `Expected the number of a conference without a chair, received ${edition}, which ${other?.countryCode ?? ""} chairs.`;
  return unless(other === undefined, "EDITION_TAKEN", message, "edition");
}

/**
 * One country chairs a network at a time. Of a published turn only the days count on which it certainly holds, because
 * sources give the years of a handover only.
 */
export function checkSoleChair(
  { from, to }: Time,
  others: readonly NetworkChair[],
  field: string,
): CooperationRefusal[] {
  const other = others.find((chair) => {
    const certain = certainTime(chair);
    return (certain.to === null || from < certain.to) && (to === null || certain.from < to);
  });
  const message = `Expected days on which nobody chairs the network, received ${from} to ${to ?? "open"}; ${other?.countryCode ?? ""} chairs it from ${other?.from ?? ""} to ${other?.to ?? "open"}.`;
  return unless(other === undefined, "ALREADY_CHAIRED", message, field);
}

function certainTime({ from, to }: NetworkChair): Time {
  return { from: lastDay(from), to: to === null ? null : firstDay(to) };
}

/** A turn may end on a day: it was recorded here, has not ended yet, and began before. */
export function checkChairEnd(
  chair: NetworkChair,
  on: string,
  reason: Optional<string>,
  today: string,
): CooperationRefusal[] {
  const { sourceId, endDay } = chair;
  const published = sourceId !== null;
  return [
    ...unless(
      !published,
      "PUBLISHED_FACT",
      "Expected a turn that the office has recorded, received one that a source states.",
      "id",
    ),
    ...unless(
      published || endDay === null || endDay > today,
      "ALREADY_ENDED",
      `Expected a turn that has not ended, received one that ended ${endDay ?? ""}.`,
      "id",
    ),
    ...checkDates({ on }),
    ...checkPeriod(chair.firstDay, on, "on"),
    ...checkAgency(chair.agencyCode, null, { from: chair.firstDay, to: on }, "on"),
    ...checkOptionalText(reason, "reason", "lines"),
  ];
}
