import type { EntityManager } from "typeorm";
import type { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import type { RecordedDispatch } from "./correction.rules";

/** A dispatch on record, as far as its spreadsheet's rules and defaults need it. */
export interface DispatchOnRecord extends RecordedDispatch {
  readonly id: string;
  readonly officialId: string;
  readonly organizationCode: string;
  readonly countryCode: string;
  readonly cancelledOn: string | null;
  readonly overstayed: boolean;
  readonly followed: boolean;
}

/** An organization on record, as far as the rules of dispatches to it need it. */
export interface OrganizationOnRecord {
  readonly code: string;
  readonly typeCode: DispatchOrganizationTypeCode;
  readonly regionCode: string;
  readonly countryCode: string | null;
}

/** Reads organizations by code, with one statement, and keeps others from changing their kinds. */
export async function organizationsOnRecord(
  manager: EntityManager,
  codes: readonly string[],
): Promise<Map<string, OrganizationOnRecord>> {
  const found: OrganizationOnRecord[] = await manager.query(
    `/* import.organizations */ SELECT code, type_code AS "typeCode", region_code AS "regionCode",
       country_code AS "countryCode"
     FROM organization WHERE code = ANY ($1::text[]) ORDER BY code FOR KEY SHARE`,
    [codes],
  );
  return new Map(found.map((organization) => [organization.code, organization]));
}

/** Reads all dispatches of officials, with one statement. Whoever changes one locks its official first. */
export function dispatchesOnRecord(
  manager: EntityManager,
  officialIds: readonly string[],
): Promise<DispatchOnRecord[]> {
  return manager.query(
    `/* import.dispatches */ SELECT id, official_id AS "officialId",
       organization_code AS "organizationCode", country_code AS "countryCode",
       planned_from::text AS "plannedFrom", planned_to::text AS "plannedTo",
       started_on::text AS "startedOn", returned_on::text AS "returnedOn",
       cancelled_on::text AS "cancelledOn", overstayed, followed,
       (SELECT max(new_to) FROM dispatch_extension e WHERE e.dispatch_id = d.id)::text AS "extendedTo"
     FROM dispatch d WHERE official_id = ANY ($1::text[]) ORDER BY official_id, first_day, id`,
    [officialIds],
  );
}

/** The kinds of organization that come under each legal basis, with one statement. */
export async function typesOfLegalBases(manager: EntityManager): Promise<Map<string, string[]>> {
  const found: { basis: string; types: string[] }[] = await manager.query(
    `/* import.legalBases */ SELECT legal_basis_code AS basis,
       array_agg(organization_type_code ORDER BY organization_type_code) AS types
     FROM dispatch_legal_basis_organization_type GROUP BY legal_basis_code`,
  );
  return new Map(found.map(({ basis, types }) => [basis, types]));
}
