import type { EntityManager } from "typeorm";
import { dayAfter } from "../day/day";
import { NetworkMembership } from "./network-membership";

/** The memberships of a network that hold on one of the days `[from, to)`, earliest first; open where `to` is null. */
export function membershipsIn(
  manager: EntityManager,
  networkCode: string,
  from: string,
  to: string | null,
): Promise<NetworkMembership[]> {
  return manager
    .createQueryBuilder(NetworkMembership, "membership")
    .comment("membershipsIn")
    .where("membership.networkCode = :networkCode", { networkCode })
    .andWhere("membership.valid && daterange(:from::date, :to::date)", { from, to })
    .orderBy("membership.firstDay")
    .getMany();
}

/** The membership of a country on a day, if it has one. */
export async function membershipOn(
  manager: EntityManager,
  networkCode: string,
  countryCode: string,
  day: string,
): Promise<NetworkMembership | undefined> {
  const memberships = await membershipsIn(manager, networkCode, day, dayAfter(day));
  return memberships.find((membership) => membership.countryCode === countryCode);
}
