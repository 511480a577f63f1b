import { published } from "../../catalog/access";
import { Agency } from "../../catalog/agency/agency";
import { Country } from "../../catalog/country/country";
import { AsOfArguments, fieldsOf, queries } from "../../kit/record/declared-fields";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import type { DatabaseLoader } from "../../kit/loaders";
import type { RequestContext } from "../../kit/request/request-context";
import { Network } from "../network/network";
import { records } from "../record/policies";
import { membershipImport } from "./membership.import";
import { NetworkMembership } from "./network-membership";
import { membershipChanges } from "./network-membership.changes";
import {
  membersByNetworkCode,
  membershipHistoryByNetworkCode,
  membershipsByAgencyCode,
  membershipsByCountryCode,
  networkMemberships,
} from "./network-membership.list";

/** A field that lists the memberships of a day, which a loader gives for a parent's code. */
function onDay(
  loader: DatabaseLoader<string, NetworkMembership[], { readonly asOf: string }>,
  field: { readonly description: string; readonly nullable?: boolean },
) {
  return {
    type: () => [NetworkMembership],
    arguments: AsOfArguments,
    find: ({ code }: { code: string }, { asOf }: AsOfArguments, context: RequestContext) =>
      context.load(loader, code, { asOf: asOf ?? context.asOf }),
    ...field,
  };
}

/** Which countries belong to which networks. */
export const networkMembershipModule: Module = {
  entities: [NetworkMembership],
  resolvers: [
    queries({
      networkMembership: oneKnownByKey(
        NetworkMembership,
        "The membership with this id; null where there is none.",
        "Its id.",
      ),
      networkMemberships: networkMemberships.onDay({
        description: "The memberships of all networks that hold on a day, observers included.",
      }),
      networkMembershipHistory: networkMemberships.all({
        description: "All memberships of networks: past, present and future.",
      }),
    }),
    fieldsOf(Network, {
      members: onDay(membersByNetworkCode, {
        description: "Who belongs to it on a day, observers included, in order of country code.",
      }),
      membershipHistory: loaded(
        () => [NetworkMembership],
        "Every membership there was or is, in order of country code and time.",
        membershipHistoryByNetworkCode,
        ({ code }: Network) => code,
      ),
    }),
    fieldsOf(Country, {
      networkMemberships: onDay(membershipsByCountryCode, {
        nullable: true,
        description: "The networks it belongs to on a day, also as an observer.",
      }),
    }),
    fieldsOf(Agency, {
      networkMemberships: onDay(membershipsByAgencyCode, {
        nullable: true,
        description: "The networks its country belongs to through it on a day.",
      }),
    }),
    membershipChanges,
  ],
  access: {
    NetworkMembership: published,
    "NetworkMembership.endReason": records,
    "NetworkMembership.endRecorded": records,
    "NetworkMembership.version": records,
  },
  listSizes: { "Network.membershipHistory": 300 },
  writable: { network_membership: "INSERT, UPDATE" },
  readable: { published: { network_membership: "sourced", network_membership_history: "sourced" } },
  imports: [membershipImport],
};
