import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { type CooperationRefusal, refusal } from "../error/refusal";
import { membershipsOf } from "../membership/membership-on";
import { type CooperationChange, lockNetwork, lockWithNetwork } from "../network/network.service";
import { trimmed } from "../rules/text.rules";
import { NetworkChair } from "./network-chair";
import type { AppointChairInput, EndChairInput } from "./network-chair.inputs";
import {
  checkChair,
  checkChairEdition,
  checkChairEnd,
  checkChairIsMember,
  checkSoleChair,
} from "./network-chair.rules";

type ChairChange<Input extends object> = ChangeDefinition<
  Input,
  NetworkChair,
  CooperationErrorCode
>;

const constraints = (field: string): Record<string, CooperationRefusal> => ({
  one_recorded_chair_a_network_and_day: refusal(
    "ALREADY_CHAIRED",
    "Expected days on which nobody chairs the network; a chair has been appointed meanwhile.",
    field,
  ),
  one_recorded_chair_an_edition: refusal(
    "EDITION_TAKEN",
    "Expected the number of a conference without a chair; one has been appointed meanwhile.",
    "edition",
  ),
  network_chair_lasts_a_day: refusal("INVALID_PERIOD", "Expected a turn of at least a day.", field),
});

/** Records a country's turn to chair a network. */
export const appointChair: ChairChange<AppointChairInput> = {
  name: "appointChair",
  node: NetworkChair,
  constraints: constraints("from"),
  work: async (change, input) => {
    const { network, edition, country, agency, from, to = null, note } = input;
    change.refuse(checkChair(input));
    change.settle();
    await lockNetwork(change, network);
    const memberships = await membershipsOf(change.manager, network, country, { from, to });
    const others = await chairsOf(change, network);
    change.refuse(checkChairIsMember(country, { from, to }, memberships, "country"));
    change.refuse(checkChairEdition(edition, others));
    change.refuse(checkSoleChair({ from, to }, others, "from"));
    return change.insert(NetworkChair, {
      networkCode: network,
      edition,
      countryCode: country,
      agencyCode: agency ?? memberships[0]?.agencyCode ?? null,
      from,
      firstDay: from,
      to,
      endDay: to,
      note: trimmed(note),
    });
  },
};

/** Records when a turn ends, or moves an end that is still to come. */
export const endChair: ChairChange<EndChairInput> = {
  name: "endChair",
  node: NetworkChair,
  constraints: constraints("on"),
  work: async (change, input) => {
    const { on, reason } = input;
    const chair = await lockWithNetwork(change, NetworkChair, input);
    change.refuse(checkChairEnd(chair, on, reason, change.today));
    change.settle();
    const { networkCode, countryCode, firstDay: from } = chair;
    const time = { from, to: on };
    const memberships = await membershipsOf(change.manager, networkCode, countryCode, time);
    change.refuse(checkChairIsMember(countryCode, time, memberships, "on"));
    const all = await chairsOf(change, networkCode);
    const others = all.filter(({ id }) => id !== chair.id);
    change.refuse(checkSoleChair(time, others, "on"));
    return change.update(NetworkChair, chair, { to: on, endDay: on, endReason: trimmed(reason) });
  },
};

function chairsOf(change: CooperationChange, networkCode: string): Promise<NetworkChair[]> {
  return change.manager.find(NetworkChair, {
    where: { networkCode },
    order: { firstDay: "ASC" },
    comment: "network.chairs",
  });
}
