import type { EntityManager } from "typeorm";
import { NetworkMembership } from "./network-membership";

/** A country in a network. */
export interface CountryInNetwork {
  readonly network: string;
  readonly country: string;
}

/** The two as one text, to look up by. */
export function countryInNetwork({ network, country }: CountryInNetwork): string {
  return `${network} ${country}`;
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

/** The country a membership is of, in its network. */
export function placeOfMembership({ networkCode, countryCode }: NetworkMembership): string {
  return countryInNetwork({ network: networkCode, country: countryCode });
}
