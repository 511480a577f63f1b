/** A number counted from records, as far as it is shown. What is not shown is never a number here, least of all zero. */
export type Counted =
  | { readonly status: "SHOWN"; readonly value: number }
  /** It lies somewhere between both; without an upper bound nothing more is known. */
  | { readonly status: "SUPPRESSED"; readonly lower: number; readonly upper: number | null }
  /** The records do not reach that time. */
  | { readonly status: "NOT_COVERED" }
  /** There is no number for another reason: what is counted differently, what is not released, or nothing to count. */
  | { readonly status: "NOT_GIVEN"; readonly reason: string | null };
