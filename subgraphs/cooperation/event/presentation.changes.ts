import { country, id, optional, text, whole } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { noteRule, trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { NetworkEvent } from "./network-event";
import { openToChangeRules } from "./network-event.rules";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { presentationRules, type Program } from "./presentation.rules";

const constraints = {
  one_presentation_a_position: atTheSameMoment(
    "POSITION_TAKEN",
    "a free place in the order of the event",
    "position",
  ),
};

/** What the office records of presentations. */
export const presentationChanges = changesOf(NetworkEventPresentation, {
  addPresentation: adding({
    description: "Adds a presentation of a participating country to an event.",
    about: "A presentation to add to an event.",
    given: "The presentation.",
    input: {
      event: id("Id of the event."),
      expectedVersion: optional(
        whole("The version of the event last seen; VERSION_CONFLICT if it has changed since."),
      ),
      country: country("The country that gives it; it takes part."),
      agency: optional(id("Code of its agency; null where not known.")),
      title: text("Its title."),
      presenterName: optional(text("Who gives it.")),
      position: optional(
        whole("Its place in the order of the event, from 1; by default the last."),
      ),
    },
    constraints,
    work: async (change, input) => {
      const { event: eventId, agency = null, position, expectedVersion = null } = input;
      const lock = { id: eventId, expectedVersion };
      const event = await change.lock(NetworkEvent, lock, "input", "event");
      const program = await programOf(change, eventId);
      change.require(
        openToChangeRules(event, "event"),
        presentationRules(input, event.startsOn, program),
      );
      await change.touch(NetworkEvent, event);
      return change.insert(NetworkEventPresentation, {
        eventId,
        countryCode: input.country,
        agencyCode: agency,
        title: trimmed(input.title),
        presenterName: trimmed(input.presenterName),
        position: position ?? Math.max(0, ...program.positions) + 1,
      });
    },
  }),

  withdrawPresentation: changing({
    description: "Records that a presentation is not given, and why.",
    about: "The withdrawal of a presentation.",
    given: "Which, and why.",
    input: { reason: text("Why.") },
    constraints,
    // Locks the event of the presentation before the presentation itself. Its place in the order is free again.
    work: async (change, input) => {
      const { eventId } = await change.read(NetworkEventPresentation, input.id);
      const event = await change.lock(NetworkEvent, { id: eventId });
      const presentation = await change.lock(NetworkEventPresentation, input);
      const { withdrawnOn } = presentation;
      change.require(
        openToChangeRules(event, "id"),
        {
          holds: withdrawnOn === null,
          code: "PRESENTATION_WITHDRAWN",
          message: `Expected a presentation that stands, received one that was withdrawn on ${withdrawnOn ?? ""}.`,
          at: "id",
        },
        noteRule(input.reason, "reason"),
      );
      await change.touch(NetworkEvent, event);
      return change.update(NetworkEventPresentation, presentation, {
        withdrawnOn: change.today,
        withdrawalReason: trimmed(input.reason),
      });
    },
  }),
});

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
