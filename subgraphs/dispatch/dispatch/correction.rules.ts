import { brokenRules, type DispatchRefusal } from "../rules/broken-rules";
import type { DispatchTerm } from "./dispatch.rules";

/** A dispatch on record. */
export interface RecordedDispatch extends DispatchTerm {
  /** The end of the term since it was last extended; `null` where it never was. */
  readonly extendedTo: string | null;
}

/**
 * The rules broken where a dispatch on record is corrected as a whole: what has happened can be corrected, but not
 * undone; and the term of one that has begun is renewed by extension only, which needs consent (Rule 18-0, art. 4).
 */
export function checkCorrection(
  recorded: RecordedDispatch,
  corrected: DispatchTerm,
): DispatchRefusal[] {
  const { startedOn, returnedOn, plannedTo, extendedTo } = recorded;
  return brokenRules(
    {
      holds: startedOn === null || corrected.startedOn !== null,
      code: "ALREADY_STARTED",
      message: `Expected the first day of a dispatch that has begun, ${String(startedOn)} on record, received none.`,
      at: "startedOn",
    },
    {
      holds: returnedOn === null || corrected.returnedOn !== null,
      code: "ALREADY_RETURNED",
      message: `Expected the first day back of an official who has returned, ${String(returnedOn)} on record, received none.`,
      at: "returnedOn",
    },
    {
      holds: extendedTo === null || corrected.plannedTo === extendedTo,
      code: "ALREADY_STARTED",
      message: `Expected ${String(extendedTo)}, to which the term was extended, received ${corrected.plannedTo}.`,
      at: "plannedTo",
    },
    {
      holds: startedOn === null || extendedTo !== null || corrected.plannedTo <= plannedTo,
      code: "ALREADY_STARTED",
      message: `Expected a day up to ${plannedTo}, the end of a term that has begun and only an extension with the official's consent renews, received ${corrected.plannedTo}.`,
      at: "plannedTo",
    },
  );
}
