import { entityRows } from "../../kit/import/entity-rows";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { rowsBy } from "../../kit/rows-by";
import { normalForm } from "../../kit/normal-form";
import { brokenRules } from "../../kit/rules/rule";
import { lockNetworks, networkRule } from "../network/network.service";
import {
  type ImportedEvent,
  importedEvent,
  numberIn,
  numberOf,
  rowRules,
  takesNumber,
} from "./event.import-rules";
import { eventSheet, type EventSheetRow } from "./event.sheet";
import {
  eventsOfSeries,
  eventsOnRecord,
  numberedEvents,
  participantsOnRecord,
} from "./events-on-record.service";
import {
  type ParticipantChanges,
  participantChanges,
  refuseParticipants,
  participationsOf,
} from "./imported-participants.service";
import { NetworkEvent } from "./network-event";
import { editionRule } from "./network-event.rules";
import { NetworkEventParticipation } from "./network-event-participation";
import { storedValues } from "./network-event-values.service";

/** What a row writes of an event. */
const written = [
  "id",
  "networkCode",
  "kind",
  "edition",
  "title",
  "theme",
  "startsOn",
  "endsOn",
  "startsEarliest",
  "startsLatest",
  "fiscalYearNumber",
  "city",
  "countryCode",
  "format",
  "hostAgencyCode",
  "state",
  "cancelledOn",
  "cancellationReason",
] as const;

const columnOf = { id: "state", on: "cancelled_on", reason: "cancellation_reason" };

/** Spreadsheets of events. */
export const eventImport = defineImport({
  name: "events",
  description:
    "Meetings, symposia, workshops and trainings of the networks, planned, held and cancelled, and which members take part; what a source states is not changed.",
  columns: eventSheet,
  naturalKey: ["network", "kind", "title", "starts_on"],
  table: "network_event",
  prepare: async (rows, batch) => {
    const networks = await lockNetworks(batch.manager);
    const { changes, presentations } = await read(rows, batch);
    for (const change of changes) {
      const { row } = change.imported;
      const changesParticipants = change.added.length + change.removed.length > 0;
      const rules = [
        networkRule(row.network, networks.has(row.network)),
        rowRules(change.imported, changesParticipants, batch.today),
      ];
      batch.refuse(row, brokenRules(rules), columnOf);
    }
    const events = changes.map(({ imported }) => imported);
    await refuseTakenNumbers(events, batch);
    await refuseMoved(events, batch);
    await refuseParticipants(changes, presentations, batch);
    await write(changes, batch);
  },
});

/** The events that rows are about, with what the rows change of their participants. */
async function read(rows: readonly EventSheetRow[], batch: ImportBatch) {
  const onRecord = await eventsOnRecord(batch.manager, rows);
  const ids = onRecord.map(({ id }) => id);
  const { participations, presentations } = await participantsOnRecord(batch.manager, ids);
  const titled = rowsBy(onRecord, ({ networkCode, kind, title }) =>
    JSON.stringify([networkCode, kind, normalForm(title)]),
  );
  const listed = rowsBy(participations, ({ eventId }) => eventId);
  const changes = rows.map((row) => {
    const same = titled.get(JSON.stringify([row.network, row.kind, normalForm(row.title)])) ?? [];
    const imported = importedEvent(row, same);
    return participantChanges(imported, listed.get(imported.id) ?? []);
  });
  return { changes, presentations: rowsBy(presentations, ({ eventId }) => eventId) };
}

/** Refuses to write anew an event that somebody has given another title or day since. */
async function refuseMoved(events: readonly ImportedEvent[], batch: ImportBatch): Promise<void> {
  const rows = events.flatMap(({ row, before }) => (before ? [] : [row]));
  if (rows.length === 0) return;
  const inSeries = rowsBy(await eventsOfSeries(batch.manager, rows), ({ networkCode, kind }) =>
    JSON.stringify([networkCode, kind]),
  );
  await batch.refuseMoved(
    "network_event",
    rows.map((row) => ({
      line: row.line,
      column: "title",
      key: { title: row.title, startsOn: row.starts_on },
      candidates: (inSeries.get(JSON.stringify([row.network, row.kind])) ?? []).map(
        ({ id, title, startsOn }) => ({ id, key: { title, startsOn } }),
      ),
    })),
  );
}

/** Refuses rows whose number another event of the series has, or a row above takes. */
async function refuseTakenNumbers(
  events: readonly ImportedEvent[],
  batch: ImportBatch,
): Promise<void> {
  const taking = events.filter(takesNumber);
  const ids = new Set(events.map(({ id }) => id));
  const numbered = await numberedEvents(
    batch.manager,
    taking.map(({ row }) => row),
  );
  const others = new Map(
    numbered.filter(({ id }) => !ids.has(id)).map((event) => [numberIn(event), event]),
  );
  const linesOf = await linesOfOthers([...others.values()], batch);
  for (const [number, sharing] of rowsBy(events, numberOf)) {
    if (number === null) continue;
    const other = others.get(number);
    const holder = sharing.find((one) => !takesNumber(one)) ?? (other ? undefined : sharing[0]);
    const line = holder?.row.line ?? (other && linesOf.get(other));
    const place = line === undefined ? "" : `, line ${line},`;
    for (const one of sharing.filter((each) => each !== holder && takesNumber(each))) {
      const title = { title: holder?.row.title ?? other?.title ?? "" };
      batch.refuse(one.row, brokenRules([editionRule(one.row.edition, title, place)]));
    }
  }
}

/** The lines on which events on record stand that no row of the batch is about. */
async function linesOfOthers(
  others: readonly NetworkEvent[],
  batch: ImportBatch,
): Promise<ReadonlyMap<NetworkEvent, number | undefined>> {
  if (others.length === 0) return new Map();
  const lines = await batch.linesOf(
    others.map(({ networkCode, kind, title, startsOn }) => [networkCode, kind, title, startsOn]),
  );
  return new Map(others.map((other, index) => [other, lines[index]]));
}

async function write(changes: readonly ParticipantChanges[], batch: ImportBatch): Promise<void> {
  const good = writable(
    changes.map(({ imported }) => imported),
    batch,
  );
  const isWritten = new Set(good);
  const ordered = inWritingOrder(good);
  await batch.upsert({
    ...entityRows(NetworkEvent, written, ordered.map(recordOf)),
    key: ["id"],
    lines: ordered.map(({ row }) => row.line),
    cells: { network_code: "network", country_code: "country", host_agency_code: "host_agency" },
    derived: ["starts_earliest", "starts_latest", "fiscal_year"],
  });
  const participations = changes
    .filter(({ imported }) => isWritten.has(imported))
    .map((change) => ({
      line: change.imported.row.line,
      rows: participationsOf(change, batch.today),
    }));
  await batch.upsert({
    ...entityRows(
      NetworkEventParticipation,
      ["eventId", "countryCode", "position", "asGuest", "persons", "removedOn"],
      participations.flatMap(({ rows }) => rows),
    ),
    key: ["event_id", "country_code"],
    lines: participations.flatMap(({ line, rows }) => rows.map(() => line)),
    cells: "participants",
    parent: { table: "network_event", column: "event_id" },
  });
}

/** Numbers can move from row to row: if a row of a series is refused, no number in the series is given. */
function writable(events: readonly ImportedEvent[], batch: ImportBatch): ImportedEvent[] {
  const series = ({ row }: ImportedEvent) => `${row.network} ${row.kind}`;
  const lines = new Set(batch.accepted(events.map(({ row }) => row)).map(({ line }) => line));
  const broken = new Set(events.filter(({ row }) => !lines.has(row.line)).map(series));
  return events.filter(
    (one) => lines.has(one.row.line) && !(broken.has(series(one)) && takesNumber(one)),
  );
}

function recordOf({ row, id, values }: ImportedEvent) {
  return {
    ...storedValues(values),
    id,
    networkCode: row.network,
    kind: row.kind,
    state: row.state,
    cancelledOn: row.cancelled_on,
    cancellationReason: row.cancellation_reason,
  };
}

/**
 * In an order in which no number is given twice between two rows: an event that takes the number of another comes after
 * that one.
 */
function inWritingOrder(events: readonly ImportedEvent[]): ImportedEvent[] {
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
