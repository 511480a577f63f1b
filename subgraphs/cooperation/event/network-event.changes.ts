import type { SelectQueryBuilder } from "typeorm";
import {
  code,
  country,
  day,
  id,
  optional,
  partialDate,
  text,
  whole,
} from "../../kit/graphql/input-fields";
import type { ChangeInput } from "../../kit/mutation/inputs";
import { normalForm } from "../../kit/normal-form";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { lockNetwork, lockWithNetwork } from "../network/network.service";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { requireStanding } from "./belonging.service";
import { NetworkEvent } from "./network-event";
import {
  cancellationRules,
  editionRule,
  eventRules,
  type EventValues,
  heldRules,
  openToChangeRules,
  plannedRule,
  soleEventRule,
} from "./network-event.rules";
import { EventFormat, NetworkEventKind, NetworkEventState } from "./network-event-codes";
import { mergedValues, nothingSaid, storedValues, valuesOf } from "./network-event-values.service";
import { recordParticipation } from "./participation.changes";

const constraints = {
  one_recorded_event_an_edition: atTheSameMoment(
    "EDITION_TAKEN",
    "a number that no event of this kind has in the network",
    "edition",
  ),
  one_recorded_event_a_title_and_start: atTheSameMoment(
    "EVENT_EXISTS",
    "a title that no event of this kind and first day has in the network",
    "title",
  ),
};

/** What is said of an event besides its title. */
const said = {
  edition: optional(whole("Its number in its series, if it has one.")),
  theme: optional(text("Its theme.")),
  startsOn: optional(
    partialDate("When it begins or is to begin, as precise as known; null where not fixed."),
  ),
  endsOn: optional(partialDate("Its last day; null where it has one day only.")),
  city: optional(text("The city, in English.")),
  country: optional(country("Where it takes place.")),
  format: optional(code(EventFormat, "How it is held.")),
  hostAgency: optional(id("Code of the agency that hosts it.")),
  note: optional(text("A note on it.")),
};

/** What the office records of events. */
export const eventChanges = changesOf(NetworkEvent, {
  planEvent: adding({
    description: "Records that an event is planned.",
    about: "An event to plan.",
    given: "The event.",
    input: {
      network: id("Code of the network."),
      kind: code(NetworkEventKind, "What kind of event it is."),
      title: text("Its title in English."),
      ...said,
    },
    constraints,
    work: async (change, input) => {
      const values = mergedValues(input, nothingSaid);
      change.require(eventRules(values));
      change.settle();
      const { network: networkCode, kind } = input;
      await lockNetwork(change, networkCode);
      await requireFree(change, { networkCode, kind }, values);
      const state = NetworkEventState.PLANNED;
      return change.insert(NetworkEvent, { ...storedValues(values), networkCode, kind, state });
    },
  }),

  changeEvent: changing({
    description: "Changes what is said of an event that the office has recorded.",
    about:
      "What to change of an event that the office has recorded. A field that is left out stays as it is; null removes its value.",
    given: "What to change.",
    input: { title: optional(text("Its title in English; never null.")), ...said },
    constraints,
    work: async (change, input) => {
      const event = await lockOpenEvent(change, input);
      const values = mergedValues(input, valuesOf(event));
      change.require(eventRules(values));
      if (event.state === NetworkEventState.HELD) change.require(heldRules(values, change.today));
      change.settle();
      await requireFree(change, event, values);
      await requireStanding(change, event, values.startsOn);
      return change.update(NetworkEvent, event, storedValues(values));
    },
  }),

  confirmEventHeld: changing({
    description: "Records that a planned event was held: PLANNED becomes HELD.",
    about: "The confirmation that an event was held.",
    given: "Which event, and when.",
    input: {
      startsOn: optional(day("The day it began; by default the day planned.")),
      endsOn: optional(day("Its last day; by default the one planned.")),
    },
    constraints,
    work: async (change, input) => {
      const event = await lockOpenEvent(change, input);
      change.require(plannedRule(event, NetworkEventState.HELD));
      change.settle();
      const before = valuesOf(event);
      const { startsOn = null, endsOn = null } = input;
      const days = { startsOn: startsOn ?? before.startsOn, endsOn: endsOn ?? before.endsOn };
      const values = mergedValues(days, before);
      change.require(eventRules(values), heldRules(values, change.today));
      change.settle();
      await requireSole(change, event, values, "startsOn");
      await requireStanding(change, event, values.startsOn);
      const state = NetworkEventState.HELD;
      return change.update(NetworkEvent, event, { ...storedValues(values), state });
    },
  }),

  cancelEvent: changing({
    description: "Records that a planned event will not be held: PLANNED becomes CANCELLED.",
    about: "The cancellation of a planned event.",
    given: "Which event, and why.",
    input: {
      reason: text("Why."),
      on: optional(day("When that was decided; default: today in Asia/Tokyo.")),
    },
    constraints,
    work: async (change, input) => {
      const event = await lockOpenEvent(change, input);
      const on = input.on ?? change.today;
      const { reason } = input;
      const state = NetworkEventState.CANCELLED;
      change.require(plannedRule(event, state), cancellationRules({ on, reason }, change.today));
      const cancellationReason = trimmed(reason);
      return change.update(NetworkEvent, event, { state, cancelledOn: on, cancellationReason });
    },
  }),

  recordParticipation,
});

async function lockOpenEvent(change: CooperationChange, input: ChangeInput): Promise<NetworkEvent> {
  const event = await lockWithNetwork(change, NetworkEvent, input);
  change.require(openToChangeRules(event, "id"));
  change.settle();
  return event;
}

type Series = Pick<NetworkEvent, "networkCode" | "kind"> & { readonly id?: string };

/** The number and the title with the first day are free in the series. */
async function requireFree(
  change: CooperationChange,
  series: Series,
  values: EventValues,
): Promise<void> {
  const { edition } = values;
  const other = await othersIn(change, series, "edition")
    .andWhere("event.edition = :edition", { edition })
    .andWhere("event.state IS DISTINCT FROM 'CANCELLED'")
    .getOne();
  change.require(editionRule(edition, other));
  await requireSole(change, series, values);
}

/** No other event of the series has the title and the first day. */
async function requireSole(
  change: CooperationChange,
  series: Series,
  values: EventValues,
  at = "title",
): Promise<void> {
  const { title, startsOn } = values;
  const other = await othersIn(change, series, "title")
    .andWhere("normal_form(event.title) = :title", { title: normalForm(title ?? "") })
    .andWhere("event.startsOn IS NOT DISTINCT FROM :startsOn", { startsOn })
    .andWhere("event.sourceId IS NULL AND NOT event.synthetic")
    .getOne();
  change.require(soleEventRule(values, other, at));
}

function othersIn(
  { manager }: CooperationChange,
  { networkCode, kind, id: own = "" }: Series,
  what: string,
): SelectQueryBuilder<NetworkEvent> {
  return manager
    .createQueryBuilder(NetworkEvent, "event")
    .comment(`event.${what}`)
    .where("event.networkCode = :networkCode AND event.kind = :kind", { networkCode, kind })
    .andWhere("event.id <> :own", { own });
}
