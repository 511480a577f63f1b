import {
  byDefault,
  country,
  flag,
  id,
  inputType,
  nested,
  optional,
  several,
  whole,
} from "../../kit/graphql/input-fields";
import { lockWithNetwork } from "../network/network.service";
import { adding, type CooperationChange } from "../record/cooperation-changes";
import { requireBelonging, requireNoMemberAsGuest } from "./belonging.service";
import { NetworkEvent } from "./network-event";
import { openToChangeRules } from "./network-event.rules";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { type ParticipantValues, participantsRules, removalRules } from "./participation.rules";

const about = "How a country takes part in an event.";
const EventParticipantInput = inputType("EventParticipantInput", about, {
  country: country("The country."),
  asGuest: byDefault(
    flag(
      "True if it takes part as a guest, without being a member of the network; an observer can be a guest or not.",
    ),
    false,
  ),
  persons: optional(whole("How many persons; null where not known.")),
});

/** Adds countries to those that take part in an event, changes how they take part, and takes others off the list. */
export const recordParticipation = adding({
  description:
    "Adds countries to those that take part in an event, changes how they take part, and takes others off the list.",
  about: "Who takes part in an event.",
  given: "Who takes part.",
  input: {
    event: id("Id of the event."),
    expectedVersion: optional(
      whole("The version of the event last seen; VERSION_CONFLICT if it has changed since."),
    ),
    add: optional(
      several(
        nested(
          EventParticipantInput,
          "Countries to add; for one that takes part already, how it takes part is changed.",
        ),
      ),
    ),
    remove: optional(several(country("Countries to take off the list."))),
  },
  work: async (change, input) => {
    const { event: eventId, expectedVersion = null } = input;
    const [add, remove] = [input.add ?? [], input.remove ?? []];
    change.require(participantsRules(add, remove));
    change.settle();
    const lock = { id: eventId, expectedVersion };
    const event = await lockWithNetwork(change, NetworkEvent, lock, "event");
    change.require(openToChangeRules(event, "event"));
    change.settle();
    const listed = await change.findAll(NetworkEventParticipation, { eventId });
    await requireBelonging(change, event, event.startsOn, add, "add");
    await requireNoMemberAsGuest(change, event, add);
    await requireRemovable(change, eventId, listed, remove);
    change.settle();
    let isChanged = false;
    for (const code of remove) {
      isChanged = (await removeCountry(change, listed, code)) || isChanged;
    }
    let last = Math.max(-1, ...listed.map(({ position }) => position));
    for (const participant of add) {
      const before = listed.find(({ countryCode }) => countryCode === participant.country);
      if (!before) last += 1;
      isChanged = (await putCountry(change, eventId, before, participant, last)) || isChanged;
    }
    return isChanged ? change.touch(NetworkEvent, event) : event;
  },
});

async function requireRemovable(
  change: CooperationChange,
  eventId: string,
  listed: readonly NetworkEventParticipation[],
  remove: readonly string[],
): Promise<void> {
  if (remove.length === 0) return;
  const standing = listed.filter(({ removedOn }) => removedOn === null);
  const presentations = await change.findAll(NetworkEventPresentation, { eventId });
  const presenting = presentations.filter(({ withdrawnOn }) => withdrawnOn === null);
  const list = { standing: countriesOf(standing), presenting: countriesOf(presenting) };
  change.require(remove.map((code) => removalRules(code, list, "remove")));
}

function countriesOf(rows: readonly { readonly countryCode: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ countryCode }) => countryCode));
}

/** Takes a country off the list; whether that changed anything. */
async function removeCountry(
  change: CooperationChange,
  listed: readonly NetworkEventParticipation[],
  code: string,
): Promise<boolean> {
  const participation = listed.find(({ countryCode }) => countryCode === code);
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
  { country: countryCode, asGuest, persons = null }: ParticipantValues,
  position: number,
): Promise<boolean> {
  if (before) {
    const values = { asGuest, persons, removedOn: null };
    return (await change.update(NetworkEventParticipation, before, values)) !== before;
  }
  const values = { eventId, countryCode, position, asGuest, persons };
  await change.insert(NetworkEventParticipation, values);
  return true;
}
