import type { GraphMembership, NetworkMembersAnswer } from "../operations/network-members";
import type { Label } from "./label";
import { uniqueLabels } from "./unique-labels";

/** What a country is in a network on the day: one membership, or several where agencies overlap. */
export interface MatrixCell {
  readonly network: Label;
  readonly country: Label;
  readonly memberships: readonly GraphMembership[];
}

/** Countries by networks. */
export interface MembershipMatrix {
  readonly networks: readonly Label[];
  /** Those in most networks first, then by name. */
  readonly countries: readonly Label[];
  /** Only of countries that are in a network. */
  readonly cells: readonly MatrixCell[];
}

/** Arranges the memberships of a day. */
export function membershipMatrix(
  { networks }: NetworkMembersAnswer,
  language: string,
): MembershipMatrix {
  const cells = new Map<
    string,
    { network: Label; country: Label; memberships: GraphMembership[] }
  >();
  for (const { code, name, members } of networks) {
    for (const membership of members) {
      const { country } = membership;
      const key = `${code} ${country.code}`;
      const cell = cells.get(key) ?? { network: { code, name }, country, memberships: [] };
      cell.memberships.push(membership);
      cells.set(key, cell);
    }
  }
  const all = [...cells.values()];
  const inHowMany = (code: string) => all.filter(({ country }) => country.code === code).length;
  const collator = new Intl.Collator(language);
  const countries = uniqueLabels(all.map(({ country }) => country)).toSorted(
    (one, other) =>
      inHowMany(other.code) - inHowMany(one.code) || collator.compare(one.name, other.name),
  );
  return { networks: networks.map(({ code, name }) => ({ code, name })), countries, cells: all };
}
