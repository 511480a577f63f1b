import { Field } from "type-graphql";
import { RecordedFact } from "../../catalog/facts/recorded-fact";
import { agency, country } from "../../catalog/record/fields";
import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { code, hidden, key, partialDate, record, reference, text } from "../../kit/record/fields";
import type { StartedPeriod } from "../../kit/rules/period";
import { Network, networkCodes } from "../network/network";

/** The role of a country in a network. */
export const NetworkRole = codes("NetworkRole", "The role of a country in a network.", {
  MEMBER: "A member.",
  PLUS_THREE: "China, Japan or Korea beside the members of ASEAN.",
  OBSERVER: "Attends without being a member.",
});

/** A code of {@link NetworkRole}. */
export type NetworkRole = CodeOf<typeof NetworkRole>;

enumFilter(NetworkRole, "NetworkRoleFilter");

/** A country's membership of a network through one agency, for a time. */
@record(
  "network_membership",
  "A country's membership of a network through one agency, for a time. Where the agency changes, one membership ends and the next begins.",
)
export class NetworkMembership extends RecordedFact {
  @key("Stable name of a published membership; opaque for one that an office has recorded.")
  id: string;

  @reference(() => Network, "The network.", {
    filter: "By code of the network.",
    codes: networkCodes,
  })
  networkCode: string;

  @country("The country.", { filter: "By code of the country.", order: "By code of the country." })
  countryCode: string;

  @agency(
    "The agency that takes part for the country, as the source names it; null where not known. If its own validFrom is null, it may be later than the day asked for.",
    { nullable: true, filter: "By code of the agency." },
  )
  agencyCode: string | null;

  @code(NetworkRole, "Its role in the network.", { filter: "By role." })
  role: NetworkRole;

  @partialDate(
    "The first day, as precise as the source; null where not known. To the day where an office has recorded it. If only the year or month is known, it counts from the first day in it, or from the end of the country's previous membership if that is later.",
    { column: "from_date", nullable: true },
  )
  from: string | null;

  @partialDate(
    "Where the first day is not known: when a source first shows the membership. It is listed from the day on which it certainly holds; nothing is said about the time before.",
    { nullable: true },
  )
  attestedFrom: string | null;

  @hidden("text", { column: "to_date", nullable: true })
  publishedTo: string | null;

  @hidden("date")
  firstDay: string;

  @hidden("date", { nullable: true })
  endDay: string | null;

  @hidden("date", { nullable: true })
  endedOn: string | null;

  @text("Why it ends, where an office has recorded the end and its reason.", { nullable: true })
  endReason: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "The first day on which it no longer holds, as precise as the source, or the end that an office has recorded; null where it still holds.",
  })
  to(): string | null {
    return this.endRecorded() ? this.endedOn : this.publishedTo;
  }

  @Field(() => Boolean, {
    description:
      "True if an office has recorded the end. An office can also record the end of a published membership, as long as its source gives none.",
  })
  endRecorded(): boolean {
    return this.endedOn !== null && (this.endDay === null || this.endedOn < this.endDay);
  }
}

/** The days of a membership. */
export function daysOf(membership: NetworkMembership): StartedPeriod {
  const to = membership.endRecorded() ? membership.endedOn : membership.endDay;
  return { from: membership.firstDay, to };
}

/** Whether a membership is enough to chair the network; an observer's is not. */
export function canChair({ role }: Pick<NetworkMembership, "role">): boolean {
  return role !== NetworkRole.OBSERVER;
}

/** The first day of a period on which none of a country's memberships holds; `null` where one holds on every day. */
export function firstDayWithout(
  memberships: readonly NetworkMembership[],
  { from, to }: StartedPeriod,
): string | null {
  let day = from;
  const periods = memberships.map(daysOf).sort((one, other) => (one.from < other.from ? -1 : 1));
  for (const period of periods) {
    if (period.from > day) break;
    if (period.to === null) return null;
    if (period.to > day) day = period.to;
  }
  return to !== null && day >= to ? null : day;
}
