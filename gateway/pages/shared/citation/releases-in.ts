import type { Citation } from "./citation";

/** The releases that an answer may be from, in the order of their areas, each with the day on which it was made (Asia/Tokyo). */
export function releasesIn({
  dataVersion,
}: Citation): { area: string; vintage: number; releasedOn: string }[] {
  return Object.entries(dataVersion).flatMap(([area, release]) =>
    release
      ? [{ area, vintage: release.vintage, releasedOn: release.releasedAt.slice(0, 10) }]
      : [],
  );
}
