import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../loader/record-by-id";
import { NetworkMembership } from "./network-membership";

/** The arguments of look-ups as of a day. */
export interface AsOf {
  readonly asOf: string;
}

type Key = "networkCode" | "countryCode" | "agencyCode";

/** Memberships by id; `null` for an id without one. */
export const networkMembershipById = recordById(NetworkMembership, "networkMembershipById");

/** Members of networks on a day, by network. */
export const membersByNetworkCode = membershipsBy("networkCode", "membersByNetworkCode");

/** Memberships of countries on a day, by country. */
export const membershipsByCountryCode = membershipsBy("countryCode", "membershipsByCountryCode");

/** Memberships through agencies on a day, by agency. */
export const membershipsByAgencyCode = membershipsBy("agencyCode", "membershipsByAgencyCode");

/** All memberships there were or are, by network. */
export const membershipHistoryByNetworkCode: DatabaseLoader<string, NetworkMembership[]> = {
  name: "membershipHistoryByNetworkCode",
  batch: async (codes, database) => {
    const memberships = await database
      .createQueryBuilder(NetworkMembership, "membership")
      .comment("membershipHistoryByNetworkCode")
      .where("membership.networkCode = ANY(:codes)", { codes })
      .orderBy("membership.countryCode")
      .addOrderBy("lower(membership.valid)")
      .getMany();
    return rowsOfKeys(codes, memberships, ({ networkCode }) => networkCode);
  },
};

function membershipsBy(key: Key, name: string): DatabaseLoader<string, NetworkMembership[], AsOf> {
  return {
    name,
    batch: async (codes, database, { asOf }) => {
      const memberships = await database
        .createQueryBuilder(NetworkMembership, "membership")
        .comment(name)
        .where(`membership.${key} = ANY(:codes) AND membership.valid @> :asOf::date`, {
          codes,
          asOf,
        })
        .orderBy("membership.networkCode")
        .addOrderBy("membership.countryCode")
        .getMany();
      return rowsOfKeys(codes, memberships, (membership) => membership[key]);
    },
  };
}
