import { shown } from "../../kit/errors";
import { type CooperationRefusal, type Optional, unless } from "../error/refusal";

/** Most characters of a name or title. */
export const longestName = 200;
/** Most characters of a note or reason. */
export const longestNote = 2_000;

/** A text without the blanks around it; `null` where there is none. */
export function trimmed(text: Optional<string>): string | null {
  return text?.trim() ?? null;
}

/** A text that must be there: not empty, not too long. */
export function checkText(
  text: Optional<string>,
  field: string,
  longest = longestName,
): CooperationRefusal[] {
  const length = text?.trim().length ?? 0;
  const message = `Expected a text of 1–${longest} characters, received ${length > longest ? `${length} characters` : shown(text ?? null)}.`;
  return unless(length >= 1 && length <= longest, "INVALID_TEXT", message, field);
}

/** A text that may be left out, but where it is given is not empty and not too long. */
export function checkOptionalText(
  text: Optional<string>,
  field: string,
  longest = longestName,
): CooperationRefusal[] {
  return text == null ? [] : checkText(text, field, longest);
}

/** A whole number from `least` to `most`. */
export function checkNumber(
  number: Optional<number>,
  field: string,
  least: number,
  most = 1_000_000,
): CooperationRefusal[] {
  const holds = number == null || (number >= least && number <= most);
  const message = `Expected a whole number from ${least} to ${most}, received ${shown(number)}.`;
  return unless(holds, "INVALID_NUMBER", message, field);
}
