import { checkChairIsMember } from "../chair/network-chair.rules";
import { type CooperationRefusal, unless } from "../error/refusal";
import { checkOptionalText, longestNote } from "../rules/text.rules";
import type { ImportedMembership } from "./imported-membership";
import { endOf, type NetworkMembership } from "./network-membership";
import {
  checkLeaving,
  checkMembership,
  checkMembershipEnd,
  checkSoleMembership,
} from "./network-membership.rules";
import { NetworkRole } from "./network-role";
import type { DayTakingPart } from "./taking-part";

/** What a row must keep by itself and towards the membership on record with the same first day. */
export function checkRow({ row, before }: ImportedMembership, today: string): CooperationRefusal[] {
  const { to, end_reason: reason } = row;
  const isEndNew = before !== undefined && (to !== endOf(before) || reason !== before.endReason);
  return [
    ...checkMembership(row),
    ...unless(
      reason === null || to !== null,
      "INVALID_TEXT",
      `Expected no reason where there is no end, received ${reason ?? ""}.`,
      "reason",
    ),
    ...checkOptionalText(reason, "reason", longestNote),
    ...unless(
      before === undefined || before.sourceId === null,
      "PUBLISHED_FACT",
      `Expected a membership that the office records, received ${row.from}, when one begins that a source states.`,
      "from",
    ),
    ...(isEndNew && before.sourceId === null ? checkNewEnd(before, to, today) : []),
  ];
}

/** An end that has passed does not change; that it comes after the first day is said already. */
function checkNewEnd(
  before: NetworkMembership,
  to: string | null,
  today: string,
): CooperationRefusal[] {
  const refusals = checkMembershipEnd(before, to, null, today);
  return refusals.filter(({ code }) => code !== "INVALID_PERIOD");
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

/** Whatever of `days` needed the membership on record still has one of those that will be, and no observer chairs. */
export function checkKept(
  { row, before, after }: ImportedMembership,
  others: readonly NetworkMembership[],
  days: readonly DayTakingPart[],
): CooperationRefusal[] {
  if (before === undefined) return [];
  const needed = days.filter(({ day }) => holdsOn(before, day));
  const isLost = ({ day, asChair }: DayTakingPart) =>
    !holdsOn(after, day) && !others.some((other) => holdsOn(other, day) && may(other, asChair));
  const chaired = needed.find(({ day, asChair }) => asChair && holdsOn(after, day));
  const from = chaired?.day ?? "";
  return [
    ...checkLeaving(row.country, row.to ?? "", needed.find(isLost)?.day ?? null),
    ...(chaired === undefined ? [] : checkChairIsMember({ country: row.country, from }, after)).map(
      (broken) => ({ ...broken, path: ["input", "role"] }),
    ),
  ];
}

/** Whether days may be lost that need a membership, or those of a chair. */
export function isLess({ before, after }: ImportedMembership): boolean {
  if (before?.sourceId !== null) return false;
  const [end, last] = [endOf(after), endOf(before)];
  const isShorter = end !== null && (last === null || end < last);
  return isShorter || (after.role !== before.role && !may(after, true));
}

function may({ role }: NetworkMembership, asChair: boolean): boolean {
  return !asChair || role !== NetworkRole.OBSERVER;
}

function holdsOn(membership: NetworkMembership, day: string): boolean {
  const end = endOf(membership);
  return membership.firstDay <= day && (end === null || day < end);
}

function overlap(one: NetworkMembership, other: NetworkMembership): boolean {
  const [later, earlier] = one.firstDay > other.firstDay ? [one, other] : [other, one];
  return holdsOn(earlier, later.firstDay);
}
