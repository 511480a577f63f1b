import { shown } from "../../kit/errors";
import { homeAgencyOn } from "../home-agency/home-agency-on";
import { OfficialHomeAgency } from "../home-agency/official-home-agency";
import { LegalBasisOrganizationType } from "../legal-basis/legal-basis-organization-type";
import type { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { Official } from "../official/official";
import { Organization } from "../organization/organization";
import { aimedAt } from "../rules/broken-rules";
import type { DispatchChange } from "../rules/dispatch-change";
import { Dispatch } from "./dispatch";
import { checkStep, type DispatchStep } from "./dispatch-step.rules";
import { checkDispatch, type DispatchValues, firstDayOf } from "./dispatch.rules";

/** An official, locked, with what the rules of each of the official's dispatches need to know. */
export interface OfficialFile {
  readonly homeAgencies: readonly OfficialHomeAgency[];
  readonly dispatches: readonly Dispatch[];
}

/** Locks an official with agencies and dispatches; whoever is second waits here. */
export async function lockOfficial(
  change: DispatchChange,
  id: string,
  ...path: string[]
): Promise<OfficialFile> {
  const official = await change.lock(Official, { id }, ...path);
  return {
    homeAgencies: await change.findAll(OfficialHomeAgency, { officialId: official.id }),
    dispatches: await change.findAll(Dispatch, { officialId: official.id }),
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
  const seen = await change.manager.findOne(Dispatch, {
    where: { id: input.id },
    comment: "readDispatch",
  });
  const file = seen && (await lockOfficial(change, seen.officialId));
  const dispatch = await change.lock(Dispatch, input);
  change.refuse(checkStep(step, dispatch));
  change.settle();
  return { dispatch, file: file ?? { homeAgencies: [], dispatches: [] } };
}

/**
 * Reads an organization and keeps others from changing its kind until the change ends.
 * @throws Refused NOT_FOUND
 */
export async function holdOrganization(change: DispatchChange, id: string): Promise<Organization> {
  const organization = await change.manager
    .createQueryBuilder(Organization, "held")
    .comment("holdOrganization")
    .where("held.id = :id", { id })
    .setLock("for_key_share")
    .getOne();
  if (organization) return organization;
  change.check(
    false,
    "NOT_FOUND",
    `Expected the id of an existing Organization, received ${shown(id)}.`,
    "input",
    "organization",
  );
  change.settle();
  throw new Error("unreachable");
}

/** The official's dispatches that were not given up, but the one with this id. */
export function othersOf({ dispatches }: OfficialFile, id: string | undefined): Dispatch[] {
  return dispatches.filter((other) => other.id !== id && other.cancelledOn === null);
}

/**
 * Refuses the change where a dispatch would break a rule.
 *
 * @param id - the dispatch, if it is there already
 * @param fields - field of a dispatch → field of the input; what the input does not have is the dispatch's
 * @returns the official's home agency on its first day; null only where it is given up
 */
export async function checkWhole(
  change: DispatchChange,
  file: OfficialFile,
  id: string | undefined,
  values: DispatchValues & { readonly organizationTypeCode: DispatchOrganizationTypeCode },
  fields: Readonly<Record<string, string>>,
): Promise<string | null> {
  const links = await change.manager.find(LegalBasisOrganizationType, {
    where: { legalBasisCode: values.legalBasisCode },
    comment: "typesOfLegalBasis",
  });
  const homeAgency = homeAgencyOn(file.homeAgencies, firstDayOf(values));
  const refusals = checkDispatch(values, {
    today: change.today,
    organizationType: values.organizationTypeCode,
    typesOfLegalBasis: links.map(({ organizationTypeCode }) => organizationTypeCode),
    homeAgency,
    others: othersOf(file, id),
  });
  change.refuse(aimedAt(fields, refusals));
  change.settle();
  return homeAgency;
}
