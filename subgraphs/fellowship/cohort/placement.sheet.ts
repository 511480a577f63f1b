import { enumValue } from "../../catalog/cells/area-cells";
import { optional, trimmedText } from "../../kit/facts/cell";
import { sheetDate } from "../../kit/import/sheet-date";
import type { ImportRow } from "../../kit/import/import-row";
import { HostKind } from "./placement";

/** The columns of a spreadsheet of placements. */
export const placementSheet = {
  fellow_number: {
    cell: trimmedText,
    description: "The number of a fellow on record.",
    example: "MF-28-01",
  },
  host_kind: {
    cell: enumValue(HostKind),
    description: "What kind of host it is.",
    example: "AGENCY",
  },
  host_agency: {
    cell: optional(trimmedText),
    description:
      "For AGENCY, and for it alone: the agency's code, one of the program's host country.",
    example: "JP-METI",
  },
  host_name: {
    cell: optional(trimmedText),
    description: "For every kind but AGENCY: the host's name, 1–200 characters.",
    example: "",
  },
  from: {
    cell: sheetDate,
    description: "The first day. It never changes: it tells a fellow's placements apart.",
    example: "2024-09-01",
  },
  to: {
    cell: optional(sheetDate),
    description:
      "The first day it no longer holds; empty: open, which a cohort of unknown end allows.",
    example: "2025-01-10",
  },
  end_reason: {
    cell: optional(trimmedText),
    description:
      "Why it was ended before its time, 1–2,000 characters; to is then the day after its last. Empty: it was not.",
    example: "",
  },
  cancelled_on: {
    cell: optional(sheetDate),
    description: "The day it was cancelled, before it began; empty: it was not.",
    example: "",
  },
  cancellation_reason: {
    cell: optional(trimmedText),
    description: "Why it was cancelled, 1–2,000 characters; only then, and then always.",
    example: "",
  },
};

/** A row of a spreadsheet of placements. */
export type PlacementSheetRow = ImportRow<typeof placementSheet>;
