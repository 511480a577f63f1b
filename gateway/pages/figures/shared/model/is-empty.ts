import type { Observation } from "./observation";

/** True of a group that nobody published and in which nobody was, so that there is nothing to show of it. */
export function isEmpty({ published, counted }: Observation): boolean {
  if (published.length > 0) return false;
  if (counted.status === "NOT_GIVEN") return counted.reason === null;
  return counted.status === "NOT_COVERED" || (counted.status === "SHOWN" && counted.value === 0);
}
