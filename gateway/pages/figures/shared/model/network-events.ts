import type { GraphEvent, NetworkEventsAnswer } from "../operations/network-events";
import type { Label } from "./label";

/** An event of a network, with the days between which it is known to lie. */
export interface TimedEvent extends GraphEvent {
  readonly network: Label;
  /** Undefined where no date is known. */
  readonly span: { readonly from: Date; readonly to: Date } | undefined;
}

/** The events of all networks, or of one, with what is known of their time. */
export function timedEvents({ networks }: NetworkEventsAnswer, only?: string): TimedEvent[] {
  return networks
    .filter(({ code }) => only === undefined || code === only)
    .flatMap(({ code, name, events }) =>
      events.nodes.map((event) => ({ ...event, network: { code, name }, span: spanOf(event) })),
    );
}

/**
 * From the first day that an event can have had to the day after its last. A date of a year or month stands for all of
 * it: nothing more is known.
 */
function spanOf({ startsOn, endsOn }: GraphEvent): TimedEvent["span"] {
  if (startsOn === null) return undefined;
  return { from: firstDayOf(startsOn), to: dayAfter(endsOn ?? startsOn) };
}

function partsOf(date: string): [year: number, month: number | undefined, day: number | undefined] {
  const [year = 0, month, day] = date.split("-").map(Number);
  return [year, month, day];
}

function firstDayOf(date: string): Date {
  const [year, month = 1, day = 1] = partsOf(date);
  return new Date(Date.UTC(year, month - 1, day));
}

function dayAfter(date: string): Date {
  const [year, month, day] = partsOf(date);
  if (month === undefined) return new Date(Date.UTC(year + 1, 0, 1));
  if (day === undefined) return new Date(Date.UTC(year, month, 1));
  return new Date(Date.UTC(year, month - 1, day + 1));
}
