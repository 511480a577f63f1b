/** What the marks of a drawing stand for. */
export type LegendEntry =
  | "published"
  | "publishedPoint"
  | "counted"
  | "suppressed"
  | "revisions"
  | "notCovered"
  | "noNumber"
  | "agrees"
  | "differs"
  | "unknown"
  | "eventDay"
  | "eventSpan"
  | "eventNotHeld";
