import { firstDay, lastDay } from "../../catalog/dates/partial-date";
import { agencyRules, countryRule } from "../../catalog/rules/area.rules";
import { datesInRange, hasHappened } from "../../catalog/rules/day.rules";
import { shown } from "../../kit/errors";
import { notInFuture } from "../../kit/rules/day.rules";
import { dayAfter } from "../../kit/rules/period";
import { brokenRules, type Rule, type Rules } from "../../kit/rules/rule";
import {
  betweenRule,
  nameRule,
  noteRule,
  optionalNameRule,
  optionalNoteRule,
} from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { NetworkEvent } from "./network-event";
import { NetworkEventState } from "./network-event-codes";

/** What is said of an event. */
export interface EventValues {
  readonly edition: number | null;
  readonly title: string | null;
  readonly theme: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly hostAgency: string | null;
  readonly note: string | null;
}

/** The rules that an event must keep by itself, planned or held. */
export function eventRules(values: EventValues): Rules<CooperationErrorCode> {
  const { edition, title, theme, startsOn, endsOn, city, country, hostAgency, note } = values;
  return [
    betweenRule(edition, "edition", 1),
    nameRule(title ?? "", "title"),
    optionalNoteRule(theme, "theme"),
    optionalNameRule(city, "city"),
    optionalNoteRule(note, "note"),
    datesInRange({ startsOn, endsOn }),
    {
      holds: endsOn === null || (startsOn !== null && lastDay(endsOn) >= firstDay(startsOn)),
      code: "INVALID_PERIOD",
      message: `Expected a last day not before the first, ${startsOn ?? "which is not given"}, received ${endsOn ?? ""}.`,
      at: "endsOn",
    },
    countryRule(country, "country"),
    agencyAtStartRules(hostAgency, null, startsOn, "hostAgency"),
  ];
}

/**
 * An agency that hosts or presents is of the country, if it must be, and exists on the first day of the event. Where
 * that is vague, an agency of the first or last of the days it may mean will do.
 */
export function agencyAtStartRules(
  agency: string | null | undefined,
  country: string | null,
  startsOn: string | null,
  at: string,
): Rules<CooperationErrorCode> {
  const foreign = "AGENCY_OF_ANOTHER_COUNTRY";
  if (startsOn === null) return agencyRules(agency, at, { country, foreign });
  const on = (day: string) =>
    agencyRules(agency, at, { country, foreign, period: { from: day, to: dayAfter(day) } });
  const first = on(firstDay(startsOn));
  return brokenRules(first).length === 0 ? first : on(lastDay(startsOn));
}

/** An event that was held has its days, and they have passed. */
export function heldRules(
  { startsOn, endsOn }: Pick<EventValues, "startsOn" | "endsOn">,
  today: string,
): Rules<CooperationErrorCode> {
  const exact = (day: string | null, at: string) => ({
    holds: day?.length === 10,
    code: "DATE_NOT_EXACT" as const,
    message: `Expected the day of an event that was held, YYYY-MM-DD, received ${day ?? "none"}.`,
    at,
  });
  const start = exact(startsOn, "startsOn");
  if (!start.holds || startsOn === null) return [start];
  if (endsOn === null) return [notInFuture(startsOn, today, "startsOn")];
  const end = exact(endsOn, "endsOn");
  return [end.holds ? notInFuture(endsOn, today, "endsOn") : end];
}

/** The event was recorded here and not cancelled, so that it can be changed. */
export function openToChangeRules(
  { sourceId, state, cancelledOn }: NetworkEvent,
  at: string,
): Rules<CooperationErrorCode> {
  return [
    {
      holds: sourceId === null,
      code: "PUBLISHED_FACT",
      message: "Expected an event that the office has recorded, received one that a source states.",
      at,
    },
    {
      holds: state !== NetworkEventState.CANCELLED,
      code: "ALREADY_CANCELLED",
      message: `Expected an event that was not cancelled, received one that was on ${cancelledOn ?? ""}.`,
      at,
    },
  ];
}

/** Only what is planned can be held or cancelled, and nothing that was becomes planned again. */
export function plannedRule(
  { state }: Pick<NetworkEvent, "state">,
  next: NetworkEventState,
): Rule<CooperationErrorCode> {
  const planned = next === NetworkEventState.PLANNED ? "is still" : `to become ${next}, is`;
  return {
    holds: state === NetworkEventState.PLANNED,
    code: "ILLEGAL_STATE_CHANGE",
    message: `Expected an event that ${planned} PLANNED, received one that is ${state ?? "of no known state"}.`,
    at: "id",
  };
}

/** An event is cancelled for a reason, on a day that has come. */
export function cancellationRules(
  { on, reason }: { readonly on: string; readonly reason: string | null },
  today: string,
): Rules<CooperationErrorCode> {
  return [noteRule(reason ?? "", "reason"), hasHappened(on, today, "on")];
}

/** No two events of a kind in a network have the same number; that of a cancelled one is free again. */
export function editionRule(
  edition: number | null,
  other: Pick<NetworkEvent, "title"> | null,
  place = "",
): Rule<CooperationErrorCode> {
  const taken = `${other?.title ?? ""}${place} has it`;
  return {
    holds: edition === null || other === null,
    code: "EDITION_TAKEN",
    message: `Expected a number that no event of this kind has in the network (${taken}), received ${edition ?? ""}.`,
    at: "edition",
  };
}

/** No two events of a kind that a network's office has recorded share title and first day, cancelled ones included. */
export function soleEventRule(
  { title, startsOn }: Pick<EventValues, "title" | "startsOn">,
  other: object | null,
  at = "title",
): Rule<CooperationErrorCode> {
  const begins = startsOn === null ? "and no first day" : `that begins ${startsOn}`;
  return {
    holds: other === null,
    code: "EVENT_EXISTS",
    message: `Expected a title that no event of this kind ${begins} has in the network, received ${shown(title)}.`,
    at,
  };
}
