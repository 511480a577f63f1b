import type { ImportBatch } from "../../kit/import/import-batch";
import { rowsBy } from "../../kit/import/rows-by";
import { numberedEvents } from "./events-on-record";
import { type ImportedEvent, numberIn, numberOf, takesNumber } from "./imported-event";
import type { NetworkEvent } from "./network-event";
import { checkEdition } from "./network-event.rules";

/** Refuses rows whose number another event of the series has, or a row above takes. */
export async function refuseTakenNumbers(
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
      batch.refuse(one.row, checkEdition(one.row.edition, title, place));
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
