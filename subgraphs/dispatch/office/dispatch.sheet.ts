import { countryCode, enumValue } from "../../catalog/cells/area-cells";
import { optional, text, wholeNumber } from "../../kit/facts/cell";
import { sheetDate } from "../../kit/import/sheet-date";
import type { ImportRow } from "../../kit/import/import-row";
import { DispatchLegalBasisCode } from "../classification/dispatch-legal-basis";

/** The columns of a spreadsheet of dispatches. */
export const dispatchSheet = {
  personnel_number: {
    cell: text,
    description: "The number of an official on record.",
    example: "P-10023",
  },
  organization: {
    cell: text,
    description: "The code of an organization on record.",
    example: "OECD",
  },
  post: {
    cell: text,
    description: "The title of the post held there.",
    example: "Policy Analyst",
  },
  legal_basis: {
    cell: enumValue(DispatchLegalBasisCode),
    description:
      "The item of art. 2(1) of the Act it rests on; it must cover the organization's kind.",
    example: "ART2_1_1",
  },
  country: {
    cell: optional(countryCode),
    description: "The country of duty; empty: the organization's.",
    example: "FR",
  },
  planned_from: {
    cell: sheetDate,
    description:
      "The first day as planned. It never changes, because it identifies the dispatch among those of the official.",
    example: "2024-04-01",
  },
  planned_to: {
    cell: sheetDate,
    description:
      "The first day back on duty as planned, extensions included. Once begun, a term gets longer by extension only.",
    example: "2026-04-01",
  },
  consent_on: {
    cell: optional(sheetDate),
    description:
      "The day on which the official consented, on or before the first day; empty: not yet.",
    example: "2024-01-15",
  },
  started_on: {
    cell: optional(sheetDate),
    description: "The first day on dispatch; empty: it has not begun.",
    example: "2024-04-01",
  },
  returned_on: {
    cell: optional(sheetDate),
    description: "The first day back on duty, no later than planned_to; empty: not returned.",
    example: "",
  },
  cancelled_on: {
    cell: optional(sheetDate),
    description: "The day on which it was cancelled; empty: it was not.",
    example: "",
  },
  cancellation_reason: {
    cell: optional(text),
    description: "Why it was cancelled; given only then, and always then.",
    example: "",
  },
  pay_ratio: {
    cell: optional(wholeNumber(0, 100)),
    description: "The percentage of pay that goes on; empty where not known.",
    example: "70",
  },
  npa_consulted_on: {
    cell: optional(sheetDate),
    description:
      "The day of consultation with the National Personnel Authority; needed for a term beyond five years.",
    example: "",
  },
};

/** A row of a spreadsheet of dispatches. */
export type DispatchSheetRow = ImportRow<typeof dispatchSheet>;
