/** Scalars whose values no public specification is about, each with the reason; any other needs a `@specifiedBy`. */
export const UNSPECIFIED_SCALARS: ReadonlyMap<string, string> = new Map([
  [
    "KnownAt",
    "An instant (RFC 3339) or a day that stands for its end in Asia/Tokyo: a rule of this graph alone.",
  ],
]);
