import { firstDay, lastDay } from "../../catalog/dates/partial-date";
import { fiscalYearOfPartialDate } from "../../catalog/fiscal-year/fiscal-year-of-partial-date";
import { dayAfter } from "../../kit/rules/period";
import { trimmed } from "../../kit/rules/text.rules";
import type { NetworkEvent } from "./network-event";
import type { EventFormat } from "./network-event-codes";
import type { EventValues } from "./network-event.rules";

/** All that is said of an event, its format included. */
export interface FullEventValues extends EventValues {
  readonly format: EventFormat | null;
}

type Given = {
  readonly [Field in keyof FullEventValues]?: FullEventValues[Field] | null | undefined;
};

/** What is said of an event after a change: what is given anew, and for the rest what was said before. */
export function mergedValues(given: Given, before: FullEventValues): FullEventValues {
  const fields = Object.fromEntries(
    Object.entries(given).filter(([field, value]) => field in before && value !== undefined),
  );
  const merged: FullEventValues = { ...before, ...fields };
  const { title, theme, city, note } = merged;
  return {
    ...merged,
    title: trimmed(title),
    theme: trimmed(theme),
    city: trimmed(city),
    note: trimmed(note),
  };
}

/** The values of an event about which nothing is said yet. */
export const nothingSaid: FullEventValues = {
  edition: null,
  title: null,
  theme: null,
  startsOn: null,
  endsOn: null,
  city: null,
  country: null,
  format: null,
  hostAgency: null,
  note: null,
};

/** What is said of a stored event. */
export function valuesOf(event: NetworkEvent): FullEventValues {
  const { edition, title, theme, startsOn, endsOn, city, format, note } = event;
  const { countryCode: country, hostAgencyCode: hostAgency } = event;
  return { edition, title, theme, startsOn, endsOn, city, country, format, hostAgency, note };
}

/** What is stored of an event because of what is said of it. */
export function storedValues(values: FullEventValues) {
  const { country, hostAgency, title, startsOn, ...same } = values;
  return {
    ...same,
    title: title ?? "",
    startsOn,
    countryCode: country,
    hostAgencyCode: hostAgency,
    startsEarliest: startsOn && firstDay(startsOn),
    startsLatest: startsOn && lastDay(startsOn),
    fiscalYearNumber: startsOn === null ? null : fiscalYearOfPartialDate(startsOn),
  };
}

/** The days `[from, to)`: who takes part must belong to the network on one of them. Today where no day is fixed. */
export function daysToBelong(
  startsOn: string | null,
  today: string,
): { readonly from: string; readonly to: string } {
  const days = startsOn ?? today;
  return { from: firstDay(days), to: dayAfter(lastDay(days)) };
}
