import { shown } from "../../kit/errors";
import { isPlainText, receivedText, type TextKind } from "../../kit/plain-text";
import { type CooperationRefusal, type Optional, unless } from "../error/refusal";

/** Most characters of a name or title, which is one line, and of a note or reason. */
const longest: Readonly<Record<TextKind, number>> = { line: 200, lines: 2_000 };

/** A text without the blanks around it; `null` where there is none. */
export function trimmed(text: Optional<string>): string | null {
  return text?.trim() ?? null;
}

/** A text that must be there: plain and not too long. */
export function checkText(
  text: Optional<string>,
  field: string,
  kind: TextKind = "line",
): CooperationRefusal[] {
  const most = longest[kind];
  const length = Array.from(text?.trim() ?? "").length;
  const received = text == null ? "null" : receivedText(text, most, kind);
  const line = kind === "line" ? " in one line" : "";
  const form =
    length >= 1 && length <= most ? `${line} that can be seen, without control characters` : "";
  const message = `Expected a text of 1–${most} characters${form}, received ${received}.`;
  return unless(text != null && isPlainText(text, most, kind), "INVALID_TEXT", message, field);
}

/** A text that may be left out, but where it is given is plain and not too long. */
export function checkOptionalText(
  text: Optional<string>,
  field: string,
  kind: TextKind = "line",
): CooperationRefusal[] {
  return text == null ? [] : checkText(text, field, kind);
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
