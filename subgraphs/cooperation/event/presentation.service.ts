import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import type { CooperationChange } from "../network/network.service";
import { checkText, trimmed } from "../rules/text.rules";
import { NetworkEvent } from "./network-event";
import type { AddPresentationInput, WithdrawPresentationInput } from "./network-event.inputs";
import { checkOpenToChange } from "./network-event.rules";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { checkPresentation, checkProgram, type Program } from "./presentation.rules";

type PresentationChange<Input extends object> = ChangeDefinition<
  Input,
  NetworkEventPresentation,
  CooperationErrorCode
>;

const constraints = {
  one_presentation_a_position: refusal(
    "POSITION_TAKEN",
    "Expected a free place in the order of the event; another has taken it meanwhile.",
    "position",
  ),
};

/** Adds a presentation to an event. */
export const addPresentation: PresentationChange<AddPresentationInput> = {
  name: "addPresentation",
  node: NetworkEventPresentation,
  constraints,
  work: async (change, input) => {
    const { event: eventId, country, agency = null, title, presenterName, position } = input;
    const { expectedVersion = null } = input;
    const lock = { id: eventId, expectedVersion };
    const event = await change.lock(NetworkEvent, lock, "input", "event");
    change.refuse(checkOpenToChange(event, "event"));
    change.refuse(checkPresentation(input, event.startsOn));
    const program = await programOf(change, eventId);
    change.refuse(checkProgram(input, program));
    await change.touch(NetworkEvent, event);
    return change.insert(NetworkEventPresentation, {
      eventId,
      countryCode: country,
      agencyCode: agency,
      title: title.trim(),
      presenterName: trimmed(presenterName),
      position: position ?? Math.max(0, ...program.positions) + 1,
    });
  },
};

/** Records that a presentation is not given. Its place in the order is free again. */
export const withdrawPresentation: PresentationChange<WithdrawPresentationInput> = {
  name: "withdrawPresentation",
  node: NetworkEventPresentation,
  constraints,
  work: async (change, input) => {
    const event = await lockEventOf(change, input.id);
    const presentation = await change.lock(NetworkEventPresentation, input);
    if (event) change.refuse(checkOpenToChange(event, "id"));
    const { withdrawnOn } = presentation;
    const message = `Expected a presentation that stands, received one that was withdrawn on ${withdrawnOn ?? ""}.`;
    change.check(withdrawnOn === null, "PRESENTATION_WITHDRAWN", message, "input", "id");
    change.refuse(checkText(input.reason, "reason", "lines"));
    if (event) await change.touch(NetworkEvent, event);
    return change.update(NetworkEventPresentation, presentation, {
      withdrawnOn: change.today,
      withdrawalReason: trimmed(input.reason),
    });
  },
};

/** Locks the event of a presentation, before the presentation itself. */
async function lockEventOf(
  change: CooperationChange,
  id: string,
): Promise<NetworkEvent | undefined> {
  const seen = await change.manager.findOne(NetworkEventPresentation, {
    where: { id },
    comment: "withdrawPresentation.peek",
  });
  return seen ? change.find(NetworkEvent, { id: seen.eventId }) : undefined;
}

async function programOf(change: CooperationChange, eventId: string): Promise<Program> {
  const listed = await change.findAll(NetworkEventParticipation, { eventId });
  const given = await change.findAll(NetworkEventPresentation, { eventId });
  return {
    participants: new Set(
      listed.filter(({ removedOn }) => removedOn === null).map(({ countryCode }) => countryCode),
    ),
    positions: new Set(
      given.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ position }) => position),
    ),
  };
}
