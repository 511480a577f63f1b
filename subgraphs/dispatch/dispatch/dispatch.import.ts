import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { rowsBy } from "../../kit/import/rows-by";
import { officialsOnRecord } from "../official/officials-on-record";
import { dispatchColumns } from "./dispatch-columns";
import { dispatchSheet, type DispatchSheetRow } from "./dispatch-sheet";
import {
  type DispatchOnRecord,
  dispatchesOnRecord,
  organizationsOnRecord,
  typesOfLegalBases,
} from "./dispatches-on-record";
import {
  type ImportedDispatch,
  importedDispatch,
  inWritingOrder,
  rowOf,
} from "./imported-dispatch";
import { amongOthers, isAboutOthers, refusalsOf, withPlaces } from "./imported-rules";

/** Spreadsheets of dispatches. */
export const dispatchImport = defineImport({
  name: "dispatches",
  description:
    "Dispatches of officials on record to organizations on record, from plan to return; those of one official best together. One given up and one planned anew from the same day go into two files.",
  columns: dispatchSheet,
  naturalKey: ["personnel_number", "planned_from"],
  table: "dispatch",
  prepare: async (rows, batch) => {
    const { imported, dispatches } = await read(rows, batch);
    const facts = {
      today: batch.today,
      typesOfLegalBases: await typesOfLegalBases(batch.manager),
    };
    const all = amongOthers(imported, dispatches);
    for (const { one, others } of all) {
      let refusals = refusalsOf(one, others, facts);
      if (isAboutOthers(refusals)) {
        refusals = refusalsOf(one, await withPlaces(one, others, batch), facts);
      }
      batch.refuse(one.row, refusals, { reason: "cancellation_reason" });
    }
    await refuseMoved(imported, dispatches, batch);
    const lines = new Set(batch.accepted(rows).map(({ line }) => line));
    const good = inWritingOrder(all.map(({ one }) => one).filter(({ row }) => lines.has(row.line)));
    await batch.upsert({
      table: "dispatch",
      key: ["id"],
      columns: dispatchColumns,
      rows: good.map(rowOf),
      lines: good.map(({ row }) => row.line),
      cells: {
        official_id: "personnel_number",
        organization_code: "organization",
        legal_basis_code: "legal_basis",
        country_code: "country",
      },
      derived: [
        "organization_type_code",
        "region_code",
        "home_agency_code",
        "overstayed",
        "followed",
      ],
    });
  },
});

/** Refuses to plan anew what the office has cancelled, or planned for another day, since. */
function refuseMoved(
  imported: readonly ImportedDispatch[],
  dispatches: ReadonlyMap<string, readonly DispatchOnRecord[]>,
  batch: ImportBatch,
): Promise<void> {
  const rows = imported.filter(({ recorded }) => !recorded);
  return batch.refuseMoved(
    "dispatch",
    rows.map(({ row, official }) => ({
      line: row.line,
      column: "planned_from",
      key: { plannedFrom: row.planned_from, cancelledOn: row.cancelled_on },
      candidates: (dispatches.get(official.id) ?? []).map(({ id, plannedFrom, cancelledOn }) => ({
        id,
        key: { plannedFrom, cancelledOn },
      })),
    })),
  );
}

/** What the rows are about. Locks as mutations do: organizations, then officials. */
async function read(rows: readonly DispatchSheetRow[], batch: ImportBatch) {
  const organizations = await organizationsOnRecord(batch.manager, [
    ...new Set(rows.map(({ organization }) => organization)),
  ]);
  const officials = await officialsOnRecord(batch.manager, [
    ...new Set(rows.map((row) => row.personnel_number)),
  ]);
  const ids = [...officials.values()].map(({ id }) => id);
  const dispatches = rowsBy(
    await dispatchesOnRecord(batch.manager, ids),
    ({ officialId }) => officialId,
  );
  const imported: ImportedDispatch[] = [];
  for (const row of rows) {
    const official = officials.get(row.personnel_number);
    const organization = organizations.get(row.organization);
    if (official && organization) {
      const own = dispatches.get(official.id) ?? [];
      imported.push(importedDispatch(row, official, organization, own));
      continue;
    }
    const refuse = (column: "personnel_number" | "organization", expected: string) =>
      batch.report(cellProblem(row, column, row[column], expected));
    if (!official) refuse("personnel_number", "the number of an official on record");
    if (!organization) refuse("organization", "the code of an organization on record");
  }
  return { imported, dispatches };
}
