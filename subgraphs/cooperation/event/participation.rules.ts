import { type CooperationRefusal, type Optional, refusal, unless } from "../error/refusal";
import { firstDayWithout, mayChair } from "../membership/days-covered";
import type { NetworkMembership } from "../membership/network-membership";
import { checkCountry, type Time } from "../rules/area.rules";
import { checkNumber } from "../rules/text.rules";

/** How a country takes part in an event. */
export interface ParticipantValues {
  readonly country: string;
  readonly asGuest: boolean;
  readonly persons?: Optional<number>;
}

/** The rules that a change of the list of participants must keep by itself. */
export function checkParticipants(
  add: readonly ParticipantValues[],
  remove: readonly string[],
): CooperationRefusal[] {
  const named = [...add.map(({ country }) => country), ...remove];
  const repeated = named.find((country, index) => named.indexOf(country) !== index);
  return [
    ...add.flatMap(({ country, persons }, index) => [
      ...checkCountry(country, "add", String(index), "country"),
      ...checkNumber(persons, "add", 1).map(({ code, message }) =>
        refusal(code, message, "add", String(index), "persons"),
      ),
    ]),
    ...unless(
      repeated === undefined,
      "REPEATED_COUNTRY",
      `Expected each country once, received ${repeated ?? ""} twice.`,
      "add",
    ),
  ];
}

/** Who stands on the list of participants, and who of them gives a presentation. */
export interface ParticipantList {
  readonly standing: ReadonlySet<string>;
  readonly presenting: ReadonlySet<string>;
}

/** A country may be taken off the list: it stands there and gives no presentation. */
export function checkRemoval(
  country: string,
  { standing, presenting }: ParticipantList,
  field: string,
): CooperationRefusal[] {
  const missing = `Expected a country that takes part in the event, received ${country}.`;
  const presents = `Expected a country without a presentation at the event, received ${country}; withdraw its presentations first.`;
  if (!standing.has(country)) return [refusal("NOT_A_PARTICIPANT", missing, field)];
  return presenting.has(country) ? [refusal("HAS_PRESENTATIONS", presents, field)] : [];
}

/** A guest is no member of the network: `memberships` are all of it on one of the days, `days` those of the event. */
export function checkGuests(
  participants: readonly ParticipantValues[],
  memberships: readonly NetworkMembership[],
  days: Time,
): CooperationRefusal[] {
  return participants.flatMap(({ country, asGuest }, index) => {
    const own = memberships.filter((one) => one.countryCode === country && mayChair(one));
    const holds = !asGuest || firstDayWithout(own, days) !== null;
    const message = `Expected a guest that is no member of the network on ${days.from}, received ${country}.`;
    return unless(holds, "IS_A_MEMBER", message, "add", String(index), "asGuest");
  });
}

/** Who takes part, but for guests, belongs to the network on the event's day: `members` are the countries that do. */
export function checkBelonging(
  participants: readonly ParticipantValues[],
  members: ReadonlySet<string>,
  day: string,
  ...field: string[]
): CooperationRefusal[] {
  return participants.flatMap(({ country, asGuest }) => {
    const message = `Expected countries that belong to the network on ${day}, or guests, received ${country}.`;
    return unless(asGuest || members.has(country), "NOT_A_MEMBER", message, ...field);
  });
}
