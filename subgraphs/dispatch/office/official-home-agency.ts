import { agency } from "../../catalog/record/fields";
import { rowsBy } from "../../kit/record/by-key";
import { day, hidden, record } from "../../kit/record/fields";
import { holdsOn } from "../../kit/rules/period";

/** The time that an official belongs to an agency. */
@record("official_home_agency", "The time that an official belongs to an agency.")
export class OfficialHomeAgency {
  @hidden("text", { primary: true })
  officialId: string;

  @agency("The agency.")
  agencyCode: string;

  @day("The first day.", { column: "from_date", primary: true })
  from: string;

  @day("The first day it no longer holds; null: open.", { column: "to_date", nullable: true })
  to: string | null;
}

/** An official's agency from a day on, and until when. */
export type Belonging = Pick<OfficialHomeAgency, "agencyCode" | "from" | "to">;

/** The code of the agency among `history` that holds on a day; `null` where none does. */
export function homeAgencyOn(history: readonly Belonging[], day: string): string | null {
  return history.find((one) => holdsOn(day, one))?.agencyCode ?? null;
}

/** What officials belong to on a day, by the official's id. */
export const homeAgencyByOfficialId = rowsBy<OfficialHomeAgency, { readonly asOf: string }>(
  "homeAgencyByOfficialId",
  OfficialHomeAgency,
  "officialId",
  { order: { from: "ASC" }, only: (one, { asOf }) => holdsOn(asOf, one) },
);

/** All that officials have belonged to, earliest first, by the official's id. */
export const homeAgencyHistoryByOfficialId = rowsBy(
  "homeAgencyHistoryByOfficialId",
  OfficialHomeAgency,
  "officialId",
  { order: { from: "ASC" } },
);
