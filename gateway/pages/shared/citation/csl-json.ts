/** A day of CSL-JSON: year, month and day, or as many of them as are known. */
export interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/** What is cited, as CSL-JSON has it (https://docs.citationstyles.org): what reference managers and pandoc read. */
export interface CslItem {
  readonly id: string;
  readonly type: "dataset";
  readonly title: string;
  /** Offices, whose names are not parted into given and family name. */
  readonly author?: readonly { readonly literal: string }[];
  /** What it is part of. */
  readonly "container-title"?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly version?: string;
  /** What kind of data it is, as `synthetic`. */
  readonly genre?: string;
  readonly URL?: string;
  readonly note?: string;
  /** ISO 639-1. */
  readonly language?: string;
}

/** The media type of CSL-JSON. */
export const cslJsonType = "application/vnd.citationstyles.csl+json; charset=utf-8";

/** Writes items as CSL-JSON. */
export function cslJson(items: readonly CslItem[]): string {
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** A date that stops at the year, month or day, as `2014-03`. */
export function cslDate(day: string): CslDate {
  return { "date-parts": [day.split("-").map(Number)] };
}
