import type { DispatchRefusal } from "../rules/broken-rules";
import type { Arrival, Belonging } from "./home-agency-timeline";
import { checkDepartures, checkHomeAgency, checkTransfer, type Departure } from "./official.rules";

/** What an arrival stands among. */
export interface ArrivalFacts {
  /** All arrivals that are to go on record together. */
  readonly arrivals: readonly Arrival[];
  /** All that the official then belonged to. */
  readonly timeline: readonly Belonging[];
  readonly departures: readonly Departure[];
}

/**
 * The rules broken where an official came to an agency on a day: those of a transfer from the agency before, if there
 * was one, and of the transfer on record that follows. Fields: `agency`, `on`.
 */
export function checkArrival(
  { agencyCode, from }: Arrival,
  { arrivals, timeline, departures }: ArrivalFacts,
): DispatchRefusal[] {
  const index = timeline.findIndex((one) => one.from === from);
  const [before, next] = [timeline[index - 1], timeline[index + 1]];
  const to = timeline[index]?.to ?? null;
  const during = departures.filter(({ startedOn }) => to === null || startedOn < to);
  const isOnRecord = !arrivals.some((one) => one.from === next?.from);
  const arrived = before
    ? checkTransfer(agencyCode, from, {
        last: { ...before, to: before.to === from ? null : before.to },
        departures: during,
      })
    : [
        ...checkHomeAgency(agencyCode, from, { agency: "agency", from: "on" }),
        ...checkDepartures(agencyCode, from, during),
      ];
  if (!next || !isOnRecord || next.from !== to) return arrived;
  const left = checkTransfer(next.agencyCode, next.from, {
    last: { agencyCode, from, to: null },
    departures: [],
  });
  return [...arrived, ...left.filter(({ code }) => code === "ALREADY_AT_AGENCY")];
}
