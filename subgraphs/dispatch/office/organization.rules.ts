import { countryRule } from "../../catalog/rules/area.rules";
import type { Rule, Rules } from "../../kit/rules/rule";
import { codeRule, optionalNameRule } from "../../kit/rules/text.rules";
import { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import type { DispatchErrorCode } from "../record/dispatch-error-code";

/** What an organization's rules are about. */
export interface OrganizationValues {
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameJa: string | null;
  readonly typeCode: DispatchOrganizationTypeCode;
  readonly countryCode: string | null;
}

/** An organization has a code and a name, is of a kind of organization, and sits in a country. */
export function organizationRules(values: OrganizationValues): Rules<DispatchErrorCode> {
  const { code, nameEn, nameJa, typeCode, countryCode } = values;
  return [
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
  ];
}

/** An organization becomes of no kind that the legal basis of a dispatch to it, the `misfit`, does not cover. */
export function legalBasesRule(
  type: DispatchOrganizationTypeCode,
  misfit: string | undefined,
): Rule<DispatchErrorCode> {
  return {
    holds: misfit === undefined,
    code: "LEGAL_BASIS_DOES_NOT_FIT",
    message: `Expected a kind that the legal bases of all its dispatches cover, received ${type}: ${misfit ?? "none"} does not.`,
    at: "type",
  };
}
