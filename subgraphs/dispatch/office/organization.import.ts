import { entityRows } from "../../kit/import/entity-rows";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Organization } from "./organization";
import { legalBasesRule, organizationRules } from "./organization.rules";
import { noteDispatches } from "./organization.service";
import { type OrganizationRow, organizationSheet } from "./organization.sheet";

/** Spreadsheets of receiving organizations. */
export const organizationImport = defineImport({
  name: "organizations",
  description: "The organizations, governments and other bodies that receive officials.",
  columns: organizationSheet,
  naturalKey: ["code"],
  table: "organization",
  prepare: async (rows, batch) => {
    for (const row of rows) batch.require(row, organizationRules(valuesOf(row)));
    await requireLegalBases(rows, batch);
    const accepted = batch.accepted(rows);
    const { outcomes } = await batch.upsert({
      ...entityRows(
        Organization,
        ["code", "nameEn", "nameJa", "typeCode", "regionCode", "countryCode"],
        accepted.map(valuesOf),
      ),
      key: ["code"],
      lines: accepted.map(({ line }) => line),
      cells: { type_code: "type", region_code: "region", country_code: "country" },
    });
    const changed = accepted.filter((_row, index) => outcomes[index] === "changed");
    await noteDispatches(
      batch.manager,
      "import",
      changed.map(({ code }) => code),
    );
  },
});

function valuesOf({ code, type, region, country, ...row }: OrganizationRow) {
  return {
    code,
    nameEn: trimmedUnlessBlank(row.name_en),
    nameJa: trimmedUnlessBlank(row.name_ja),
    typeCode: type,
    regionCode: region,
    countryCode: country,
  };
}

/** Another kind is refused where the legal basis of a dispatch does not cover it. Locks the organizations. */
async function requireLegalBases(
  rows: readonly OrganizationRow[],
  batch: ImportBatch,
): Promise<void> {
  const found: { code: string; misfit: string | null }[] = await batch.manager.query(
    `/* import.organizations */ WITH given AS (
       SELECT code, type FROM unnest($1::text[], $2::text[]) AS g(code, type)
     ), held AS (
       SELECT o.code, o.type_code FROM organization o
       WHERE o.code = ANY ($1::text[]) ORDER BY o.code FOR UPDATE
     )
     SELECT h.code, (
       SELECT d.legal_basis_code FROM dispatch d
       WHERE d.organization_code = h.code AND NOT EXISTS (
         SELECT FROM dispatch_legal_basis_organization_type l
         WHERE l.legal_basis_code = d.legal_basis_code AND l.organization_type_code = g.type)
       LIMIT 1) AS misfit
     FROM held h JOIN given g ON g.code = h.code WHERE g.type <> h.type_code`,
    [rows.map(({ code }) => code), rows.map(({ type }) => type)],
  );
  const misfits = new Map(found.map(({ code, misfit }) => [code, misfit]));
  for (const row of rows) {
    batch.require(row, [legalBasesRule(row.type, misfits.get(row.code) ?? undefined)]);
  }
}
