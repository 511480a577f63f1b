import { membershipsIn } from "../membership/membership-on";
import type { CooperationChange } from "../network/network.service";
import type { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";
import { daysToBelong } from "./network-event-values";
import { NetworkEventPresentation } from "./network-event-presentation";
import { checkBelonging, checkGuests, type ParticipantValues } from "./participation.rules";
import { checkPresentingAgency } from "./presentation.rules";

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

/** Notes every guest who is a member of the network when the event begins, other than an observer. */
export async function checkNoMemberIsGuest(
  change: CooperationChange,
  { networkCode, startsOn }: NetworkEvent,
  participants: readonly ParticipantValues[],
): Promise<void> {
  if (!participants.some(({ asGuest }) => asGuest)) return;
  const days = daysToBelong(startsOn, change.today);
  const memberships = await membershipsIn(change.manager, networkCode, days.from, days.to);
  change.refuse(checkGuests(participants, memberships, days));
}

/**
 * Where the event is to begin on another day, notes who stands on the list already and does not belong to the network
 * then, and the agencies of presentations that do not exist then.
 */
export async function checkMove(
  change: CooperationChange,
  event: NetworkEvent,
  startsOn: string | null,
): Promise<void> {
  if (startsOn === event.startsOn) return;
  const listed = await change.findAll(NetworkEventParticipation, { eventId: event.id });
  const standing = listed.filter(({ removedOn }) => removedOn === null);
  const participants = standing.map(({ countryCode: country, asGuest }) => ({ country, asGuest }));
  await checkBelong(change, event.networkCode, startsOn, participants, "startsOn");
  const given = await change.findAll(NetworkEventPresentation, { eventId: event.id });
  for (const { countryCode, agencyCode, withdrawnOn } of given) {
    if (withdrawnOn !== null) continue;
    change.refuse(checkPresentingAgency(agencyCode, countryCode, startsOn, "startsOn"));
  }
}
