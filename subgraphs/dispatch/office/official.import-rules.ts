import type { Rules } from "../../kit/rules/rule";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import type { Belonging } from "./official-home-agency";
import {
  type Departure,
  departureRule,
  homeAgencyRules,
  otherAgencyRule,
  transferRules,
} from "./official.rules";

/** An official's arrival at an agency on a day, to be recorded. */
export type Arrival = Pick<Belonging, "agencyCode" | "from">;

/**
 * The agencies an official belonged to once arrivals are added to what is on record, earliest first: each lasts until
 * the next begins, if it did not end before. An arrival on a day on record replaces the agency of that day.
 */
export function timelineWith(
  recorded: readonly Belonging[],
  arrivals: readonly Arrival[],
): Belonging[] {
  const byDay = new Map<string, Belonging>(recorded.map((one) => [one.from, one]));
  for (const { agencyCode, from } of arrivals) {
    byDay.set(from, { agencyCode, from, to: byDay.get(from)?.to ?? null });
  }
  const ordered = [...byDay.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
  return ordered.map(({ agencyCode, from, to }, index) => {
    const next = ordered[index + 1]?.from ?? null;
    const isCut = next !== null && (to === null || to > next);
    return { agencyCode, from, to: isCut ? next : to };
  });
}

/** What an arrival stands among. */
export interface ArrivalFacts {
  /** All arrivals that are to go on record together. */
  readonly arrivals: readonly Arrival[];
  /** All that the official then belonged to. */
  readonly timeline: readonly Belonging[];
  readonly departures: readonly Departure[];
}

/**
 * An official came to an agency on a day: the rules are those of a transfer from the agency before, if there was one,
 * and of the transfer on record that follows. Fields: `agency`, `on`.
 */
export function arrivalRules(
  { agencyCode, from }: Arrival,
  { arrivals, timeline, departures }: ArrivalFacts,
): Rules<DispatchErrorCode> {
  const index = timeline.findIndex((one) => one.from === from);
  const [before, next] = [timeline[index - 1], timeline[index + 1]];
  const to = timeline[index]?.to ?? null;
  const during = departures.filter(({ startedOn }) => to === null || startedOn < to);
  const isOnRecord = !arrivals.some((one) => one.from === next?.from);
  const arrived = before
    ? transferRules(agencyCode, from, {
        last: { ...before, to: before.to === from ? null : before.to },
        departures: during,
      })
    : [
        homeAgencyRules(agencyCode, from, { agency: "agency", from: "on" }),
        departureRule(agencyCode, from, during),
      ];
  if (!next || !isOnRecord || next.from !== to) return arrived;
  return [arrived, otherAgencyRule(next.agencyCode, next.from, { agencyCode, from, to: null })];
}
