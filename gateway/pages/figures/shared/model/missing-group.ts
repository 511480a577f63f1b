import type { Counted } from "./counted";

/**
 * What the absence of a group from an answer says: nothing where the records do not reach; unknown where groups are
 * withheld; otherwise that nobody was there, because every other group has a row.
 */
export function missingGroup(total: Counted | undefined, withheld: boolean): Counted {
  if (!total || total.status === "NOT_COVERED") return { status: "NOT_COVERED" };
  if (withheld) return { status: "NOT_GIVEN", reason: "WITHHELD" };
  return { status: "SHOWN", value: 0 };
}
