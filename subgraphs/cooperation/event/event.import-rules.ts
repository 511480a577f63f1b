import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { shown } from "../../kit/errors";
import type { Rule, Rules } from "../../kit/rules/rule";
import { noteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { EventSheetRow } from "./event.sheet";
import type { NetworkEvent } from "./network-event";
import {
  cancellationRules,
  eventRules,
  type EventValues,
  heldRules,
  openToChangeRules,
  plannedRule,
} from "./network-event.rules";
import { NetworkEventState } from "./network-event-codes";
import { type FullEventValues, valuesOf } from "./network-event-values.service";

/** A row of a spreadsheet with the event it is about. */
export interface ImportedEvent {
  readonly row: EventSheetRow;
  readonly id: string;
  /** The event as it is on record, or as a source states it; `undefined`: a new one. */
  readonly before: NetworkEvent | undefined;
  readonly values: FullEventValues;
}

/**
 * Makes of a row the event it describes: that of its network and kind with the same title and first day. The title stays
 * as it is on record, where the row has another form of it.
 *
 * @param events - those on record and published of the same network, kind and title
 */
export function importedEvent(row: EventSheetRow, events: readonly NetworkEvent[]): ImportedEvent {
  const same = events.filter(({ startsOn }) => startsOn === row.starts_on);
  const before = same.find(({ sourceId }) => sourceId === null) ?? same[0];
  const title = before?.title ?? row.title;
  const { edition, theme, city, country, format } = row;
  const { starts_on: startsOn, ends_on: endsOn, host_agency: hostAgency } = row;
  const said = { edition, title, theme, startsOn, endsOn, city, country, format, hostAgency };
  const values = { ...said, note: before?.note ?? null };
  return { row, id: before?.id ?? randomUUID(), before, values };
}

/** The number that an event is to have in its series; `null` where it has none, or gives it back. */
export function numberOf({ row }: ImportedEvent): string | null {
  return numberIn({ ...row, networkCode: row.network });
}

/** The number that an event has in its series, with the series, as one text; `null` where it has none, or no more. */
export function numberIn(
  event: Pick<NetworkEvent, "networkCode" | "kind" | "edition" | "state">,
): string | null {
  const { networkCode, kind, edition, state } = event;
  const hasNumber = edition !== null && state !== NetworkEventState.CANCELLED;
  return hasNumber ? `${networkCode} ${kind} ${edition}` : null;
}

/** Whether a row gives its event a number that it has not on record. */
export function takesNumber(one: ImportedEvent): boolean {
  const number = numberOf(one);
  return number !== null && number !== (one.before ? numberIn(one.before) : null);
}

/**
 * What a row must keep by itself and towards the event on record.
 *
 * @param changesParticipants - whether the row changes who takes part
 */
export function rowRules(
  one: ImportedEvent,
  changesParticipants: boolean,
  today: string,
): Rules<CooperationErrorCode> {
  const { row, before, values } = one;
  return [
    eventRules(values),
    stateRules(row, values, today),
    before === undefined ? [] : rulesTowards(before, one, changesParticipants),
  ];
}

/** An event that was held has its days; one that was cancelled, and no other, has day and reason of that. */
function stateRules(
  { state, cancelled_on: on, cancellation_reason: reason }: EventSheetRow,
  values: EventValues,
  today: string,
): Rules<CooperationErrorCode> {
  if (state === NetworkEventState.CANCELLED) {
    if (on !== null) return cancellationRules({ on, reason }, today);
    const message = "Expected the day on which it was cancelled, received none.";
    const noDay: Rule<CooperationErrorCode> = {
      holds: false,
      code: "DATE_NOT_EXACT",
      message,
      at: "on",
    };
    return [noDay, noteRule(reason ?? "", "reason")];
  }
  const none = (received: string | null, at: string): Rule<CooperationErrorCode> => ({
    holds: received === null,
    code: "ILLEGAL_STATE_CHANGE",
    message: `Expected nothing where the event is ${state}, received ${shown(received)}.`,
    at,
  });
  return [
    none(on, "on"),
    none(reason, "reason"),
    state === NetworkEventState.HELD ? heldRules(values, today) : [],
  ];
}

/** What a source states is not changed, nor what was cancelled; and what was held stays so. */
function rulesTowards(
  before: NetworkEvent,
  { row, values }: ImportedEvent,
  changesParticipants: boolean,
): Rules<CooperationErrorCode> {
  if (before.sourceId !== null) return openToChangeRules(before, "title");
  const { state, cancelledOn, cancellationReason } = before;
  if (state === NetworkEventState.CANCELLED) {
    const said = { ...values, state: row.state, cancelledOn: row.cancelled_on };
    const isChanged =
      changesParticipants ||
      row.cancellation_reason !== cancellationReason ||
      !isDeepStrictEqual(said, { ...valuesOf(before), state, cancelledOn });
    return isChanged ? openToChangeRules(before, "state") : [];
  }
  return row.state === state ? [] : [plannedRule(before, row.state)];
}
