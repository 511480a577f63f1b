import { randomUUID } from "node:crypto";
import { rowsBy } from "../../kit/rows-by";
import type { Refusal } from "../../kit/rules/refusal";
import { brokenRules } from "../../kit/rules/rule";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import type { Dispatch } from "./dispatch";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import { awayUntil, type DispatchTerm, endOf, firstDayOf, isFollowed } from "./dispatch-state";
import { correctionRules, type RecordedDispatch } from "./dispatch-step.rules";
import { dispatchRules, type DispatchValues, homeAgencyRule } from "./dispatch.rules";
import type { DispatchSheetRow } from "./dispatch.sheet";
import { homeAgencyOn } from "./official-home-agency";
import type { OfficialOnRecord } from "./official-on-record.service";
import type { Organization } from "./organization";

/** A dispatch on record, with the end of its term since it was last extended. */
export type DispatchOnRecord = Dispatch & RecordedDispatch;

/** A row of a spreadsheet with the records it is about. */
export interface ImportedDispatch {
  readonly row: DispatchSheetRow;
  readonly official: OfficialOnRecord;
  readonly organization: Organization;
  /** The dispatch as it is on record; `undefined`: a new one. */
  readonly recorded: DispatchOnRecord | undefined;
  readonly values: DispatchValues;
  readonly homeAgency: string | null;
}

/** Makes of a row what it says of a dispatch; what it leaves open is filled in as planning does. */
export function importedDispatch(
  row: DispatchSheetRow,
  official: OfficialOnRecord,
  organization: Organization,
  dispatches: readonly DispatchOnRecord[],
): ImportedDispatch {
  const recorded = recordOf(row, dispatches);
  const isSameOrganization = recorded?.organizationCode === organization.code;
  const values: DispatchValues = {
    post: trimmedUnlessBlank(row.post),
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
    cancellationReason: trimmedUnlessBlank(row.cancellation_reason),
    overstayed: isOverstay(row, recorded),
    followed: recorded?.followed === true,
  };
  const homeAgency = homeAgencyOn(official.agencies, firstDayOf(values));
  return { row, official, organization, recorded, values, homeAgency };
}

/** A spreadsheet cannot acknowledge an overstay; what an office has acknowledged stays so. */
function isOverstay(row: DispatchSheetRow, recorded: DispatchOnRecord | undefined): boolean {
  const { returned_on: returnedOn, planned_to: plannedTo } = row;
  return recorded?.overstayed === true && returnedOn !== null && returnedOn > plannedTo;
}

/**
 * The dispatch a row is about: that of the official with the same first day as planned. A row without a day of
 * cancellation is never about a cancelled one; a row with one is first about the dispatch cancelled on that day, then
 * about the one that was not cancelled.
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

/** The dispatch as it goes on record. */
export function storedDispatch(imported: ImportedDispatch) {
  const { values, official, organization, recorded, homeAgency } = imported;
  return {
    ...values,
    id: recorded?.id ?? randomUUID(),
    officialId: official.id,
    organizationCode: organization.code,
    organizationTypeCode: organization.typeCode,
    regionCode: organization.regionCode,
    homeAgencyCode: homeAgency,
    overstayed: values.overstayed === true,
    followed: values.followed === true,
  };
}

/** What the rules of all rows need to know. */
export interface ImportFacts {
  readonly today: string;
  /** Legal basis → the kinds of organization that come under it. */
  readonly typesOfLegalBases: ReadonlyMap<string, readonly string[]>;
}

/** The rules that a row breaks: those of mutations. */
export function refusalsOf(
  { values, organization, recorded, homeAgency }: ImportedDispatch,
  others: readonly DispatchTerm[],
  { today, typesOfLegalBases }: ImportFacts,
): Refusal<DispatchErrorCode>[] {
  return brokenRules([
    dispatchRules(values, {
      today,
      organizationType: organization.typeCode,
      typesOfLegalBasis: typesOfLegalBases.get(values.legalBasisCode) ?? [],
      homeAgency,
      others,
    }),
    values.cancelledOn === null ? [] : [homeAgencyRule(values, homeAgency)],
    recorded?.cancelledOn === null ? correctionRules(recorded, values) : [],
  ]);
}

const aboutOthers = new Set(["OVERLAPPING_DISPATCH", "STILL_ON_DISPATCH"]);

/** True if a refusal is about another dispatch, so that its message must say where that one stands. */
export function isAboutOthers(refusals: readonly Refusal<DispatchErrorCode>[]): boolean {
  return refusals.some(({ code }) => aboutOthers.has(code));
}

/** A row, and the other dispatches of its official: those of rows above, and those on record that no row is about. */
export interface AmongOthers {
  readonly one: ImportedDispatch;
  readonly others: readonly DispatchTerm[];
}

/** Puts each row among the others of its official; where one begins, it is known then whether a later one has begun. */
export function amongOthers(
  imported: readonly ImportedDispatch[],
  dispatches: ReadonlyMap<string, readonly DispatchOnRecord[]>,
): AmongOthers[] {
  const all: AmongOthers[] = [];
  for (const [officialId, own] of rowsBy(imported, ({ official }) => official.id)) {
    const onRecord = (dispatches.get(officialId) ?? []).filter(
      ({ cancelledOn }) => cancelledOn === null,
    );
    const inBatch = new Set(own.map(({ recorded }) => recorded?.id));
    const ofNoRow = onRecord.filter(({ id }) => !inBatch.has(id));
    const above: DispatchTerm[] = [];
    for (const given of own) {
      const one = begun(given, [...above, ...onRecord]);
      all.push({ one, others: [...above, ...ofNoRow] });
      const { values, row } = one;
      if (values.cancelledOn === null) above.push({ ...values, place: `line ${row.line}` });
    }
  }
  return all;
}

/** As `startDispatch` notes it: once, when the first day is recorded, by the rows above and by what is on record. */
function begun(one: ImportedDispatch, others: readonly DispatchTerm[]): ImportedDispatch {
  const { recorded, values } = one;
  if (values.startedOn === null || (recorded && recorded.startedOn !== null)) return one;
  return { ...one, values: { ...values, followed: isFollowed(values, others) } };
}

/**
 * In an order in which nobody is in two places between two rows: first those that keep no other days than before, so
 * that the days they leave are free.
 */
export function inWritingOrder(all: readonly ImportedDispatch[]): ImportedDispatch[] {
  const leavesDays = ({ recorded, values }: ImportedDispatch) =>
    recorded !== undefined && (values.cancelledOn !== null || isWithin(values, recorded));
  return [...all.filter(leavesDays), ...all.filter((one) => !leavesDays(one))];
}

function isWithin(after: DispatchTerm, before: DispatchTerm): boolean {
  const away = (term: DispatchTerm) => (term.startedOn === null ? "" : awayUntil(term));
  return (
    firstDayOf(after) >= firstDayOf(before) &&
    endOf(after) <= endOf(before) &&
    away(after) <= away(before)
  );
}
