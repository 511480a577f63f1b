import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { type CooperationChange, lockNetwork, lockWithNetwork } from "../network/network.service";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { type CooperationRefusal, refusal } from "../error/refusal";
import { trimmed } from "../rules/text.rules";
import { membershipsIn } from "./membership-on";
import { endOf, NetworkMembership } from "./network-membership";
import type {
  ChangeMembershipAgencyInput,
  EndMembershipInput,
  JoinNetworkInput,
} from "./network-membership.inputs";
import {
  checkAgencyChange,
  checkLeaving,
  checkMembership,
  checkMembershipEnd,
  checkSoleMembership,
} from "./network-membership.rules";
import { timesTakingPart } from "./taking-part";

type MembershipChange<Input extends object> = ChangeDefinition<
  Input,
  NetworkMembership,
  CooperationErrorCode
>;

const constraints = (field: string): Record<string, CooperationRefusal> => ({
  one_membership_a_country_and_day: refusal(
    "ALREADY_A_MEMBER",
    "Expected days on which the country does not belong to the network; it has joined meanwhile.",
    field,
  ),
  network_membership_lasts_a_day: refusal(
    "INVALID_PERIOD",
    "Expected a membership of at least a day.",
    field,
  ),
});

/** Records that a country joins a network. */
export const joinNetwork: MembershipChange<JoinNetworkInput> = {
  name: "joinNetwork",
  node: NetworkMembership,
  constraints: constraints("from"),
  work: async (change, input) => {
    const { network, country, agency = null, role, from, to = null, note } = input;
    change.refuse(checkMembership(input));
    change.settle();
    await lockNetwork(change, network);
    const others = await membershipsIn(change.manager, network, from, to);
    change.refuse(checkSoleMembership(country, from, others, "from"));
    return change.insert(NetworkMembership, {
      networkCode: network,
      countryCode: country,
      agencyCode: agency,
      role,
      from,
      firstDay: from,
      endedOn: to,
      note: trimmed(note),
    });
  },
};

/** Ends a membership and begins the next one, through another agency. Answers with the next one. */
export const changeMembershipAgency: MembershipChange<ChangeMembershipAgencyInput> = {
  name: "changeMembershipAgency",
  node: NetworkMembership,
  constraints: constraints("on"),
  work: async (change, input) => {
    const { on, reason, agency } = input;
    const membership = await lockWithNetwork(change, NetworkMembership, input);
    change.refuse(checkMembershipEnd(membership, on, reason, change.today));
    change.settle();
    change.refuse(checkAgencyChange(membership, input));
    change.settle();
    const { networkCode, countryCode, role } = membership;
    const end = endOf(membership);
    await change.update(NetworkMembership, membership, { endedOn: on, endReason: trimmed(reason) });
    return change.insert(NetworkMembership, {
      networkCode,
      countryCode,
      agencyCode: agency,
      role,
      from: on,
      firstDay: on,
      endedOn: end,
      endReason: end === null ? null : membership.endReason,
    });
  },
};

/** Records the end of a membership, or moves one that is still to come. */
export const endMembership: MembershipChange<EndMembershipInput> = {
  name: "endMembership",
  node: NetworkMembership,
  constraints: constraints("on"),
  work: async (change, input) => {
    const { on, reason } = input;
    const membership = await lockWithNetwork(change, NetworkMembership, input);
    change.refuse(checkMembershipEnd(membership, on, reason, change.today));
    change.settle();
    await checkNothingLost(change, membership, on);
    await checkStaying(change, membership, on);
    return change.update(NetworkMembership, membership, {
      endedOn: on,
      endReason: trimmed(reason),
    });
  },
};

/** Nothing that has been recorded may be left without the membership it needs. */
async function checkNothingLost(
  change: CooperationChange,
  membership: NetworkMembership,
  on: string,
): Promise<void> {
  const { networkCode, countryCode } = membership;
  const end = endOf(membership);
  if (end !== null && end <= on) return;
  const lost = { networkCode, countryCode, from: on, to: end };
  const [next] = await timesTakingPart(change.manager, [lost]);
  change.refuse(checkLeaving(countryCode, on, next?.from ?? null));
}

/** Where an end is put off, the days gained must be free, and the agency must exist on them. */
async function checkStaying(
  change: CooperationChange,
  membership: NetworkMembership,
  on: string,
): Promise<void> {
  const { networkCode, countryCode, agencyCode, firstDay } = membership;
  const others = await membershipsIn(change.manager, networkCode, firstDay, on);
  const rest = others.filter(({ id }) => id !== membership.id);
  change.refuse(checkSoleMembership(countryCode, on, rest, "on"));
  const before = endOf(membership);
  if (membership.sourceId === null && before !== null && on > before) {
    const values = { country: countryCode, agency: agencyCode, from: firstDay, to: on };
    const agencyRefusals = checkMembership(values).filter(({ path }) => path[1] === "agency");
    change.refuse(agencyRefusals.map((broken) => ({ ...broken, path: ["input", "on"] })));
  }
}
