import { randomUUID } from "node:crypto";
import type { EventSheetRow } from "./event-sheet";
import type { NetworkEvent } from "./network-event";
import { columnsOf, type FullEventValues } from "./network-event-values";
import { NetworkEventState } from "./network-event-state";

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

/** The columns that a row writes, with their types in PostgreSQL. */
export const eventColumns = {
  id: "text",
  network_code: "text",
  kind: "text",
  edition: "integer",
  title: "text",
  theme: "text",
  starts_on: "text",
  ends_on: "text",
  starts_earliest: "date",
  starts_latest: "date",
  fiscal_year: "integer",
  city: "text",
  country_code: "text",
  format: "text",
  host_agency_code: "text",
  state: "text",
  cancelled_on: "date",
  cancellation_reason: "text",
};

/** The row of the database. */
export function rowOfEvent({
  row,
  id,
  values,
}: ImportedEvent): Record<keyof typeof eventColumns, unknown> {
  const { startsEarliest, startsLatest, fiscalYearNumber } = columnsOf(values);
  return {
    id,
    network_code: row.network,
    kind: row.kind,
    edition: row.edition,
    title: values.title,
    theme: row.theme,
    starts_on: row.starts_on,
    ends_on: row.ends_on,
    starts_earliest: startsEarliest,
    starts_latest: startsLatest,
    fiscal_year: fiscalYearNumber,
    city: row.city,
    country_code: row.country,
    format: row.format,
    host_agency_code: row.host_agency,
    state: row.state,
    cancelled_on: row.cancelled_on,
    cancellation_reason: row.cancellation_reason,
  };
}

/**
 * In an order in which no number is given twice between two rows: an event that takes the number of another comes after
 * that one.
 */
export function inWritingOrder(events: readonly ImportedEvent[]): ImportedEvent[] {
  const holders = new Map(
    events.flatMap((one) => (one.before ? [[numberIn(one.before), one] as const] : [])),
  );
  const ordered = new Set<ImportedEvent>();
  for (const first of events) {
    const chain = new Set<ImportedEvent>();
    let next: ImportedEvent | undefined = first;
    while (next && !ordered.has(next) && !chain.has(next)) {
      chain.add(next);
      next = takesNumber(next) ? holders.get(numberOf(next)) : undefined;
    }
    for (const one of [...chain].reverse()) ordered.add(one);
  }
  return [...ordered];
}
