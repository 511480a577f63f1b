import { expectedNumber, isNumber, longestNumber } from "../../kit/number-form";
import { isPlainText, receivedText, type TextKind } from "../../kit/plain-text";
import type { Rule } from "./broken-rules";

/** The most characters of a name or role. */
export const longestName = 200;
/** The most characters of a reason or comment. */
export const longestNote = 2_000;

/** A name has 1–200 characters, none of them a control character and some visible; spaces around it do not count. */
export function nameRule(value: string, at: string): Rule {
  return textRule(value, at, longestName, "line");
}

/** A number that a person or course is known by; spaces around it do not count. */
export function numberRule(value: string, at: string): Rule {
  return {
    holds: isNumber(value.trim()),
    code: "INVALID_TEXT",
    message: `Expected ${expectedNumber()}, received ${receivedText(value, longestNumber)}.`,
    at,
  };
}

/** A reason or comment has 1–2,000 characters; it may have several lines. */
export function noteRule(value: string, at: string): Rule {
  return textRule(value, at, longestNote, "lines");
}

/** The same where the text may be left out. */
export function optionalNoteRule(value: string | null | undefined, at: string): Rule[] {
  return value == null ? [] : [noteRule(value, at)];
}

/** A text as it is stored: without spaces around it, absent as `null`. */
export function trimmed(value: string): string;
export function trimmed(value: string | null | undefined): string | null;
export function trimmed(value: string | null | undefined): string | null {
  return value?.trim() ?? null;
}

function textRule(value: string, at: string, longest: number, kind: TextKind): Rule {
  return {
    holds: isPlainText(value, longest, kind),
    code: "INVALID_TEXT",
    message: `Expected 1–${longest} characters, some of them visible, without control characters, received ${receivedText(value, longest, kind)}.`,
    at,
  };
}
