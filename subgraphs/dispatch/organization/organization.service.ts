import { In, Not } from "typeorm";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Dispatch } from "../dispatch/dispatch";
import { LegalBasisOrganizationType } from "../legal-basis/legal-basis-organization-type";
import type { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import type { DispatchRefusal } from "../rules/broken-rules";
import type { DispatchChange } from "../rules/dispatch-change";
import type { DispatchErrorCode } from "../rules/dispatch-error-code";
import { storedText } from "../rules/text.rules";
import { Organization } from "./organization";
import type { ChangeOrganizationInput, RegisterOrganizationInput } from "./organization-inputs";
import { noteDispatches } from "./noted-dispatches";
import { checkLegalBases, checkOrganization } from "./organization.rules";

const constraints = {
  organization_code: {
    code: "ORGANIZATION_CODE_TAKEN",
    message: "Expected a code that no organization has, received one that is taken.",
    path: ["input", "code"],
  },
  dispatch_legal_basis_fits: {
    code: "LEGAL_BASIS_DOES_NOT_FIT",
    message: "Expected a kind that the legal bases of all its dispatches cover.",
    path: ["input", "type"],
  },
} as const satisfies Record<string, DispatchRefusal>;

/** Adds an organization. */
export const registerOrganization: ChangeDefinition<
  RegisterOrganizationInput,
  Organization,
  DispatchErrorCode
> = {
  name: "registerOrganization",
  node: Organization,
  constraints,
  work: async (change, { code, nameEn, nameJa, type, region, country }) => {
    const values = {
      code,
      nameEn: storedText(nameEn),
      nameJa: storedText(nameJa),
      typeCode: type,
      countryCode: country ?? null,
    };
    change.refuse(checkOrganization(values));
    return change.insert(Organization, { ...values, regionCode: region });
  },
};

/** Changes an organization; its dispatches take over its kind and region. */
export const changeOrganization: ChangeDefinition<
  ChangeOrganizationInput,
  Organization,
  DispatchErrorCode
> = {
  name: "changeOrganization",
  node: Organization,
  constraints,
  work: async (change, input) => {
    const organization = await change.lock(Organization, input);
    const { nameEn, nameJa, type, region, country } = input;
    const values = {
      code: organization.code,
      nameEn: nameEn === undefined ? organization.nameEn : storedText(nameEn),
      nameJa: nameJa === undefined ? organization.nameJa : storedText(nameJa),
      typeCode: type ?? organization.typeCode,
      countryCode: country === undefined ? organization.countryCode : country,
      regionCode: region ?? organization.regionCode,
    };
    change.refuse(checkOrganization(values));
    if (values.typeCode !== organization.typeCode) {
      await refuseMisfits(change, organization.code, values.typeCode);
    }
    const changed = await change.update(Organization, organization, values);
    if (changed.version > organization.version) {
      await noteDispatches(change.manager, "changeOrganization", [changed.code]);
    }
    return changed;
  },
};

async function refuseMisfits(
  change: DispatchChange,
  code: string,
  type: DispatchOrganizationTypeCode,
): Promise<void> {
  const covering = await change.manager.find(LegalBasisOrganizationType, {
    where: { organizationTypeCode: type },
    comment: "changeOrganization.legalBases",
  });
  const [misfit] = await change.see(Dispatch, {
    where: {
      organizationCode: code,
      legalBasisCode: Not(In(covering.map(({ legalBasisCode }) => legalBasisCode))),
    },
    take: 1,
    comment: "changeOrganization.misfit",
  });
  change.refuse(checkLegalBases(type, misfit?.legalBasisCode));
}
