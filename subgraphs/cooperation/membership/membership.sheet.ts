import { agencyCode, countryCode, enumValue, upperCode } from "../../catalog/cells/area-cells";
import { optional, trimmedText } from "../../kit/facts/cell";
import { sheetDate } from "../../kit/import/sheet-date";
import type { ImportRow } from "../../kit/import/import-row";
import { NetworkRole } from "./network-membership";

/** The columns of a spreadsheet of memberships. */
export const membershipSheet = {
  network: {
    cell: upperCode,
    description: "Code of the network: ACCSM, ACCSM_PLUS3 or CJK_PPN.",
    example: "ACCSM",
  },
  country: {
    cell: countryCode,
    description: "The country that belongs to it.",
    example: "AU",
  },
  agency: {
    cell: optional(agencyCode),
    description: "The agency through which it takes part; empty where not known.",
    example: "AU-APSC",
  },
  role: {
    cell: enumValue(NetworkRole),
    description: "Its role in the network.",
    example: "OBSERVER",
  },
  from: {
    cell: sheetDate,
    description:
      "The first day. It never changes, because it identifies the membership among those of the country.",
    example: "2025-04-01",
  },
  to: {
    cell: optional(sheetDate),
    description:
      "The first day on which it no longer holds; empty where open. An end that has passed does not change.",
    example: "",
  },
  end_reason: {
    cell: optional(trimmedText),
    description: "Why it ends; only where it does.",
    example: "",
  },
};

/** A row of a spreadsheet of memberships. */
export type MembershipSheetRow = ImportRow<typeof membershipSheet>;
