import { randomUUID } from "node:crypto";
import { homeAgencyOn } from "../home-agency/home-agency-on";
import type { OfficialOnRecord } from "../official/officials-on-record";
import { storedText } from "../rules/text.rules";
import { awayUntil } from "./away-until";
import type { DispatchRow } from "./dispatch-columns";
import type { DispatchSheetRow } from "./dispatch-sheet";
import { type DispatchTerm, type DispatchValues, endOf, firstDayOf } from "./dispatch.rules";
import type { DispatchOnRecord, OrganizationOnRecord } from "./dispatches-on-record";

/** A row of a spreadsheet with the records it is about. */
export interface ImportedDispatch {
  readonly row: DispatchSheetRow;
  readonly official: OfficialOnRecord;
  readonly organization: OrganizationOnRecord;
  /** The dispatch as it is on record; `undefined`: a new one. */
  readonly recorded: DispatchOnRecord | undefined;
  readonly values: DispatchValues;
  readonly homeAgency: string | null;
}

/** Makes of a row what it says of a dispatch; what it leaves open is filled in as planning does. */
export function importedDispatch(
  row: DispatchSheetRow,
  official: OfficialOnRecord,
  organization: OrganizationOnRecord,
  dispatches: readonly DispatchOnRecord[],
): ImportedDispatch {
  const recorded = recordOf(row, dispatches);
  const isSameOrganization = recorded?.organizationCode === organization.code;
  const values: DispatchValues = {
    post: storedText(row.post),
    legalBasisCode: row.legal_basis,
    countryCode:
      row.country ?? (isSameOrganization ? recorded.countryCode : organization.countryCode),
    plannedFrom: row.planned_from,
    plannedTo: row.planned_to,
    payRatio: row.pay_ratio,
    consentOn: row.consent_on,
    npaConsultedOn: row.npa_consulted_on,
    startedOn: row.started_on,
    returnedOn: row.returned_on,
    cancelledOn: row.cancelled_on,
    cancellationReason: storedText(row.cancellation_reason),
    overstayed: isOverstay(row, recorded),
    followed: recorded?.followed === true,
  };
  const homeAgency = homeAgencyOn(official.agencies, firstDayOf(values));
  return { row, official, organization, recorded, values, homeAgency };
}

/** An overstay is not for a spreadsheet to acknowledge; what an office has acknowledged stays so. */
function isOverstay(row: DispatchSheetRow, recorded: DispatchOnRecord | undefined): boolean {
  const { returned_on: returnedOn, planned_to: plannedTo } = row;
  return recorded?.overstayed === true && returnedOn !== null && returnedOn > plannedTo;
}

/**
 * The dispatch a row is about: that of the official with the same first day as planned. One that was given up is not
 * taken up again; a row that speaks of one given up means the one given up on that day, before the one that was not.
 */
function recordOf(
  row: DispatchSheetRow,
  dispatches: readonly DispatchOnRecord[],
): DispatchOnRecord | undefined {
  const sameDay = dispatches.filter(({ plannedFrom }) => plannedFrom === row.planned_from);
  const active = sameDay.find(({ cancelledOn }) => cancelledOn === null);
  if (row.cancelled_on === null) return active;
  return (
    sameDay.find(({ cancelledOn }) => cancelledOn === row.cancelled_on) ?? active ?? sameDay.at(-1)
  );
}

/** The row of the database. */
export function rowOf(imported: ImportedDispatch): DispatchRow {
  const { values, official, organization, recorded, homeAgency } = imported;
  return {
    id: recorded?.id ?? randomUUID(),
    official_id: official.id,
    organization_code: organization.code,
    organization_type_code: organization.typeCode,
    region_code: organization.regionCode,
    legal_basis_code: values.legalBasisCode,
    country_code: values.countryCode,
    home_agency_code: homeAgency,
    post: values.post,
    planned_from: values.plannedFrom,
    planned_to: values.plannedTo,
    pay_ratio: values.payRatio,
    consent_on: values.consentOn,
    npa_consulted_on: values.npaConsultedOn,
    started_on: values.startedOn,
    returned_on: values.returnedOn,
    cancelled_on: values.cancelledOn,
    cancellation_reason: values.cancellationReason,
    overstayed: values.overstayed === true,
    followed: values.followed === true,
  };
}

/**
 * In an order in which nobody is in two places between two rows: those first that keep no other days than before, so
 * that the days they give up are free.
 */
export function inWritingOrder(all: readonly ImportedDispatch[]): ImportedDispatch[] {
  const givesUp = ({ recorded, values }: ImportedDispatch) =>
    recorded !== undefined && (values.cancelledOn !== null || isWithin(values, recorded));
  return [...all.filter(givesUp), ...all.filter((one) => !givesUp(one))];
}

function isWithin(after: DispatchTerm, before: DispatchTerm): boolean {
  const away = (term: DispatchTerm) => (term.startedOn === null ? "" : awayUntil(term));
  return (
    firstDayOf(after) >= firstDayOf(before) &&
    endOf(after) <= endOf(before) &&
    away(after) <= away(before)
  );
}
