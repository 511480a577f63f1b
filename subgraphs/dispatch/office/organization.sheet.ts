import { countryCode, enumValue } from "../../catalog/cells/area-cells";
import { oneOf, optional, text } from "../../kit/facts/cell";
import type { ImportRow } from "../../kit/import/import-definition";
import { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import { DispatchRegionCode } from "../classification/dispatch-region";

const { RESIDUAL, ...kinds } = DispatchOrganizationTypeCode;

/** The columns of a spreadsheet of organizations. */
export const organizationSheet = {
  code: {
    cell: text,
    description: "Its code in the office's own list, which never changes.",
    example: "OECD",
  },
  name_en: {
    cell: optional(text),
    description: "Its English name. One of the two names is needed.",
    example: "Organisation for Economic Co-operation and Development",
  },
  name_ja: {
    cell: optional(text),
    description: "Its Japanese name.",
    example: "経済協力開発機構",
  },
  type: {
    cell: oneOf(Object.values(kinds)),
    description: "What kind of body it is; its dispatches follow.",
    example: "OTHER_INTERNATIONAL_ORGANIZATION",
  },
  region: {
    cell: enumValue(DispatchRegionCode),
    description: "The region it is counted in; its dispatches follow.",
    example: "EUROPE",
  },
  country: {
    cell: optional(countryCode),
    description: "The country it sits in; empty where not known.",
    example: "FR",
  },
};

/** A row of a spreadsheet of organizations. */
export type OrganizationRow = ImportRow<typeof organizationSheet>;
