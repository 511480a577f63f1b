import { type EntityManager, In } from "typeorm";
import { cellProblem } from "../../kit/facts/problem";
import { entityRows, storedProperties } from "../../kit/import/entity-rows";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { rowsBy } from "../../kit/rows-by";
import { LegalBasisOrganizationType } from "../classification/dispatch-legal-basis";
import { Dispatch, DispatchExtension } from "./dispatch";
import type { DispatchTerm } from "./dispatch-state";
import {
  amongOthers,
  type DispatchOnRecord,
  type ImportedDispatch,
  importedDispatch,
  inWritingOrder,
  isAboutOthers,
  refusalsOf,
  storedDispatch,
} from "./dispatch.import-rules";
import { dispatchSheet, type DispatchSheetRow } from "./dispatch.sheet";
import { officialsOnRecord } from "./official-on-record.service";
import { Organization } from "./organization";

/** Spreadsheets of dispatches. */
export const dispatchImport = defineImport({
  name: "dispatches",
  description:
    "Dispatches of officials on record to organizations on record, from plan to return; those of one official best together. One cancelled and one planned anew from the same day go into two files.",
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
      ...entityRows(Dispatch, storedProperties(Dispatch), good.map(storedDispatch)),
      key: ["id"],
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

/** Adds to dispatches on record that come from a row far above the line on which it stands. */
async function withPlaces(
  { row }: ImportedDispatch,
  others: readonly DispatchTerm[],
  batch: ImportBatch,
): Promise<DispatchTerm[]> {
  const lines = await batch.linesOf(
    others.map(({ plannedFrom }) => [row.personnel_number, plannedFrom]),
  );
  return others.map((other, index) => {
    const line = lines[index];
    return { ...other, place: line === undefined ? "on record" : `line ${line}` };
  });
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

/** Reads organizations by code, with one statement, and keeps others from changing their kinds. */
async function organizationsOnRecord(
  manager: EntityManager,
  codes: readonly string[],
): Promise<Map<string, Organization>> {
  const found = await manager.find(Organization, {
    where: { code: In(codes) },
    order: { code: "ASC" },
    lock: { mode: "for_key_share" },
    comment: "import.organizations",
  });
  return new Map(found.map((organization) => [organization.code, organization]));
}

/** Reads all dispatches of officials, with one statement. Whoever changes one locks its official first. */
async function dispatchesOnRecord(
  manager: EntityManager,
  officialIds: readonly string[],
): Promise<DispatchOnRecord[]> {
  const { entities, raw } = await manager
    .createQueryBuilder(Dispatch, "d")
    .comment("import.dispatches")
    .addSelect(
      (extensions) =>
        extensions
          .select("max(e.new_to)::text")
          .from(DispatchExtension, "e")
          .where("e.dispatch_id = d.id"),
      "extended_to",
    )
    .where({ officialId: In(officialIds) })
    .orderBy("d.official_id")
    .addOrderBy("d.first_day")
    .addOrderBy("d.id")
    .getRawAndEntities<{ extended_to: string | null }>();
  return entities.map((dispatch, index) =>
    Object.assign(dispatch, { extendedTo: raw[index]?.extended_to ?? null }),
  );
}

/** The kinds of organization that come under each legal basis, with one statement. */
async function typesOfLegalBases(manager: EntityManager): Promise<Map<string, string[]>> {
  const links = await manager.find(LegalBasisOrganizationType, {
    order: { legalBasisCode: "ASC", organizationTypeCode: "ASC" },
    comment: "import.legalBases",
  });
  const byBasis = rowsBy(links, ({ legalBasisCode }) => legalBasisCode);
  return new Map(
    [...byBasis].map(([basis, own]) => [basis, own.map((link) => link.organizationTypeCode)]),
  );
}
