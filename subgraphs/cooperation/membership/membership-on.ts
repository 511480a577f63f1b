import type { EntityManager } from "typeorm";
import { dayAfter } from "../day/day";
import type { Time } from "../rules/area.rules";
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

/** The memberships of a country that hold on one of the days `[from, to)`, earliest first; open where `to` is null. */
export async function membershipsOf(
  manager: EntityManager,
  networkCode: string,
  country: string,
  { from, to }: Time,
): Promise<NetworkMembership[]> {
  const memberships = await membershipsIn(manager, networkCode, from, to);
  return memberships.filter(({ countryCode }) => countryCode === country);
}

/** The membership of a country on a day, if it has one. */
export async function membershipOn(
  manager: EntityManager,
  networkCode: string,
  countryCode: string,
  day: string,
): Promise<NetworkMembership | undefined> {
  const time = { from: day, to: dayAfter(day) };
  const [membership] = await membershipsOf(manager, networkCode, countryCode, time);
  return membership;
}
