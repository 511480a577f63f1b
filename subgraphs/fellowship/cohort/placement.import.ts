import { randomUUID } from "node:crypto";
import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { columnsOf } from "../../kit/record/columns";
import { brokenRules } from "../../kit/rules/rule";
import { cohortsOnRecord, fellowsOnRecord, placementsOnRecord } from "./on-record.service";
import { Placement } from "./placement";
import {
  type ImportedPlacement,
  importedPlacementRules,
  othersOf,
  recordOf,
} from "./placement.import-rules";
import type { OtherPlacement } from "./placement.rules";
import { placementSheet, type PlacementSheetRow } from "./placement.sheet";

type Others = ReadonlyMap<ImportedPlacement, readonly OtherPlacement[]>;

/** Spreadsheets of placements. */
export const placementImport = defineImport({
  name: "placements",
  description:
    "Placements of fellows on record, those of one fellow best together, earliest first. One cancelled and one made anew from the same day go into two files.",
  columns: placementSheet,
  naturalKey: ["fellow_number", "from"],
  table: "placement",
  prepare: async (rows, batch) => {
    const { imported, placements } = await read(rows, batch);
    await refuseBroken(othersOf(imported, placements), batch);
    await refuseMoved(imported, placements, batch);
    const lines = new Set(batch.accepted(rows).map(({ line }) => line));
    const good = inWritingOrder(imported.filter(({ row }) => lines.has(row.line)));
    await batch.upsert({
      table: "placement",
      key: ["id"],
      columns: columnsOf(Placement),
      rows: good.map(rowOf),
      lines: good.map(({ row }) => row.line),
      cells: {
        fellow_id: "fellow_number",
        host_agency_code: "host_agency",
        from_date: "from",
        to_date: "to",
      },
      derived: ["synthetic"],
    });
  },
});

/** Refuses to make anew what an officer has cancelled, or moved to another day, since. */
function refuseMoved(
  imported: readonly ImportedPlacement[],
  placements: ReadonlyMap<string, readonly Placement[]>,
  batch: ImportBatch,
): Promise<void> {
  const rows = imported.filter(({ recorded }) => !recorded);
  return batch.refuseMoved(
    "placement",
    rows.map(({ row, fellow }) => ({
      line: row.line,
      column: "from",
      key: { from: row.from, cancelledOn: row.cancelled_on },
      candidates: (placements.get(fellow.id) ?? []).map(({ id, from, cancelledOn }) => ({
        id,
        key: { from, cancelledOn },
      })),
    })),
  );
}

/** Refuses the rows that break a rule; where another placement is in the way, with the line it stands on if any. */
async function refuseBroken(others: Others, batch: ImportBatch): Promise<void> {
  const { today } = batch;
  const check = (one: ImportedPlacement, others: readonly OtherPlacement[]) => {
    const { row, fellow, cohort, recorded } = one;
    const endedFor = recorded?.endReason ?? null;
    const facts = { today, fellow, cohort, others, endedFor };
    return brokenRules(importedPlacementRules(row, facts));
  };
  const overlapping = new Map<ImportedPlacement, readonly OtherPlacement[]>();
  for (const [one, beside] of others) {
    const refusals = check(one, beside);
    if (!refusals.some(({ code }) => code === "OVERLAPPING_PLACEMENT")) {
      batch.refuse(one.row, refusals);
    } else {
      overlapping.set(one, beside);
    }
  }
  for (const [one, beside] of await withLines(overlapping, batch)) {
    batch.refuse(one.row, check(one, beside));
  }
}

/** The same with the lines of those that stand in the file, found with one statement. */
async function withLines(others: Others, batch: ImportBatch): Promise<Others> {
  const keys = [...others].flatMap(([{ row }, beside]) =>
    beside.map(({ from }) => [row.fellow_number, from]),
  );
  if (keys.length === 0) return others;
  const found = await batch.linesOf(keys);
  const lines = new Map(keys.map((key, index) => [key.join(" "), found[index]]));
  const located =
    ({ row }: ImportedPlacement) =>
    (other: OtherPlacement) => {
      const line = lines.get(`${row.fellow_number} ${other.from}`);
      return line === undefined ? other : { ...other, place: `on line ${line}` };
    };
  return new Map([...others].map(([one, beside]) => [one, beside.map(located(one))]));
}

/** What the rows are about. Locks as mutations do: fellows, then cohorts. */
async function read(
  rows: readonly PlacementSheetRow[],
  batch: ImportBatch,
): Promise<{
  imported: ImportedPlacement[];
  placements: Map<string, Placement[]>;
}> {
  const { manager } = batch;
  const numbers = rows.map(({ fellow_number }) => fellow_number);
  const fellows = await fellowsOnRecord(manager, numbers);
  const known = [...fellows.values()];
  const cohortIds = known.map(({ cohortId }) => cohortId);
  const cohorts = await cohortsOnRecord(manager, cohortIds);
  const ids = known.map(({ id }) => id);
  const placements = await placementsOnRecord(manager, ids);
  const imported: ImportedPlacement[] = [];
  for (const row of rows) {
    const fellow = fellows.get(row.fellow_number);
    const cohort = cohorts.get(fellow?.cohortId ?? "");
    if (fellow && cohort) {
      const recorded = recordOf(row, placements.get(fellow.id) ?? []);
      imported.push({ row, fellow, cohort, recorded });
      continue;
    }
    const expected = "the number of a fellow on record";
    batch.report(cellProblem(row, "fellow_number", row.fellow_number, expected));
  }
  return { imported, placements };
}

/**
 * In an order in which nobody is in two places between two rows: those cancelled first, then by the first day, as an
 * earlier placement alone gives days to another.
 */
function inWritingOrder(all: readonly ImportedPlacement[]): ImportedPlacement[] {
  const place = ({ row }: ImportedPlacement) => (row.cancelled_on === null ? row.from : "");
  return [...all].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** The row of the database; a synthetic fellow is placed synthetically. */
function rowOf({ row, fellow, recorded }: ImportedPlacement) {
  return {
    id: recorded?.id ?? randomUUID(),
    fellow_id: fellow.id,
    host_kind: row.host_kind,
    host_agency_code: row.host_agency,
    host_name: row.host_name,
    from_date: row.from,
    to_date: row.to,
    end_reason: row.end_reason,
    cancelled_on: row.cancelled_on,
    cancellation_reason: row.cancellation_reason,
    synthetic: fellow.synthetic || (recorded?.synthetic ?? false),
  };
}
