import type { Faults } from "./fuzzed-graph";
import type { Operation } from "./reference";

/** One operation, and what goes wrong while it is answered. */
export interface FuzzCase extends Operation {
  readonly faults: Faults;
}
