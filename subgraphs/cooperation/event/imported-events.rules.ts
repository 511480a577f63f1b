import { isDeepStrictEqual } from "node:util";
import { shown } from "../../kit/errors";
import { type CooperationRefusal, unless } from "../error/refusal";
import { checkText } from "../rules/text.rules";
import type { EventSheetRow } from "./event-sheet";
import type { ImportedEvent } from "./imported-event";
import {
  checkCancellation,
  checkEvent,
  checkHeld,
  checkOpenToChange,
  checkPlanned,
  type EventValues,
} from "./network-event.rules";
import { NetworkEventState } from "./network-event-state";
import { valuesOf } from "./network-event-values";

/**
 * What a row must keep by itself and towards the event on record.
 *
 * @param changesParticipants - whether the row changes who takes part
 */
export function checkRow(
  one: ImportedEvent,
  changesParticipants: boolean,
  today: string,
): CooperationRefusal[] {
  const { row, before, values } = one;
  return [
    ...checkEvent(values),
    ...checkStateOf(row, values, today),
    ...(before === undefined ? [] : checkBefore(one, before, changesParticipants)),
  ];
}

/** An event that was held has its days; one that was cancelled, and no other, has day and reason of that. */
function checkStateOf(
  { state, cancelled_on: on, cancellation_reason: reason }: EventSheetRow,
  values: EventValues,
  today: string,
): CooperationRefusal[] {
  if (state === NetworkEventState.CANCELLED) {
    const message = "Expected the day on which it was cancelled, received none.";
    return on === null
      ? [...unless(false, "DATE_NOT_EXACT", message, "on"), ...checkText(reason, "reason", "lines")]
      : checkCancellation({ on, reason }, today);
  }
  const none = (received: string | null) =>
    `Expected nothing where the event is ${state}, received ${shown(received)}.`;
  return [
    ...unless(on === null, "ILLEGAL_STATE_CHANGE", none(on), "on"),
    ...unless(reason === null, "ILLEGAL_STATE_CHANGE", none(reason), "reason"),
    ...(state === NetworkEventState.HELD ? checkHeld(values, today) : []),
  ];
}

/** What a source states is not changed, nor what was cancelled; and what was held stays so. */
function checkBefore(
  { row, values }: ImportedEvent,
  before: NonNullable<ImportedEvent["before"]>,
  changesParticipants: boolean,
): CooperationRefusal[] {
  if (before.sourceId !== null) return checkOpenToChange(before, "title");
  const { state, cancelledOn, cancellationReason } = before;
  if (state === NetworkEventState.CANCELLED) {
    const said = { ...values, state: row.state, cancelledOn: row.cancelled_on };
    const isChanged =
      changesParticipants ||
      row.cancellation_reason !== cancellationReason ||
      !isDeepStrictEqual(said, { ...valuesOf(before), state, cancelledOn });
    return isChanged ? checkOpenToChange(before, "state") : [];
  }
  return row.state === state ? [] : checkPlanned(before, row.state);
}
