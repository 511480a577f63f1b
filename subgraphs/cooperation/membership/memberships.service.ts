import type { EntityManager } from "typeorm";
import { dayAfter, type StartedPeriod } from "../../kit/rules/period";
import { NetworkMembership } from "./network-membership";

/** The memberships of a network that hold on one of the days of a period, earliest first. */
export function membershipsIn(
  manager: EntityManager,
  networkCode: string,
  { from, to }: StartedPeriod,
): Promise<NetworkMembership[]> {
  return manager
    .createQueryBuilder(NetworkMembership, "membership")
    .comment("membershipsIn")
    .where("membership.networkCode = :networkCode", { networkCode })
    .andWhere("membership.valid && daterange(:from::date, :to::date)", { from, to })
    .orderBy("membership.firstDay")
    .getMany();
}

/** The memberships of a country that hold on one of the days of a period, earliest first. */
export async function membershipsOf(
  manager: EntityManager,
  networkCode: string,
  country: string,
  period: StartedPeriod,
): Promise<NetworkMembership[]> {
  const memberships = await membershipsIn(manager, networkCode, period);
  return memberships.filter(({ countryCode }) => countryCode === country);
}

/** The membership of a country on a day, if it has one. */
export async function membershipOn(
  manager: EntityManager,
  networkCode: string,
  countryCode: string,
  day: string,
): Promise<NetworkMembership | undefined> {
  const period = { from: day, to: dayAfter(day) };
  const [membership] = await membershipsOf(manager, networkCode, countryCode, period);
  return membership;
}

/** A country in a network. */
export interface CountryInNetwork {
  readonly network: string;
  readonly country: string;
}

/** The two as one text, to look up by. */
export function countryInNetwork({ network, country }: CountryInNetwork): string {
  return `${network} ${country}`;
}

/** The country a membership is of, in its network. */
export function placeOfMembership({ networkCode, countryCode }: NetworkMembership): string {
  return countryInNetwork({ network: networkCode, country: countryCode });
}

/** Reads all memberships of countries in networks, published ones too, earliest first, with one statement. */
export function membershipsOnRecord(
  manager: EntityManager,
  of: readonly CountryInNetwork[],
): Promise<NetworkMembership[]> {
  return manager
    .createQueryBuilder(NetworkMembership, "membership")
    .comment("import.memberships")
    .where(
      "(membership.networkCode, membership.countryCode) IN (SELECT * FROM unnest(:networks::text[], :countries::text[]))",
      { networks: of.map(({ network }) => network), countries: of.map(({ country }) => country) },
    )
    .orderBy("membership.firstDay")
    .addOrderBy("membership.id")
    .getMany();
}
