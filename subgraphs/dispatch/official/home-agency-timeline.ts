/** That an official came to an agency on a day; `to` where that ended. */
export interface Belonging {
  readonly agencyCode: string;
  readonly from: string;
  readonly to: string | null;
}

/** That an official came to an agency on a day, to go on record. */
export interface Arrival {
  readonly agencyCode: string;
  readonly from: string;
}

/**
 * The agencies an official belonged to once arrivals are added to what is on record, earliest first: each lasts until
 * the next begins, if it did not end before. An arrival on a day on record replaces the agency of that day.
 */
export function timelineWith(
  recorded: readonly Belonging[],
  arrivals: readonly Arrival[],
): Belonging[] {
  const byDay = new Map<string, Belonging>(recorded.map((one) => [one.from, one]));
  for (const { agencyCode, from } of arrivals) {
    byDay.set(from, { agencyCode, from, to: byDay.get(from)?.to ?? null });
  }
  const ordered = [...byDay.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
  return ordered.map((one, index) => {
    const next = ordered[index + 1]?.from ?? null;
    const isCut = next !== null && (one.to === null || one.to > next);
    return isCut ? { ...one, to: next } : one;
  });
}
