import { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { brokenRules, type DispatchRefusal } from "../rules/broken-rules";
import { countryRule } from "../rules/country.rules";
import { codeRule, optionalNameRule } from "../rules/text.rules";

/** What an organization's rules are about. */
export interface OrganizationValues {
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameJa: string | null;
  readonly typeCode: DispatchOrganizationTypeCode;
  readonly countryCode: string | null;
}

/** The rules that an organization breaks. */
export function checkOrganization(values: OrganizationValues): DispatchRefusal[] {
  const { code, nameEn, nameJa, typeCode, countryCode } = values;
  return brokenRules(
    codeRule(
      code,
      /^[A-Z0-9][A-Z0-9_-]{0,63}$/,
      "1–64 capital letters, digits, hyphens and underscores, as OECD",
      "code",
    ),
    {
      holds: nameEn !== null || nameJa !== null,
      code: "NAME_MISSING",
      message: "Expected an English or a Japanese name, received neither.",
      at: "nameEn",
    },
    optionalNameRule(nameEn, "nameEn"),
    optionalNameRule(nameJa, "nameJa"),
    {
      holds: typeCode !== DispatchOrganizationTypeCode.RESIDUAL,
      code: "NOT_AN_ORGANIZATION_TYPE",
      message: `Expected a kind of organization, received ${typeCode}, the remainder of a statistic.`,
      at: "type",
    },
    countryRule(countryCode, "country"),
  );
}

/** The rule broken where an organization comes to be of a kind that the legal basis of a dispatch to it does not cover. */
export function checkLegalBases(
  type: DispatchOrganizationTypeCode,
  misfit: string | undefined,
): DispatchRefusal[] {
  return brokenRules({
    holds: misfit === undefined,
    code: "LEGAL_BASIS_DOES_NOT_FIT",
    message: `Expected a kind that the legal bases of all its dispatches cover, received ${type}: ${misfit ?? "none"} does not.`,
    at: "type",
  });
}
