import { agencyCode, countryCode, enumValue, upperCode } from "../../catalog/cells/area-cells";
import { listOf, optional, trimmedText, wholeNumber } from "../../kit/facts/cell";
import type { ImportRow } from "../../kit/import/import-row";
import { sheetDate, sheetPartialDate } from "../../kit/import/sheet-date";
import { EventFormat, NetworkEventKind, NetworkEventState } from "./network-event-codes";

/** The columns of a spreadsheet of events. */
export const eventSheet = {
  network: {
    cell: upperCode,
    description: "Code of the network: ACCSM, ACCSM_PLUS3 or CJK_PPN.",
    example: "CJK_PPN",
  },
  kind: {
    cell: enumValue(NetworkEventKind),
    description: "What kind of event it is.",
    example: "SYMPOSIUM",
  },
  edition: {
    cell: optional(wholeNumber(1)),
    description: "Its number in its series; empty where it has none.",
    example: "18",
  },
  title: {
    cell: trimmedText,
    description:
      "Its title. It never changes, because it identifies the event among those of its kind and first day.",
    example: "18th Joint Symposium",
  },
  theme: {
    cell: optional(trimmedText),
    description: "Its theme.",
    example: "公務におけるデジタル人材の確保",
  },
  starts_on: {
    cell: optional(sheetPartialDate),
    description:
      "When it begins, as precise as planned; empty where not fixed. An event that moves is changed through the graph: another first day here is another event.",
    example: "2025-10-06",
  },
  ends_on: {
    cell: optional(sheetPartialDate),
    description: "Its last day; empty where it has one day only.",
    example: "2025-10-07",
  },
  city: { cell: optional(trimmedText), description: "The city, in English.", example: "Tokyo" },
  country: {
    cell: optional(countryCode),
    description: "Where it takes place.",
    example: "JP",
  },
  format: {
    cell: optional(enumValue(EventFormat)),
    description: "How it is held; empty where not known.",
    example: "IN_PERSON",
  },
  host_agency: {
    cell: optional(agencyCode),
    description: "The agency that hosts it.",
    example: "JP-NPA",
  },
  state: {
    cell: enumValue(NetworkEventState),
    description: "How far it has come. HELD needs exact days that have passed.",
    example: "HELD",
  },
  cancelled_on: {
    cell: optional(sheetDate),
    description: "The day on which it was cancelled; only then, and then always.",
    example: "",
  },
  cancellation_reason: {
    cell: optional(trimmedText),
    description: "Why it was cancelled; only then, and then always.",
    example: "",
  },
  participants: {
    cell: {
      ...listOf(countryCode),
      expected: 'ISO 3166-1 alpha-2 country codes separated by ";", each once',
    },
    description:
      "All countries that take part as members of the network on the first day; others are taken off the list. Guests stay as they are on record, and empty leaves all as they are.",
    example: "CN;JP;KR",
  },
};

/** A row of a spreadsheet of events. */
export type EventSheetRow = ImportRow<typeof eventSheet>;
