import { In, Not } from "typeorm";
import { code, country, id, optional, text } from "../../kit/graphql/input-fields";
import type { Refusal } from "../../kit/rules/refusal";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { LegalBasisOrganizationType } from "../classification/dispatch-legal-basis";
import { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import { DispatchRegionCode } from "../classification/dispatch-region";
import { Dispatch } from "./dispatch";
import { adding, changesOf, changing, type DispatchChange } from "../record/dispatch-changes";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import { Organization } from "./organization";
import { legalBasesRule, organizationRules } from "./organization.rules";
import { noteDispatches } from "./organization.service";

const constraints: Readonly<Record<string, Refusal<DispatchErrorCode>>> = {
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
};

/** What the office records of organizations. */
export const organizationChanges = changesOf(Organization, {
  registerOrganization: adding({
    description: "Registers an organization that officials can be dispatched to.",
    about: "An organization to register. It needs a name in one language at least.",
    given: "The organization.",
    input: {
      code: id(
        "A new code: 1–64 capital letters, digits, hyphens and underscores. It never changes.",
      ),
      nameEn: optional(text("Its English name, 1–200 characters.")),
      nameJa: optional(text("Its Japanese name, 1–200 characters.")),
      type: code(DispatchOrganizationTypeCode, "What kind of body it is."),
      region: code(DispatchRegionCode, "The region it is counted in."),
      country: optional(country("The country it sits in; null where not known.")),
    },
    constraints,
    work: async (change, input) => {
      const values = {
        code: input.code,
        nameEn: trimmedUnlessBlank(input.nameEn),
        nameJa: trimmedUnlessBlank(input.nameJa),
        typeCode: input.type,
        countryCode: input.country ?? null,
      };
      change.require(organizationRules(values));
      return change.insert(Organization, { ...values, regionCode: input.region });
    },
  }),

  changeOrganization: changing({
    description: "Changes an organization's names, kind, region or country.",
    about: "What to change of an organization; what is absent stays.",
    given: "What to change.",
    input: {
      nameEn: optional(text("Its English name, 1–200 characters; null removes it.")),
      nameJa: optional(text("Its Japanese name, 1–200 characters; null removes it.")),
      type: optional(
        code(
          DispatchOrganizationTypeCode,
          "What kind of body it is. The legal bases of its dispatches must cover the new kind, which is then theirs too.",
        ),
      ),
      region: optional(
        code(DispatchRegionCode, "The region it is counted in, with all its dispatches."),
      ),
      country: optional(
        country(
          "The country it sits in; null where not known. The countries of duty of its dispatches stay.",
        ),
      ),
    },
    constraints,
    work: async (change, input) => {
      const organization = await change.lock(Organization, input);
      const { nameEn, nameJa, type, region, country: countryCode } = input;
      const values = {
        code: organization.code,
        nameEn: nameEn === undefined ? organization.nameEn : trimmedUnlessBlank(nameEn),
        nameJa: nameJa === undefined ? organization.nameJa : trimmedUnlessBlank(nameJa),
        typeCode: type ?? organization.typeCode,
        countryCode: countryCode === undefined ? organization.countryCode : countryCode,
        regionCode: region ?? organization.regionCode,
      };
      change.require(organizationRules(values));
      if (values.typeCode !== organization.typeCode) {
        await requireLegalBases(change, organization.code, values.typeCode);
      }
      const changed = await change.update(Organization, organization, values);
      if (changed.version > organization.version) {
        await noteDispatches(change.manager, "changeOrganization", [changed.code]);
      }
      return changed;
    },
  }),
});

async function requireLegalBases(
  change: DispatchChange,
  organizationCode: string,
  type: DispatchOrganizationTypeCode,
): Promise<void> {
  const covering = await change.manager.find(LegalBasisOrganizationType, {
    where: { organizationTypeCode: type },
    comment: "changeOrganization.legalBases",
  });
  const covered = covering.map(({ legalBasisCode }) => legalBasisCode);
  const [misfit] = await change.see(Dispatch, {
    where: { organizationCode, legalBasisCode: Not(In(covered)) },
    take: 1,
    comment: "changeOrganization.misfit",
  });
  change.require(legalBasesRule(type, misfit?.legalBasisCode));
}
