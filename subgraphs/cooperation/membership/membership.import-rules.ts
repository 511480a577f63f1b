import { randomUUID } from "node:crypto";
import { shown } from "../../kit/errors";
import { holdsOn, overlap } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { MembershipSheetRow } from "./membership.sheet";
import { canChair, daysOf, firstDayWithout, NetworkMembership } from "./network-membership";
import {
  fullMemberRule,
  leavingRule,
  membershipRules,
  notEndedRule,
  soleMembershipRule,
} from "./network-membership.rules";
import type { TimeTakingPart } from "./taking-part.service";

/** A row of a spreadsheet with the memberships it is about. */
export interface ImportedMembership {
  readonly row: MembershipSheetRow;
  /** The membership as it is on record, or as a source states it; `undefined`: a new one. */
  readonly before: NetworkMembership | undefined;
  /** The membership as the row says it. */
  readonly after: NetworkMembership;
}

/** Makes of a row the membership it describes: that of its country in its network with the same first day. */
export function importedMembership(
  row: MembershipSheetRow,
  memberships: readonly NetworkMembership[],
): ImportedMembership {
  const { network, country, agency, role, from, to, end_reason: endReason } = row;
  const before = memberships.find(({ firstDay }) => firstDay === from);
  const after = Object.assign(new NetworkMembership(), {
    id: before?.id ?? randomUUID(),
    sourceId: null,
    networkCode: network,
    countryCode: country,
    agencyCode: agency,
    role,
    from,
    firstDay: from,
    attestedFrom: null,
    publishedTo: null,
    endDay: null,
    endedOn: to,
    endReason,
  });
  return { row, before, after };
}

/** What a row must keep by itself and towards the membership on record with the same first day. */
export function rowRules(
  { row, before }: ImportedMembership,
  today: string,
): Rules<CooperationErrorCode> {
  const { to, end_reason: reason } = row;
  return [
    membershipRules(row),
    {
      holds: reason === null || to !== null,
      code: "INVALID_TEXT",
      message: `Expected no reason where there is no end, received ${shown(reason)}.`,
      at: "reason",
    },
    optionalNoteRule(reason, "reason"),
    {
      holds: !before || before.sourceId === null,
      code: "PUBLISHED_FACT",
      message: `Expected a membership that the office records, received ${row.from}, when one begins that a source states.`,
      at: "from",
    },
    before?.sourceId === null && isEndNew(before, row) ? notEndedRule(before, today) : [],
  ];
}

function isEndNew(before: NetworkMembership, { to, end_reason: reason }: MembershipSheetRow) {
  return to !== daysOf(before).to || reason !== before.endReason;
}

/** A country belongs to a network once a day: `others` are its other memberships as they will be. */
export function soleRule(
  { row, after }: ImportedMembership,
  others: readonly NetworkMembership[],
  placeOf: (other: NetworkMembership) => string,
): Rule<CooperationErrorCode> {
  const sameDays = others.filter((other) => overlap(daysOf(after), daysOf(other)));
  return soleMembershipRule(row.country, row.from, sameDays, "from", placeOf);
}

/**
 * On all of `times` that needed the membership on record, one of those that will be holds still, and no observer
 * chairs.
 */
export function keptRules(
  { row, before, after }: ImportedMembership,
  others: readonly NetworkMembership[],
  times: readonly TimeTakingPart[],
): Rules<CooperationErrorCode> {
  if (before === undefined) return [];
  const needed = times.filter(({ from }) => holdsOn(from, daysOf(before)));
  const lost = needed.flatMap((time) => {
    const rest = time.asChair ? others.filter(canChair) : others;
    return firstDayWithout([after, ...rest], time) ?? [];
  });
  const { to } = daysOf(after);
  const chaired = needed.find(({ from, asChair }) => asChair && (to === null || from < to));
  const asObserver = canChair(after) ? null : (chaired?.from ?? null);
  return [
    leavingRule(row.country, row.to ?? "", lost.sort()[0] ?? null),
    fullMemberRule(row.country, asObserver, "an observer", "role"),
  ];
}

/** Whether days may be lost that need a membership, or those of a chair. */
export function isLess({ before, after }: ImportedMembership): boolean {
  if (before?.sourceId !== null) return false;
  const [end, last] = [daysOf(after).to, daysOf(before).to];
  const isShorter = end !== null && (last === null || end < last);
  return isShorter || (after.role !== before.role && !canChair(after));
}
