import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { cohortsOnRecord } from "../cohort/cohorts-on-record";
import { fellowsOnRecord } from "../fellow/fellows-on-record";
import {
  type ImportedPlacement,
  inWritingOrder,
  othersOf,
  placementColumns,
  recordOf,
  rowOf,
} from "./imported-placement";
import { checkImportedPlacement } from "./imported-placement.rules";
import { placementSheet, type PlacementSheetRow } from "./placement-sheet";
import type { OtherPlacement } from "./placement.rules";
import { type PlacementOnRecord, placementsOnRecord } from "./placements-on-record";

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
      columns: placementColumns,
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
  placements: ReadonlyMap<string, readonly PlacementOnRecord[]>,
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
    return checkImportedPlacement(row, { today, fellow, cohort, others, endedFor });
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
  placements: Map<string, PlacementOnRecord[]>;
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
