import type { Citation } from "./citation";

/** A cited answer that is kept. */
export interface KeptCitation {
  readonly id: string;
  /** JSON, byte for byte as it was kept. */
  readonly text: string;
  readonly citation: Citation;
}
