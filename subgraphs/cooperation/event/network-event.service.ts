import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import { type CooperationChange, lockNetwork, lockWithNetwork } from "../network/network.service";
import { checkText, longestNote, trimmed } from "../rules/text.rules";
import { checkPast } from "../rules/time.rules";
import { checkAllBelong } from "./belonging.service";
import { NetworkEvent } from "./network-event";
import type {
  CancelEventInput,
  ChangeEventInput,
  ConfirmEventHeldInput,
  PlanEventInput,
} from "./network-event.inputs";
import {
  checkEdition,
  checkEvent,
  checkHeld,
  checkOpenToChange,
  checkPlanned,
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
    await checkEditionFree(change, { networkCode: network, kind, edition: values.edition });
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
    const { id, networkCode, kind } = event;
    await checkEditionFree(change, { id, networkCode, kind, edition: values.edition });
    await checkAllBelong(change, event, values.startsOn);
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
    await checkAllBelong(change, event, values.startsOn);
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
    change.refuse(checkText(input.reason, "reason", longestNote));
    change.refuse(checkPast(on, change.today, "on"));
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

type Series = Pick<NetworkEvent, "networkCode" | "kind" | "edition"> & { readonly id?: string };

async function checkEditionFree(
  change: CooperationChange,
  { id = "", networkCode, kind, edition }: Series,
): Promise<void> {
  const other = await change.manager
    .createQueryBuilder(NetworkEvent, "event")
    .comment("event.edition")
    .where("event.networkCode = :networkCode AND event.kind = :kind", { networkCode, kind })
    .andWhere("event.edition = :edition AND event.id <> :id", { edition, id })
    .andWhere("event.state IS DISTINCT FROM 'CANCELLED'")
    .getOne();
  change.refuse(checkEdition(edition, other));
}
