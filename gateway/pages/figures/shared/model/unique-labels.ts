import type { Label } from "./label";

/** Each label once, in the order in which they first come. */
export function uniqueLabels(labels: readonly Label[]): Label[] {
  return [...new Map(labels.map((label) => [label.code, label])).values()];
}
