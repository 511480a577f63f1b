import { firstDay, lastDay } from "../../catalog/dates/partial-date";
import { agencyRules, countryRule } from "../../catalog/rules/area.rules";
import { datesInRange, inRange } from "../../catalog/rules/day.rules";
import { periodRule } from "../../kit/rules/day.rules";
import { overlap, type StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { betweenRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { NetworkChair } from "./network-chair";

/** What is said of a turn to chair that is to be recorded. */
export interface ChairValues {
  readonly edition: number;
  readonly country: string;
  readonly agency?: string | null | undefined;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly note?: string | null | undefined;
}

const foreign = "AGENCY_OF_ANOTHER_COUNTRY";

/** The rules that a turn must keep by itself. */
export function chairRules(values: ChairValues): Rules<CooperationErrorCode> {
  const { edition, country, agency, from, to = null, note } = values;
  return [
    betweenRule(edition, "edition", 1),
    countryRule(country, "country"),
    datesInRange({ from, to }),
    periodRule(from, to),
    agencyRules(agency, "agency", { country, foreign, period: { from, to } }),
    optionalNoteRule(note, "note"),
  ];
}

/** Each conference has one chair: `others` are all turns of the network. */
export function soleEditionRule(
  edition: number,
  others: readonly NetworkChair[],
): Rule<CooperationErrorCode> {
  const other = others.find((chair) => chair.edition === edition);
  return {
    holds: other === undefined,
    code: "EDITION_TAKEN",
    message: `Expected the number of a conference without a chair, received ${edition}, which ${other?.countryCode ?? ""} chairs.`,
    at: "edition",
  };
}

/**
 * One country chairs a network at a time. Of a published turn only the days count on which it certainly holds, because
 * sources give the years of a handover only.
 */
export function soleChairRule(
  period: StartedPeriod,
  others: readonly NetworkChair[],
  at: string,
): Rule<CooperationErrorCode> {
  const other = others.find(({ from, to }) =>
    overlap(period, { from: lastDay(from), to: to === null ? null : firstDay(to) }),
  );
  return {
    holds: other === undefined,
    code: "ALREADY_CHAIRED",
    message: `Expected days on which nobody chairs the network, received ${period.from} to ${period.to ?? "open"}; ${other?.countryCode ?? ""} chairs it from ${other?.from ?? ""} to ${other?.to ?? "open"}.`,
    at,
  };
}

/** A turn can end on a day: it was recorded here, has not ended yet, and began before. */
export function chairEndRules(
  chair: NetworkChair,
  { on, reason }: { readonly on: string; readonly reason?: string | null | undefined },
  today: string,
): Rules<CooperationErrorCode> {
  const { sourceId, firstDay: from, endDay } = chair;
  const isPublished = sourceId !== null;
  return [
    {
      holds: !isPublished,
      code: "PUBLISHED_FACT",
      message: "Expected a turn that the office has recorded, received one that a source states.",
      at: "id",
    },
    {
      holds: isPublished || endDay === null || endDay > today,
      code: "ALREADY_ENDED",
      message: `Expected a turn that has not ended, received one that ended ${endDay ?? ""}.`,
      at: "id",
    },
    inRange(on, "on"),
    periodRule(from, on, "on"),
    agencyRules(chair.agencyCode, "on", { foreign, period: { from, to: on } }),
    optionalNoteRule(reason, "reason"),
  ];
}
