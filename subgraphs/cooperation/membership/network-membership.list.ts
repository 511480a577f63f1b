import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { holdsOn } from "../../kit/rules/period";
import { daysOf, NetworkMembership } from "./network-membership";

/** All memberships, earliest first. */
export const networkMemberships = new DeclaredList(NetworkMembership, {
  plural: "memberships",
  filters: {
    from: { description: "By the day it is listed from.", sql: "t.first_day", type: "date" },
    to: {
      description:
        "By the first day on which it no longer holds; isNull: true finds those that are open.",
      sql: "upper(t.valid)",
      type: "date",
    },
  },
  orderings: {
    FROM: { description: "By the day it is listed from.", sql: "t.first_day", type: "date" },
  },
  order: ["FROM"],
  ordered: "earliest first",
  asOf: (day) => `t.valid @> ${day}`,
  known: { table: "network_membership" },
});

/** Members of networks on a day, by network. */
export const membersByNetworkCode = onDayBy("networkCode", "membersByNetworkCode");

/** Memberships of countries on a day, by country. */
export const membershipsByCountryCode = onDayBy("countryCode", "membershipsByCountryCode");

/** Memberships through agencies on a day, by agency. */
export const membershipsByAgencyCode = onDayBy("agencyCode", "membershipsByAgencyCode");

/** All memberships there were or are, by network. */
export const membershipHistoryByNetworkCode = rowsBy(
  "membershipHistoryByNetworkCode",
  NetworkMembership,
  "networkCode",
  { order: { countryCode: "ASC", firstDay: "ASC" } },
);

function onDayBy(key: "networkCode" | "countryCode" | "agencyCode", name: string) {
  return rowsBy<NetworkMembership, { readonly asOf: string }>(name, NetworkMembership, key, {
    order: { networkCode: "ASC", countryCode: "ASC" },
    only: (membership, { asOf }) => holdsOn(asOf, daysOf(membership)),
  });
}
