import { membershipsIn } from "../membership/memberships.service";
import type { CooperationChange } from "../record/cooperation-changes";
import type { NetworkEvent } from "./network-event";
import { agencyAtStartRules } from "./network-event.rules";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { daysToBelong } from "./network-event-values.service";
import { belongingRules, guestRules, type ParticipantValues } from "./participation.rules";

/** Notes every participant who is no guest and does not belong to the network when the event begins on `startsOn`. */
export async function requireBelonging(
  change: CooperationChange,
  { networkCode }: NetworkEvent,
  startsOn: string | null,
  participants: readonly ParticipantValues[],
  at: string,
): Promise<void> {
  const days = daysToBelong(startsOn, change.today);
  const memberships = await membershipsIn(change.manager, networkCode, days);
  const members = new Set(memberships.map(({ countryCode }) => countryCode));
  change.require(belongingRules(participants, members, startsOn ?? change.today, at));
}

/** Notes every guest who is a member of the network when the event begins, other than an observer. */
export async function requireNoMemberAsGuest(
  change: CooperationChange,
  { networkCode, startsOn }: NetworkEvent,
  participants: readonly ParticipantValues[],
): Promise<void> {
  if (!participants.some(({ asGuest }) => asGuest)) return;
  const days = daysToBelong(startsOn, change.today);
  const memberships = await membershipsIn(change.manager, networkCode, days);
  change.require(guestRules(participants, memberships, days));
}

/**
 * Where the event is to begin on another day, notes who stands on the list already and does not belong to the network
 * then, and the agencies of presentations that do not exist then.
 */
export async function requireStanding(
  change: CooperationChange,
  event: NetworkEvent,
  startsOn: string | null,
): Promise<void> {
  if (startsOn === event.startsOn) return;
  const listed = await change.findAll(NetworkEventParticipation, { eventId: event.id });
  const standing = listed.filter(({ removedOn }) => removedOn === null);
  const participants = standing.map(({ countryCode: country, asGuest }) => ({ country, asGuest }));
  await requireBelonging(change, event, startsOn, participants, "startsOn");
  const presentations = await change.findAll(NetworkEventPresentation, { eventId: event.id });
  for (const { countryCode, agencyCode, withdrawnOn } of presentations) {
    if (withdrawnOn !== null) continue;
    change.require(agencyAtStartRules(agencyCode, countryCode, startsOn, "startsOn"));
  }
}
