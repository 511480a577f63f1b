/** Codes that every subgraph's enum of refusals has. */
export type CommonCode = "INVALID_TEXT" | "NOT_FOUND" | "VERSION_CONFLICT";

/** A broken rule, as it is reported to the caller. */
export interface Refusal<Code extends string = string> {
  readonly code: Code | CommonCode;
  /** Says what was received and what was expected. */
  readonly message: string;
  /** The input field at fault, as `["input", "startedOn"]`. */
  readonly path: readonly string[];
}

/** A change is refused; nothing of it may be written. */
export class Refused extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(({ code, message }) => `${code}: ${message}`).join("\n"));
    this.name = "Refused";
  }
}
