import type { SelectQueryBuilder } from "typeorm";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { normalForm } from "../../kit/normal-form";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import { type CooperationChange, lockNetwork, lockWithNetwork } from "../network/network.service";
import { trimmed } from "../rules/text.rules";
import { checkMove } from "./belonging.service";
import { NetworkEvent } from "./network-event";
import type {
  CancelEventInput,
  ChangeEventInput,
  ConfirmEventHeldInput,
  PlanEventInput,
} from "./network-event.inputs";
import {
  checkCancellation,
  checkEdition,
  checkEvent,
  checkHeld,
  checkOpenToChange,
  checkPlanned,
  checkSoleEvent,
  type EventValues,
} from "./network-event.rules";
import { NetworkEventState } from "./network-event-state";
import { columnsOf, mergedValues, nothingSaid, valuesOf } from "./network-event-values";

type EventChange<Input extends object> = ChangeDefinition<
  Input,
  NetworkEvent,
  CooperationErrorCode
>;

const constraints = {
  one_recorded_event_an_edition: refusal(
    "EDITION_TAKEN",
    "Expected a number that no event of this kind has in the network; one has been given it meanwhile.",
    "edition",
  ),
  one_recorded_event_a_title_and_start: refusal(
    "EVENT_EXISTS",
    "Expected a title that no event of this kind and first day has in the network; one has been given it meanwhile.",
    "title",
  ),
};

/** Records that an event is planned. */
export const planEvent: EventChange<PlanEventInput> = {
  name: "planEvent",
  node: NetworkEvent,
  constraints,
  work: async (change, input) => {
    const values = mergedValues(input, nothingSaid);
    change.refuse(checkEvent(values));
    change.settle();
    const { network, kind } = input;
    await lockNetwork(change, network);
    await checkFree(change, { networkCode: network, kind }, values);
    return change.insert(NetworkEvent, {
      ...columnsOf(values),
      networkCode: network,
      kind,
      state: NetworkEventState.PLANNED,
    });
  },
};

/** Changes what is said of an event; one that was held keeps to days that have passed. */
export const changeEvent: EventChange<ChangeEventInput> = {
  name: "changeEvent",
  node: NetworkEvent,
  constraints,
  work: async (change, input) => {
    const event = await lockOpenEvent(change, input);
    const values = mergedValues(input, valuesOf(event));
    change.refuse(checkEvent(values));
    if (event.state === NetworkEventState.HELD) change.refuse(checkHeld(values, change.today));
    change.settle();
    await checkFree(change, event, values);
    await checkMove(change, event, values.startsOn);
    return change.update(NetworkEvent, event, columnsOf(values));
  },
};

/** Records that an event was held, on the days planned or on others. */
export const confirmEventHeld: EventChange<ConfirmEventHeldInput> = {
  name: "confirmEventHeld",
  node: NetworkEvent,
  constraints,
  work: async (change, input) => {
    const event = await lockOpenEvent(change, input);
    change.refuse(checkPlanned(event, NetworkEventState.HELD));
    change.settle();
    const { startsOn, endsOn } = input;
    const given = { ...(startsOn != null && { startsOn }), ...(endsOn != null && { endsOn }) };
    const values = mergedValues(given, valuesOf(event));
    change.refuse(checkEvent(values));
    change.refuse(checkHeld(values, change.today));
    change.settle();
    await checkSole(change, event, values, "startsOn");
    await checkMove(change, event, values.startsOn);
    const columns = columnsOf(values);
    return change.update(NetworkEvent, event, { ...columns, state: NetworkEventState.HELD });
  },
};

/** Records that an event will not be held. Its number is free again. */
export const cancelEvent: EventChange<CancelEventInput> = {
  name: "cancelEvent",
  node: NetworkEvent,
  constraints,
  work: async (change, input) => {
    const event = await lockOpenEvent(change, input);
    const on = input.on ?? change.today;
    change.refuse(checkPlanned(event, NetworkEventState.CANCELLED));
    change.refuse(checkCancellation({ on, reason: input.reason }, change.today));
    return change.update(NetworkEvent, event, {
      state: NetworkEventState.CANCELLED,
      cancelledOn: on,
      cancellationReason: trimmed(input.reason),
    });
  },
};

async function lockOpenEvent(
  change: CooperationChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<NetworkEvent> {
  const event = await lockWithNetwork(change, NetworkEvent, input);
  change.refuse(checkOpenToChange(event, "id"));
  change.settle();
  return event;
}

type Series = Pick<NetworkEvent, "networkCode" | "kind"> & { readonly id?: string };

async function checkFree(
  change: CooperationChange,
  series: Series,
  values: EventValues,
): Promise<void> {
  const { edition } = values;
  const other = await othersIn(change, series, "edition")
    .andWhere("event.edition = :edition", { edition })
    .andWhere("event.state IS DISTINCT FROM 'CANCELLED'")
    .getOne();
  change.refuse(checkEdition(edition, other));
  await checkSole(change, series, values);
}

async function checkSole(
  change: CooperationChange,
  series: Series,
  values: EventValues,
  field = "title",
): Promise<void> {
  const { title, startsOn } = values;
  const other = await othersIn(change, series, "title")
    .andWhere("normal_form(event.title) = :title", { title: normalForm(title ?? "") })
    .andWhere("event.startsOn IS NOT DISTINCT FROM :startsOn", { startsOn })
    .andWhere("event.sourceId IS NULL AND NOT event.synthetic")
    .getOne();
  change.refuse(checkSoleEvent(values, other, field));
}

function othersIn(
  { manager }: CooperationChange,
  { networkCode, kind, id = "" }: Series,
  what: string,
): SelectQueryBuilder<NetworkEvent> {
  return manager
    .createQueryBuilder(NetworkEvent, "event")
    .comment(`event.${what}`)
    .where("event.networkCode = :networkCode AND event.kind = :kind", { networkCode, kind })
    .andWhere("event.id <> :id", { id });
}
