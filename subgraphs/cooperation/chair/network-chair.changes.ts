import { country, day, id, optional, text, whole } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { membershipsOf } from "../membership/memberships.service";
import { chairIsMemberRule } from "../membership/network-membership.rules";
import { lockNetwork, lockWithNetwork } from "../network/network.service";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { NetworkChair } from "./network-chair";
import { chairEndRules, chairRules, soleChairRule, soleEditionRule } from "./network-chair.rules";

const constraints = (at: string) => ({
  one_recorded_chair_a_network_and_day: atTheSameMoment(
    "ALREADY_CHAIRED",
    "days on which nobody chairs the network",
    at,
  ),
  one_recorded_chair_an_edition: atTheSameMoment(
    "EDITION_TAKEN",
    "the number of a conference without a chair",
    "edition",
  ),
  network_chair_lasts_a_day: {
    code: "INVALID_PERIOD" as const,
    message: "Expected a turn of at least a day.",
    path: ["input", at],
  },
});

/** What the office records of turns to chair. */
export const chairChanges = changesOf(NetworkChair, {
  appointChair: adding({
    description:
      "Records a country's turn to chair a network. The country must be a member, not an observer, on every day of it, and no other country chairs the network on one of these days.",
    about: "A country's turn to chair a network, to be recorded.",
    given: "The turn.",
    input: {
      network: id("Code of the network."),
      edition: whole("The number of the conference that the turn belongs to."),
      country: country("The country that takes the chair."),
      agency: optional(
        id("Code of its agency; by default the one it takes part through on the first day."),
      ),
      from: day("The first day."),
      to: optional(day("The first day on which the turn no longer holds; null where open.")),
      note: optional(text("A note on it.")),
    },
    constraints: constraints("from"),
    work: async (change, input) => {
      const { network, edition, agency, from, to = null, note } = input;
      change.require(chairRules(input));
      change.settle();
      await lockNetwork(change, network);
      const period = { from, to };
      const memberships = await membershipsOf(change.manager, network, input.country, period);
      const others = await chairsOf(change, network);
      change.require(
        chairIsMemberRule(input.country, period, memberships, "country"),
        soleEditionRule(edition, others),
        soleChairRule(period, others, "from"),
      );
      return change.insert(NetworkChair, {
        networkCode: network,
        edition,
        countryCode: input.country,
        agencyCode: agency ?? memberships[0]?.agencyCode ?? null,
        from,
        firstDay: from,
        to,
        endDay: to,
        note: trimmed(note),
      });
    },
  }),

  endChair: changing({
    description:
      "Records the end of a turn that the office has recorded, or moves an end that is still to come.",
    about: "The end of a turn to chair.",
    given: "The end.",
    input: {
      on: day("The first day on which the turn no longer holds."),
      reason: optional(text("Why it ends then.")),
    },
    constraints: constraints("on"),
    work: async (change, input) => {
      const { on } = input;
      const chair = await lockWithNetwork(change, NetworkChair, input);
      change.require(chairEndRules(chair, input, change.today));
      change.settle();
      const { networkCode, countryCode } = chair;
      const period = { from: chair.firstDay, to: on };
      const memberships = await membershipsOf(change.manager, networkCode, countryCode, period);
      const others = (await chairsOf(change, networkCode)).filter((one) => one.id !== chair.id);
      change.require(
        chairIsMemberRule(countryCode, period, memberships, "on"),
        soleChairRule(period, others, "on"),
      );
      const endReason = trimmed(input.reason);
      return change.update(NetworkChair, chair, { to: on, endDay: on, endReason });
    },
  }),
});

function chairsOf(change: CooperationChange, networkCode: string): Promise<NetworkChair[]> {
  return change.see(NetworkChair, {
    where: { networkCode },
    order: { firstDay: "ASC" },
    comment: "network.chairs",
  });
}
