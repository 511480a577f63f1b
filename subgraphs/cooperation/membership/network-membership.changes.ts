import { code, country, day, id, optional, text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { lockNetwork, lockWithNetwork } from "../network/network.service";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { membershipsIn } from "./memberships.service";
import { daysOf, NetworkMembership, NetworkRole } from "./network-membership";
import {
  agencyAtAllTimes,
  agencyChangeRules,
  leavingRule,
  membershipEndRules,
  membershipRules,
  soleMembershipRule,
} from "./network-membership.rules";
import { timesTakingPart } from "./taking-part.service";

const constraints = (at: string) => ({
  one_membership_a_country_and_day: atTheSameMoment(
    "ALREADY_A_MEMBER",
    "days on which the country does not belong to the network",
    at,
  ),
  network_membership_lasts_a_day: {
    code: "INVALID_PERIOD" as const,
    message: "Expected a membership of at least a day.",
    path: ["input", at],
  },
});

/** What the office records of memberships. */
export const membershipChanges = changesOf(NetworkMembership, {
  joinNetwork: adding({
    description:
      "Records that a country joins a network. A country belongs to a network once on a day.",
    about: "A membership to record.",
    given: "The membership.",
    input: {
      network: id("Code of the network."),
      country: country("The country that joins."),
      agency: optional(id("Code of the agency through which it takes part; null where not known.")),
      role: code(NetworkRole, "Its role in the network."),
      from: day("The first day."),
      to: optional(day("The first day on which it no longer holds; null where open.")),
      note: optional(text("A note on it.")),
    },
    constraints: constraints("from"),
    work: async (change, input) => {
      const { network, agency = null, role, from, to = null, note } = input;
      change.require(membershipRules(input));
      change.settle();
      await lockNetwork(change, network);
      const others = await membershipsIn(change.manager, network, { from, to });
      change.require(soleMembershipRule(input.country, from, others, "from"));
      return change.insert(NetworkMembership, {
        networkCode: network,
        countryCode: input.country,
        agencyCode: agency,
        role,
        from,
        firstDay: from,
        endedOn: to,
        note: trimmed(note),
      });
    },
  }),

  changeMembershipAgency: changing({
    description:
      "Ends a membership, also a published one that is open, and begins the next one through another agency on the same day. Returns the next one.",
    about: "A change of the agency through which a country takes part.",
    given: "The change.",
    input: {
      agency: id("Code of the agency that takes part from then on."),
      on: day("The first day on which it takes part."),
      reason: optional(text("Why.")),
    },
    constraints: constraints("on"),
    work: async (change, input) => {
      const { on, agency } = input;
      const membership = await lockWithNetwork(change, NetworkMembership, input);
      change.require(membershipEndRules(membership, input, change.today));
      change.settle();
      change.require(agencyChangeRules(membership, input));
      const { networkCode, countryCode, role } = membership;
      const { to } = daysOf(membership);
      const endReason = trimmed(input.reason);
      await change.update(NetworkMembership, membership, { endedOn: on, endReason });
      return change.insert(NetworkMembership, {
        networkCode,
        countryCode,
        agencyCode: agency,
        role,
        from: on,
        firstDay: on,
        endedOn: to,
        endReason: to === null ? null : membership.endReason,
      });
    },
  }),

  endMembership: changing({
    description:
      "Records the end of a membership, also of a published one that is open, or moves an end that is still to come.",
    about: "The end of a membership.",
    given: "The end.",
    input: {
      on: day("The first day on which it no longer holds."),
      reason: optional(text("Why.")),
    },
    constraints: constraints("on"),
    work: async (change, input) => {
      const { on } = input;
      const membership = await lockWithNetwork(change, NetworkMembership, input);
      change.require(membershipEndRules(membership, input, change.today));
      change.settle();
      await requireNothingLost(change, membership, on);
      await requireDaysGained(change, membership, on);
      const endReason = trimmed(input.reason);
      return change.update(NetworkMembership, membership, { endedOn: on, endReason });
    },
  }),
});

/** Nothing that has been recorded is left without the membership it needs. */
async function requireNothingLost(
  change: CooperationChange,
  membership: NetworkMembership,
  on: string,
): Promise<void> {
  const { networkCode, countryCode } = membership;
  const { to } = daysOf(membership);
  if (to !== null && to <= on) return;
  const [next] = await timesTakingPart(change.manager, [
    { networkCode, countryCode, from: on, to },
  ]);
  change.require(leavingRule(countryCode, on, next?.from ?? null));
}

/** Where an end is put off, the days gained must be free, and the agency must exist on them. */
async function requireDaysGained(
  change: CooperationChange,
  membership: NetworkMembership,
  on: string,
): Promise<void> {
  const { id: own, networkCode, countryCode, agencyCode, sourceId } = membership;
  const { from, to } = daysOf(membership);
  const others = await membershipsIn(change.manager, networkCode, { from, to: on });
  const rest = others.filter((other) => other.id !== own);
  change.require(soleMembershipRule(countryCode, on, rest, "on"));
  if (sourceId === null && to !== null && on > to) {
    const values = { country: countryCode, agency: agencyCode, from, to: on };
    change.require(agencyAtAllTimes(values, "on"));
  }
}
