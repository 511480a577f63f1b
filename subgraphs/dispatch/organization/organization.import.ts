import { countryCode, enumValue } from "../../catalog/facts/area-cells";
import { oneOf, optional, text } from "../../kit/facts/cell";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport, type ImportRow } from "../../kit/import/import-definition";
import { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { DispatchRegionCode } from "../region/dispatch-region-code";
import { storedText } from "../rules/text.rules";
import { noteDispatches } from "./noted-dispatches";
import { checkLegalBases, checkOrganization } from "./organization.rules";

const { RESIDUAL, ...kinds } = DispatchOrganizationTypeCode;

const columns = {
  code: {
    cell: text,
    description: "Its code in the office's own list, which never changes.",
    example: "OECD",
  },
  name_en: {
    cell: optional(text),
    description: "Its English name. One of the two names is needed.",
    example: "Organisation for Economic Co-operation and Development",
  },
  name_ja: {
    cell: optional(text),
    description: "Its Japanese name.",
    example: "経済協力開発機構",
  },
  type: {
    cell: oneOf(Object.values(kinds)),
    description: "What kind of body it is; its dispatches follow.",
    example: "OTHER_INTERNATIONAL_ORGANIZATION",
  },
  region: {
    cell: enumValue(DispatchRegionCode),
    description: "The region it is counted in; its dispatches follow.",
    example: "EUROPE",
  },
  country: {
    cell: optional(countryCode),
    description: "The country it sits in; empty where not known.",
    example: "FR",
  },
};

/** Spreadsheets of receiving organizations. */
export const organizationImport = defineImport({
  name: "organizations",
  description: "The organizations, governments and other bodies that receive officials.",
  columns,
  naturalKey: ["code"],
  table: "organization",
  prepare: async (rows, batch) => {
    for (const row of rows) {
      const { code, type: typeCode, country: countryCode } = row;
      const [nameEn, nameJa] = [storedText(row.name_en), storedText(row.name_ja)];
      batch.refuse(row, checkOrganization({ code, nameEn, nameJa, typeCode, countryCode }));
    }
    await refuseMisfits(rows, batch);
    const accepted = batch.accepted(rows);
    const { outcomes } = await batch.upsert({
      table: "organization",
      key: ["code"],
      columns: {
        code: "text",
        name_en: "text",
        name_ja: "text",
        type_code: "text",
        region_code: "text",
        country_code: "text",
      },
      rows: accepted.map((row) => ({
        code: row.code,
        name_en: storedText(row.name_en),
        name_ja: storedText(row.name_ja),
        type_code: row.type,
        region_code: row.region,
        country_code: row.country,
      })),
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

/** Another kind is refused where the legal basis of a dispatch does not cover it. Locks the organizations. */
async function refuseMisfits(
  rows: readonly ImportRow<typeof columns>[],
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
    const misfit = misfits.get(row.code);
    if (misfit != null) batch.refuse(row, checkLegalBases(row.type, misfit));
  }
}
