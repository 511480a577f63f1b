/** What goes wrong with one answer of a subgraph. */
export const faultKinds = [
  "no entity",
  "null where none may be",
  "field is missing",
  "value of another kind",
  "type that nobody knows",
  "null and an error without a place",
  "value and an error at its place",
  "value and an error without a place",
  "only errors",
  "too few entities",
  "status 500",
  "status 503",
  "no JSON",
  "connection ends",
] as const;

/** A fault of the answer to the so-manieth request to a subgraph in one operation. */
export interface ResponseFault {
  readonly subgraph: string;
  readonly call: number;
  readonly kind: (typeof faultKinds)[number];
  /** Chooses a place in the answer. */
  readonly place: number;
}
