import type { OfficialHomeAgency } from "./official-home-agency";

/** The code of the agency among `history` that holds on a day; `null` where none does. */
export function homeAgencyOn(
  history: readonly Pick<OfficialHomeAgency, "agencyCode" | "from" | "to">[],
  day: string,
): string | null {
  const held = history.find(({ from, to }) => from <= day && (to === null || day < to));
  return held?.agencyCode ?? null;
}
