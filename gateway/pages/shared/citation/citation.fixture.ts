import type { Citation } from "./citation";

/** A citation as of a day, from the first release of an area. */
export const sampleCitation: Citation = {
  name: "Paid",
  operation: "query Paid($years: [Int!]!) {\n  dispatchStatistics\n}",
  variables: { years: [2014] },
  language: "en",
  asOf: "2026-11-30",
  namedDays: [],
  ofDay: "2026-11-30",
  knownAt: "2026-11-30T09:00:00.000Z",
  day: "2026-11-30",
  schemaVersion: "0123456789abcdef".repeat(4),
  dataVersion: {
    cooperation: null,
    dispatch: { vintage: 2, releasedAt: "2026-11-01T01:02:03+09:00" },
  },
  answer: "fedcba9876543210".repeat(4),
};
