import { agencyRules, countryRule } from "../../catalog/rules/area.rules";
import { datesInRange, inRange } from "../../catalog/rules/day.rules";
import { periodRule } from "../../kit/rules/day.rules";
import type { StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import { canChair, daysOf, firstDayWithout, type NetworkMembership } from "./network-membership";

/** What is said of a membership that is to be recorded. */
export interface MembershipValues extends Pick<StartedPeriod, "from"> {
  readonly country: string;
  readonly agency?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The rules that a membership must keep by itself. */
export function membershipRules(values: MembershipValues): Rules<CooperationErrorCode> {
  const { country, agency, from, to = null, note } = values;
  return [
    countryRule(country, "country"),
    datesInRange({ from, to }),
    periodRule(from, to),
    agencyAtAllTimes({ agency, country, from, to }, "agency"),
    optionalNoteRule(note, "note"),
  ];
}

/** The agency through which a country takes part is of the country, and exists on all days of the membership. */
export function agencyAtAllTimes(
  { agency, country, from, to = null }: Omit<MembershipValues, "note">,
  at: string,
): Rules<CooperationErrorCode> {
  const foreign = "AGENCY_OF_ANOTHER_COUNTRY";
  return agencyRules(agency, at, { country, foreign, period: { from, to } });
}

/**
 * A country belongs to a network once a day: `others` are all memberships of the network on one of those days.
 * `placeOf` says where the one in the way stands.
 */
export function soleMembershipRule(
  country: string,
  from: string,
  others: readonly NetworkMembership[],
  at: string,
  placeOf: (other: NetworkMembership) => string = () => "",
): Rule<CooperationErrorCode> {
  const other = others.find(({ countryCode }) => countryCode === country);
  const days = other && daysOf(other);
  const end = days?.to == null ? "" : ` to ${days.to}`;
  const time = other ? `from ${other.firstDay}${end}${placeOf(other)}` : "";
  return {
    holds: other === undefined,
    code: "ALREADY_A_MEMBER",
    message: `Expected days on which ${country} does not belong to the network (it does ${time}), received ${from}.`,
    at,
  };
}

/**
 * A membership can end on a day, or stay open where `on` is null: it is open or to end in the future, and the day comes
 * after its first.
 */
export function membershipEndRules(
  membership: NetworkMembership,
  { on, reason }: { readonly on: string | null; readonly reason?: string | null | undefined },
  today: string,
): Rules<CooperationErrorCode> {
  const { publishedTo, firstDay } = membership;
  return [
    {
      holds: publishedTo === null,
      code: "PUBLISHED_FACT",
      message: `Expected a membership whose end no source states, received one that ends ${publishedTo ?? ""} by its source.`,
      at: "id",
    },
    publishedTo === null ? notEndedRule(membership, today) : [],
    inRange(on, "on"),
    periodRule(firstDay, on, "on"),
    optionalNoteRule(reason, "reason"),
  ];
}

/** An end that has passed does not change. */
export function notEndedRule(
  membership: NetworkMembership,
  today: string,
): Rule<CooperationErrorCode> {
  const { to } = daysOf(membership);
  return {
    holds: to === null || to > today,
    code: "ALREADY_ENDED",
    message: `Expected a membership that has not ended, received one that ended ${to ?? ""}.`,
    at: "id",
  };
}

/** Nothing that has been recorded is left without the membership it needs: `day` is the first that would be lost. */
export function leavingRule(
  country: string,
  on: string,
  day: string | null,
): Rule<CooperationErrorCode> {
  return {
    holds: day === null,
    code: "STILL_TAKES_PART",
    message: `Expected a day from which on ${country} takes no part in the network (it still does on ${day ?? ""}), received ${on}.`,
    at: "on",
  };
}

/** An agency can take the place of a membership's agency from a day on. */
export function agencyChangeRules(
  membership: NetworkMembership,
  { agency, on }: { readonly agency: string; readonly on: string },
): Rules<CooperationErrorCode> {
  const { agencyCode, countryCode: country } = membership;
  const { to } = daysOf(membership);
  return [
    {
      holds: agencyCode !== agency,
      code: "SAME_AGENCY",
      message: `Expected another agency than ${agency}, through which ${country} takes part already.`,
      at: "agency",
    },
    {
      holds: to === null || on < to,
      code: "INVALID_PERIOD",
      message: `Expected a day before ${to ?? ""}, when the membership ends, received ${on}.`,
      at: "on",
    },
    agencyAtAllTimes({ agency, country, from: on, to }, "agency"),
  ];
}

/**
 * Who chairs belongs to the network on every day of the turn, and not only as an observer: `memberships` are those of
 * the country on one of its days.
 */
export function chairIsMemberRule(
  country: string,
  period: StartedPeriod,
  memberships: readonly NetworkMembership[],
  at: string,
): Rule<CooperationErrorCode> {
  const day = firstDayWithout(memberships.filter(canChair), period);
  const isObserver = firstDayWithout(memberships, period) !== day;
  return fullMemberRule(country, day, isObserver ? "an observer" : "not in it", at);
}

/** A country that chairs is a full member on every day: `day` is the first on which it is what `found` says. */
export function fullMemberRule(
  country: string,
  day: string | null,
  found: string,
  at: string,
): Rule<CooperationErrorCode> {
  return {
    holds: day === null,
    code: "NOT_A_MEMBER",
    message: `Expected a country that is a member of the network on ${day ?? ""}, received ${country}, which is ${found} that day.`,
    at,
  };
}
