import type { Refusal } from "../../kit/rules/refusal";
import { movedTo, type Rule } from "../../kit/rules/rule";
import { LegalBasisOrganizationType } from "../classification/dispatch-legal-basis";
import type { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import { Dispatch } from "./dispatch";
import type { DispatchChange } from "../record/dispatch-changes";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import { firstDayOf } from "./dispatch-state";
import { type DispatchStep, stepRules } from "./dispatch-step.rules";
import { dispatchRules, type DispatchValues } from "./dispatch.rules";
import { Official } from "./official";
import { homeAgencyOn, OfficialHomeAgency } from "./official-home-agency";
import { Organization } from "./organization";

const path = ["input"];

/** What the constraints on dispatches mean to a caller; the rules themselves are checked before. */
export const dispatchConstraints: Readonly<Record<string, Refusal<DispatchErrorCode>>> = {
  dispatch_overlap: {
    code: "OVERLAPPING_DISPATCH",
    message: "Expected a term without another dispatch of the official.",
    path,
  },
  dispatch_one_place: {
    code: "STILL_ON_DISPATCH",
    message: "Expected an official who has returned from every other dispatch.",
    path,
  },
  dispatch_of_official_and_day: {
    code: "DISPATCH_EXISTS",
    message: "Expected a first day on which no other dispatch of the official is planned to begin.",
    path,
  },
  dispatch_legal_basis_fits: {
    code: "LEGAL_BASIS_DOES_NOT_FIT",
    message: "Expected a legal basis that covers the organization's kind.",
    path,
  },
  dispatch_from_home_agency: {
    code: "NO_HOME_AGENCY",
    message: "Expected an official who belongs to the home agency on the first day.",
    path,
  },
  dispatch_consultation: {
    code: "CONSULTATION_MISSING",
    message: "Expected npaConsultedOn for a term beyond five years.",
    path,
  },
};

/** An official, locked, with what the rules of each of the official's dispatches need to know. */
export interface OfficialFile {
  readonly homeAgencies: readonly OfficialHomeAgency[];
  readonly dispatches: readonly Dispatch[];
}

/** Locks an official with agencies and dispatches; whoever is second waits here. */
export async function lockOfficial(
  change: DispatchChange,
  id: string,
  ...named: string[]
): Promise<OfficialFile> {
  const { id: officialId } = await change.lock(Official, { id }, ...named);
  return {
    homeAgencies: await change.findAll(OfficialHomeAgency, { officialId }),
    dispatches: await change.findAll(Dispatch, { officialId }),
  };
}

/**
 * Locks a dispatch that is to take a step, behind its official.
 * @throws Refused NOT_FOUND, VERSION_CONFLICT, or where the step is not the next
 */
export async function lockDispatch(
  change: DispatchChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
  step: DispatchStep,
): Promise<{ dispatch: Dispatch; file: OfficialFile }> {
  const { officialId } = await change.read(Dispatch, input.id);
  const file = await lockOfficial(change, officialId);
  const dispatch = await change.lock(Dispatch, input);
  change.require([sameOfficialRule(dispatch, officialId)], stepRules(step, dispatch));
  change.settle();
  return { dispatch, file };
}

/** Nobody has put right, since it was read, whose dispatch it is: then others are locked than those whom the rules are about. */
export function sameOfficialRule(
  { id, officialId }: Dispatch,
  expected: string,
): Rule<DispatchErrorCode> {
  return {
    holds: officialId === expected,
    code: "VERSION_CONFLICT",
    message: `Expected a dispatch of the official ${expected}, found dispatch ${id}, which has become another's at the same moment. Read it again.`,
    at: "id",
  };
}

/**
 * Reads an organization and keeps others from changing its kind until the change ends.
 * @throws Refused NOT_FOUND
 */
export async function holdOrganization(change: DispatchChange, id: string): Promise<Organization> {
  const organization = await change.manager.findOne(Organization, {
    where: { id },
    lock: { mode: "for_key_share" },
    comment: "holdOrganization",
  });
  return organization ?? change.notFound(Organization, id, ["input", "organization"]);
}

/** The official's dispatches that were not cancelled, but the one with this id. */
export function othersOf({ dispatches }: OfficialFile, id: string | undefined): Dispatch[] {
  return dispatches.filter((other) => other.id !== id && other.cancelledOn === null);
}

/**
 * Refuses the change where a dispatch would break a rule.
 *
 * @param id - the dispatch, if it is there already
 * @param fields - field of a dispatch → field of the input; what the input does not have is the dispatch's
 * @returns the official's home agency on its first day, which only a cancelled one may lack, and its country of duty
 */
export async function requireWhole(
  change: DispatchChange,
  file: OfficialFile,
  id: string | undefined,
  values: DispatchValues & { readonly organizationTypeCode: DispatchOrganizationTypeCode },
  fields: Readonly<Record<string, string>>,
): Promise<Partial<Pick<Dispatch, "countryCode" | "homeAgencyCode">>> {
  const { countryCode } = values;
  const links = await change.manager.find(LegalBasisOrganizationType, {
    where: { legalBasisCode: values.legalBasisCode },
    comment: "typesOfLegalBasis",
  });
  const homeAgency = homeAgencyOn(file.homeAgencies, firstDayOf(values));
  const rules = dispatchRules(values, {
    today: change.today,
    organizationType: values.organizationTypeCode,
    typesOfLegalBasis: links.map(({ organizationTypeCode }) => organizationTypeCode),
    homeAgency,
    others: othersOf(file, id),
  });
  change.require(movedTo(fields, rules, "id"));
  change.settle();
  return {
    ...(homeAgency !== null && { homeAgencyCode: homeAgency }),
    ...(countryCode !== null && { countryCode }),
  };
}

/** What changes of a dispatch; a country of duty that is missing is for the rules to refuse. */
export type ChangedDispatch = Omit<Partial<Dispatch>, "countryCode"> & {
  readonly countryCode?: string | null;
};

/**
 * Changes a dispatch where the rules let it; its home agency is that of the first day it then has.
 * @throws Refused where they do not
 */
export async function updateDispatch(
  change: DispatchChange,
  { dispatch, file }: { readonly dispatch: Dispatch; readonly file: OfficialFile },
  { countryCode = dispatch.countryCode, ...values }: ChangedDispatch,
  fields: Readonly<Record<string, string>>,
): Promise<Dispatch> {
  const after = Object.assign(new Dispatch(), dispatch, values, { countryCode });
  const known = await requireWhole(change, file, dispatch.id, after, fields);
  return change.update(Dispatch, dispatch, { ...values, ...known });
}
