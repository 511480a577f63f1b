import { shown } from "../../kit/errors";
import { refuseObserver } from "../chair/network-chair.rules";
import { type CooperationRefusal, unless } from "../error/refusal";
import { checkOptionalText } from "../rules/text.rules";
import type { ImportedMembership } from "./imported-membership";
import { firstDayWithout, mayChair } from "./days-covered";
import { endOf, type NetworkMembership } from "./network-membership";
import {
  checkLeaving,
  checkMembership,
  checkMembershipEnd,
  checkSoleMembership,
} from "./network-membership.rules";
import type { TimeTakingPart } from "./taking-part";

/** What a row must keep by itself and towards the membership on record with the same first day. */
export function checkRow({ row, before }: ImportedMembership, today: string): CooperationRefusal[] {
  const { to, end_reason: reason } = row;
  const isEndNew = before !== undefined && (to !== endOf(before) || reason !== before.endReason);
  return [
    ...checkMembership(row),
    ...unless(
      reason === null || to !== null,
      "INVALID_TEXT",
      `Expected no reason where there is no end, received ${shown(reason)}.`,
      "reason",
    ),
    ...checkOptionalText(reason, "reason", "lines"),
    ...unless(
      before === undefined || before.sourceId === null,
      "PUBLISHED_FACT",
      `Expected a membership that the office records, received ${row.from}, when one begins that a source states.`,
      "from",
    ),
    ...(isEndNew && before.sourceId === null ? checkNewEnd(before, to, today) : []),
  ];
}

/** An end that has passed does not change; its days are judged with the row already. */
function checkNewEnd(
  before: NetworkMembership,
  to: string | null,
  today: string,
): CooperationRefusal[] {
  const refusals = checkMembershipEnd(before, to, null, today);
  return refusals.filter(({ code }) => code !== "INVALID_PERIOD" && code !== "DATE_OUT_OF_RANGE");
}

/** A country belongs to a network once a day: `others` are its other memberships as they will be. */
export function checkSole(
  { row, after }: ImportedMembership,
  others: readonly NetworkMembership[],
  placeOf: (other: NetworkMembership) => string,
): CooperationRefusal[] {
  const sameDays = others.filter((other) => overlap(after, other));
  return checkSoleMembership(row.country, row.from, sameDays, "from", placeOf);
}

/**
 * On all of `times` that needed the membership on record, one of those that will be holds still, and no observer
 * chairs.
 */
export function checkKept(
  { row, before, after }: ImportedMembership,
  others: readonly NetworkMembership[],
  times: readonly TimeTakingPart[],
): CooperationRefusal[] {
  if (before === undefined) return [];
  const needed = times.filter(({ from }) => holdsOn(before, from));
  const lost = needed.flatMap((time) => {
    const rest = time.asChair ? others.filter(mayChair) : others;
    return firstDayWithout([after, ...rest], time) ?? [];
  });
  const end = endOf(after);
  const chaired = needed.find(({ from, asChair }) => asChair && (end === null || from < end));
  return [
    ...checkLeaving(row.country, row.to ?? "", lost.sort()[0] ?? null),
    ...(chaired === undefined || mayChair(after)
      ? []
      : [refuseObserver(row.country, chaired.from, "role")]),
  ];
}

/** Whether days may be lost that need a membership, or those of a chair. */
export function isLess({ before, after }: ImportedMembership): boolean {
  if (before?.sourceId !== null) return false;
  const [end, last] = [endOf(after), endOf(before)];
  const isShorter = end !== null && (last === null || end < last);
  return isShorter || (after.role !== before.role && !mayChair(after));
}

function holdsOn(membership: NetworkMembership, day: string): boolean {
  const end = endOf(membership);
  return membership.firstDay <= day && (end === null || day < end);
}

function overlap(one: NetworkMembership, other: NetworkMembership): boolean {
  const [later, earlier] = one.firstDay > other.firstDay ? [one, other] : [other, one];
  return holdsOn(earlier, later.firstDay);
}
