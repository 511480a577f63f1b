import type { Citation } from "./citation";
import { oneLine } from "./one-line";

/** What a citation calls the question: its name, and the values of its variables. */
export function citationTitle({ name, variables }: Citation): string {
  const values = Object.entries(variables).map(
    ([variable, value]) => `${variable}: ${JSON.stringify(value)}`,
  );
  return oneLine(values.length > 0 ? `${name} (${values.join(", ")})` : name);
}
