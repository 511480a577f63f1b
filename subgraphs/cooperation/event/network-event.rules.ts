import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { shown } from "../../kit/errors";
import { type CooperationRefusal, type Optional, refusal, unless } from "../error/refusal";
import { dayAfter } from "../day/day";
import { checkAgency, checkCountry } from "../rules/area.rules";
import { checkNumber, checkOptionalText, checkText } from "../rules/text.rules";
import { checkDates, checkPast } from "../rules/time.rules";
import type { NetworkEvent } from "./network-event";
import { NetworkEventState } from "./network-event-state";

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

/** The rules that an event must keep by itself, whether it is planned or held. */
export function checkEvent(values: EventValues): CooperationRefusal[] {
  const { edition, title, theme, startsOn, endsOn, city, country, hostAgency, note } = values;
  const orderly = endsOn === null || (startsOn !== null && lastDay(endsOn) >= firstDay(startsOn));
  const ending = `Expected a last day not before the first, ${startsOn ?? "which is not given"}, received ${endsOn ?? ""}.`;
  return [
    ...checkNumber(edition, "edition", 1),
    ...checkText(title, "title"),
    ...checkOptionalText(theme, "theme", "lines"),
    ...checkOptionalText(city, "city"),
    ...checkOptionalText(note, "note", "lines"),
    ...checkDates({ startsOn, endsOn }),
    ...unless(orderly, "INVALID_PERIOD", ending, "endsOn"),
    ...checkCountry(country, "country"),
    ...checkHost(hostAgency, startsOn),
  ];
}

/** The host exists on the first day. Where that is vague, an agency of any of the days it may mean will do. */
function checkHost(hostAgency: string | null, startsOn: string | null): CooperationRefusal[] {
  if (startsOn === null) return checkAgency(hostAgency, null, null, "hostAgency");
  const on = (day: string) =>
    checkAgency(hostAgency, null, { from: day, to: dayAfter(day) }, "hostAgency");
  const first = on(firstDay(startsOn));
  return first.length === 0 ? [] : on(lastDay(startsOn));
}

/** An event that was held has its days, and they have passed. */
export function checkHeld(
  { startsOn, endsOn }: Pick<EventValues, "startsOn" | "endsOn">,
  today: string,
): CooperationRefusal[] {
  const vague = (["startsOn", "endsOn"] as const).filter((field) => {
    const day = field === "startsOn" ? startsOn : endsOn;
    return field === "startsOn" ? day?.length !== 10 : day !== null && day.length !== 10;
  });
  const [field] = vague;
  if (field !== undefined) {
    const received = (field === "startsOn" ? startsOn : endsOn) ?? "none";
    const message = `Expected the day of an event that was held, YYYY-MM-DD, received ${received}.`;
    return [refusal("DATE_NOT_EXACT", message, field)];
  }
  const last = endsOn ?? startsOn ?? "";
  return checkPast(last, today, endsOn === null ? "startsOn" : "endsOn");
}

/** The event was recorded here and not cancelled, so that it can be changed. */
export function checkOpenToChange(
  { sourceId, state, cancelledOn }: NetworkEvent,
  field: string,
): CooperationRefusal[] {
  return [
    ...unless(
      sourceId === null,
      "PUBLISHED_FACT",
      "Expected an event that the office has recorded, received one that a source states.",
      field,
    ),
    ...unless(
      state !== NetworkEventState.CANCELLED,
      "EVENT_CANCELLED",
      `Expected an event that was not cancelled, received one that was on ${cancelledOn ?? ""}.`,
      field,
    ),
  ];
}

/** Only what is planned can be held or cancelled, and nothing that was becomes planned again. */
export function checkPlanned(
  { state }: Pick<NetworkEvent, "state">,
  next: NetworkEventState,
): CooperationRefusal[] {
  const planned = next === NetworkEventState.PLANNED ? "is still" : `to become ${next}, is`;
  const message = `Expected an event that ${planned} PLANNED, received one that is ${state ?? "of no known state"}.`;
  return unless(state === NetworkEventState.PLANNED, "ILLEGAL_STATE_CHANGE", message, "id");
}

/** An event is cancelled for a reason, on a day that has come. */
export function checkCancellation(
  { on, reason }: { readonly on: string; readonly reason: Optional<string> },
  today: string,
): CooperationRefusal[] {
  return [
    ...checkText(reason, "reason", "lines"),
    ...checkDates({ on }),
    ...checkPast(on, today, "on"),
  ];
}

/** No two events of a kind in a network have the same number; one that was cancelled has given its number back. */
export function checkEdition(
  edition: Optional<number>,
  other: Pick<NetworkEvent, "title"> | null,
  place = "",
): CooperationRefusal[] {
  const taken = `${other?.title ?? ""}${place} has it`;
  const message = `Expected a number that no event of this kind has in the network (${taken}), received ${edition ?? ""}.`;
  return unless(edition == null || other === null, "EDITION_TAKEN", message, "edition");
}

/** No two events of a kind that a network's office has recorded share title and first day, cancelled ones included. */
export function checkSoleEvent(
  { title, startsOn }: Pick<EventValues, "title" | "startsOn">,
  other: object | null,
  field = "title",
): CooperationRefusal[] {
  const begins = startsOn === null ? "and no first day" : `that begins ${startsOn}`;
  const message = `Expected a title that no event of this kind ${begins} has in the network, received ${shown(title)}.`;
  return unless(other === null, "EVENT_EXISTS", message, field);
}
