import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { normalForm } from "../../kit/normal-form";
import { rowsBy } from "../../kit/import/rows-by";
import { lockNetworks } from "../network/lock-networks";
import { checkNetwork } from "../network/network.rules";
import { eventSheet, type EventSheetRow } from "./event-sheet";
import { eventsOfSeries, eventsOnRecord, participantsOnRecord } from "./events-on-record";
import {
  eventColumns,
  type ImportedEvent,
  importedEvent,
  inWritingOrder,
  rowOfEvent,
  takesNumber,
} from "./imported-event";
import { checkRow } from "./imported-events.rules";
import { refuseTakenNumbers } from "./imported-numbers";
import {
  type ParticipantChanges,
  participantChanges,
  participationColumns,
  rowsOfParticipations,
} from "./imported-participants";
import { refuseParticipants } from "./refused-participants";

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
      batch.refuse(row, checkNetwork(row.network, networks.has(row.network)), columnOf);
      batch.refuse(row, checkRow(change.imported, changesParticipants, batch.today), columnOf);
    }
    await refuseTakenNumbers(
      changes.map(({ imported }) => imported),
      batch,
    );
    await refuseMoved(
      changes.map(({ imported }) => imported),
      batch,
    );
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

async function write(changes: readonly ParticipantChanges[], batch: ImportBatch): Promise<void> {
  const good = writable(
    changes.map(({ imported }) => imported),
    batch,
  );
  const written = new Set(good);
  const ordered = inWritingOrder(good);
  await batch.upsert({
    table: "network_event",
    key: ["id"],
    columns: eventColumns,
    rows: ordered.map(rowOfEvent),
    lines: ordered.map(({ row }) => row.line),
    cells: { network_code: "network", country_code: "country", host_agency_code: "host_agency" },
    derived: ["starts_earliest", "starts_latest", "fiscal_year"],
  });
  const participations = changes
    .filter(({ imported }) => written.has(imported))
    .map((change) => ({
      line: change.imported.row.line,
      rows: rowsOfParticipations(change, batch.today),
    }));
  await batch.upsert({
    table: "network_event_participation",
    key: ["event_id", "country_code"],
    columns: participationColumns,
    rows: participations.flatMap(({ rows }) => rows),
    lines: participations.flatMap(({ line, rows }) => rows.map(() => line)),
    cells: "participants",
    parent: { table: "network_event", column: "event_id" },
  });
}

/** Numbers may move from row to row: in a series of which a row is refused, none is given. */
function writable(events: readonly ImportedEvent[], batch: ImportBatch): ImportedEvent[] {
  const series = ({ row }: ImportedEvent) => `${row.network} ${row.kind}`;
  const lines = new Set(batch.accepted(events.map(({ row }) => row)).map(({ line }) => line));
  const broken = new Set(events.filter(({ row }) => !lines.has(row.line)).map(series));
  return events.filter(
    (one) => lines.has(one.row.line) && !(broken.has(series(one)) && takesNumber(one)),
  );
}
