import { checkAgency, checkCountry } from "../rules/area.rules";
import { checkOptionalText } from "../rules/text.rules";
import { checkDates, checkPeriod } from "../rules/time.rules";
import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { endOf, type NetworkMembership, timeOf } from "./network-membership";

/** What is said of a membership that is to be recorded. */
export interface MembershipValues {
  readonly country: string;
  readonly agency?: Optional<string>;
  readonly from: string;
  readonly to?: Optional<string>;
  readonly note?: Optional<string>;
}

/** The rules that a membership must keep by itself. */
export function checkMembership(values: MembershipValues): CooperationRefusal[] {
  const { country, agency, from, to = null, note } = values;
  return [
    ...checkCountry(country, "country"),
    ...checkDates({ from, to }),
    ...checkPeriod(from, to),
    ...checkAgency(agency, country, { from, to }, "agency"),
    ...checkOptionalText(note, "note", "lines"),
  ];
}

/**
 * A country belongs to a network once a day: `others` are all memberships of the network on one of those days.
 * `placeOf` says where the one in the way stands.
 */
export function checkSoleMembership(
  country: string,
  from: string,
  others: readonly NetworkMembership[],
  field: string,
  placeOf: (other: NetworkMembership) => string = () => "",
): CooperationRefusal[] {
  const other = others.find(({ countryCode }) => countryCode === country);
  const time = other ? `${timeOf(other)}${placeOf(other)}` : "";
  const message = `Expected days on which ${country} does not belong to the network (it does ${time}), received ${from}.`;
  return unless(other === undefined, "ALREADY_A_MEMBER", message, field);
}

/**
 * A membership may end on a day, or stay open where `on` is null: it is open or to end in the future, and the day comes
 * after its first.
 */
export function checkMembershipEnd(
  membership: NetworkMembership,
  on: string | null,
  reason: Optional<string>,
  today: string,
): CooperationRefusal[] {
  const end = endOf(membership);
  const { publishedTo } = membership;
  return [
    ...unless(
      publishedTo === null,
      "PUBLISHED_FACT",
      `Expected a membership of whose end no source speaks, received one that ends ${publishedTo ?? ""} by its source.`,
      "id",
    ),
    ...unless(
      publishedTo !== null || end === null || end > today,
      "ALREADY_ENDED",
      `Expected a membership that has not ended, received one that ended ${end ?? ""}.`,
      "id",
    ),
    ...checkDates({ on }),
    ...checkPeriod(membership.firstDay, on, "on"),
    ...checkOptionalText(reason, "reason", "lines"),
  ];
}

/** Nothing that has been recorded is left without the membership it needs: `day` is the first that would be lost. */
export function checkLeaving(
  country: string,
  on: string,
  day: string | null,
): CooperationRefusal[] {
  const message = `Expected a day from which on ${country} takes no part in the network (it still does on ${day ?? ""}), received ${on}.`;
  return unless(day === null, "STILL_TAKES_PART", message, "on");
}

/** An agency may take the place of a membership's agency from a day on. */
export function checkAgencyChange(
  membership: NetworkMembership,
  { agency, on }: { readonly agency: string; readonly on: string },
): CooperationRefusal[] {
  const to = endOf(membership);
  return [
    ...unless(
      membership.agencyCode !== agency,
      "SAME_AGENCY",
      `Expected another agency than ${agency}, through which ${membership.countryCode} takes part already.`,
      "agency",
    ),
    ...unless(
      to === null || on < to,
      "INVALID_PERIOD",
      `Expected a day before ${to ?? ""}, when the membership ends, received ${on}.`,
      "on",
    ),
    ...checkAgency(agency, membership.countryCode, { from: on, to }, "agency"),
  ];
}
