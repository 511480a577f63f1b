import { membershipsIn } from "../membership/membership-on";
import type { CooperationChange } from "../network/network.service";
import type { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";
import { daysToBelong } from "./network-event-values";
import { checkBelonging, type ParticipantValues } from "./participation.rules";

/** Notes every participant who is no guest and does not belong to the network when the event begins on `startsOn`. */
export async function checkBelong(
  change: CooperationChange,
  networkCode: string,
  startsOn: string | null,
  participants: readonly ParticipantValues[],
  ...field: string[]
): Promise<void> {
  const { from, to } = daysToBelong(startsOn, change.today);
  const memberships = await membershipsIn(change.manager, networkCode, from, to);
  const members = new Set(memberships.map(({ countryCode }) => countryCode));
  change.refuse(checkBelonging(participants, members, startsOn ?? change.today, ...field));
}

/** The same for all who stand on the list already, where the event is to begin on another day. */
export async function checkAllBelong(
  change: CooperationChange,
  event: NetworkEvent,
  startsOn: string | null,
): Promise<void> {
  if (startsOn === event.startsOn) return;
  const listed = await change.findAll(NetworkEventParticipation, { eventId: event.id });
  const standing = listed.filter(({ removedOn }) => removedOn === null);
  const participants = standing.map(({ countryCode: country, asGuest }) => ({ country, asGuest }));
  await checkBelong(change, event.networkCode, startsOn, participants, "startsOn");
}
