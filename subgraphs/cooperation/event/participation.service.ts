import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import type { CooperationRefusal } from "../error/refusal";
import { type CooperationChange, lockWithNetwork } from "../network/network.service";
import { checkBelong, checkNoMemberIsGuest } from "./belonging.service";
import { NetworkEvent } from "./network-event";
import type { EventParticipantInput, RecordParticipationInput } from "./network-event.inputs";
import { checkOpenToChange } from "./network-event.rules";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { checkParticipants, checkRemoval } from "./participation.rules";

/** Adds countries to those that take part in an event, changes how they do, and takes others off the list. */
export const recordParticipation: ChangeDefinition<
  RecordParticipationInput,
  NetworkEvent,
  CooperationErrorCode
> = {
  name: "recordParticipation",
  node: NetworkEvent,
  constraints: {},
  work: async (change, input) => {
    const { event: id, expectedVersion = null } = input;
    const [add, remove] = [input.add ?? [], input.remove ?? []];
    change.refuse(checkParticipants(add, remove));
    change.settle();
    const path = ["input", "event"];
    const event = await lockWithNetwork(change, NetworkEvent, { id, expectedVersion }, ...path);
    change.refuse(checkOpenToChange(event, "event"));
    change.settle();
    const listed = await change.findAll(NetworkEventParticipation, { eventId: id });
    await checkBelong(change, event.networkCode, event.startsOn, add, "add");
    await checkNoMemberIsGuest(change, event, add);
    change.refuse(await checkRemovals(change, id, listed, remove));
    change.settle();
    let isChanged = false;
    for (const country of remove) {
      isChanged = (await removeCountry(change, listed, country)) || isChanged;
    }
    let last = Math.max(-1, ...listed.map(({ position }) => position));
    for (const participant of add) {
      const before = listed.find(({ countryCode }) => countryCode === participant.country);
      if (!before) last += 1;
      isChanged = (await putCountry(change, id, before, participant, last)) || isChanged;
    }
    return isChanged ? change.touch(NetworkEvent, event) : event;
  },
};

async function checkRemovals(
  change: CooperationChange,
  eventId: string,
  listed: readonly NetworkEventParticipation[],
  remove: readonly string[],
): Promise<CooperationRefusal[]> {
  const standing = new Set(
    listed.filter(({ removedOn }) => removedOn === null).map(({ countryCode }) => countryCode),
  );
  const presentations =
    remove.length === 0 ? [] : await change.findAll(NetworkEventPresentation, { eventId });
  const presenting = new Set(
    presentations.filter((given) => given.withdrawnOn === null).map((given) => given.countryCode),
  );
  return remove.flatMap((country) => checkRemoval(country, { standing, presenting }, "remove"));
}

/** Takes a country off the list; whether that changed anything. */
async function removeCountry(
  change: CooperationChange,
  listed: readonly NetworkEventParticipation[],
  country: string,
): Promise<boolean> {
  const participation = listed.find(({ countryCode }) => countryCode === country);
  if (!participation) return false;
  const removedOn = change.today;
  const after = await change.update(NetworkEventParticipation, participation, { removedOn });
  return after !== participation;
}

/** Puts a country on the list, or changes how it stands there; whether that changed anything. */
async function putCountry(
  change: CooperationChange,
  eventId: string,
  before: NetworkEventParticipation | undefined,
  { country, asGuest, persons = null }: EventParticipantInput,
  position: number,
): Promise<boolean> {
  if (before) {
    const said = { asGuest, persons, removedOn: null };
    return (await change.update(NetworkEventParticipation, before, said)) !== before;
  }
  const countryCode = country;
  await change.insert(NetworkEventParticipation, {
    eventId,
    countryCode,
    position,
    asGuest,
    persons,
  });
  return true;
}
