import { countryRule } from "../../catalog/rules/area.rules";
import type { StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { betweenRule } from "../../kit/rules/text.rules";
import {
  canChair,
  firstDayWithout,
  type NetworkMembership,
} from "../membership/network-membership";
import type { CooperationErrorCode } from "../record/cooperation-error-code";

/** How a country takes part in an event. */
export interface ParticipantValues {
  readonly country: string;
  readonly asGuest: boolean;
  readonly persons?: number | null | undefined;
}

/** The rules that a change of the list of participants must keep by itself. */
export function participantsRules(
  add: readonly ParticipantValues[],
  remove: readonly string[],
): Rules<CooperationErrorCode> {
  const named = [...add.map(({ country }) => country), ...remove];
  const repeated = named.find((country, index) => named.indexOf(country) !== index);
  return [
    add.map(({ country, persons }, index) => [
      countryRule(country, `add.${index}.country`),
      betweenRule(persons, `add.${index}.persons`, 1),
    ]),
    {
      holds: repeated === undefined,
      code: "REPEATED_COUNTRY",
      message: `Expected each country once, received ${repeated ?? ""} twice.`,
      at: "add",
    },
  ];
}

/** Who stands on the list of participants, and who of them gives a presentation. */
export interface ParticipantList {
  readonly standing: ReadonlySet<string>;
  readonly presenting: ReadonlySet<string>;
}

/** A country can be taken off the list: it stands there and gives no presentation. */
export function removalRules(
  country: string,
  { standing, presenting }: ParticipantList,
  at: string,
): Rules<CooperationErrorCode> {
  const takesPart = standing.has(country);
  return [
    {
      holds: takesPart,
      code: "NOT_A_PARTICIPANT",
      message: `Expected a country that takes part in the event, received ${country}.`,
      at,
    },
    {
      holds: !takesPart || !presenting.has(country),
      code: "HAS_PRESENTATIONS",
      message: `Expected a country without a presentation at the event, received ${country}; withdraw its presentations first.`,
      at,
    },
  ];
}

/** A guest is no member of the network: `memberships` are all of it on one of the days, `days` those of the event. */
export function guestRules(
  participants: readonly ParticipantValues[],
  memberships: readonly NetworkMembership[],
  days: StartedPeriod,
): Rules<CooperationErrorCode> {
  return participants.map(({ country, asGuest }, index): Rule<CooperationErrorCode> => {
    const own = memberships.filter((one) => one.countryCode === country && canChair(one));
    return {
      holds: !asGuest || firstDayWithout(own, days) !== null,
      code: "IS_A_MEMBER",
      message: `Expected a guest that is no member of the network on ${days.from}, received ${country}.`,
      at: `add.${index}.asGuest`,
    };
  });
}

/** Who takes part, except guests, belongs to the network on the event's day: `members` are the countries that do. */
export function belongingRules(
  participants: readonly ParticipantValues[],
  members: ReadonlySet<string>,
  day: string,
  at: string,
): Rules<CooperationErrorCode> {
  return participants.map(({ country, asGuest }): Rule<CooperationErrorCode> => ({
    holds: asGuest || members.has(country),
    code: "NOT_A_MEMBER",
    message: `Expected countries that belong to the network on ${day}, or guests, received ${country}.`,
    at,
  }));
}
