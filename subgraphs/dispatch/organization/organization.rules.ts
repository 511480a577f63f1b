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
      message: "Expected nameEn or nameJa, received neither.",
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
