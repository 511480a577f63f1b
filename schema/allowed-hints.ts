/** A composition hint that is accepted, and why. */
export interface AllowedHint {
  /** The hint's code, such as `INCONSISTENT_DESCRIPTION`. */
  readonly code: string;
  /** The element it is about, such as `Country.name`. */
  readonly coordinate: string;
  readonly reason: string;
}

/** Every accepted hint. Any other hint fails the check: correct the schema rather than add one here. */
export const ALLOWED_HINTS: readonly AllowedHint[] = [];
