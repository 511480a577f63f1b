import { shown } from "../errors";
import { expectedNumber, isNumber, longestNumber } from "../number-form";
import { isPlainText, receivedText, type TextKind } from "../plain-text";
import type { Rule, Rules } from "./rule";

/** The most characters of a name or title. */
export const longestName = 200;
/** The most characters of a reason, note or comment. */
export const longestNote = 2_000;

/** A name or title is one line of 1–200 characters that can be read; spaces around it do not count. */
export function nameRule(value: string, at: string): Rule<"INVALID_TEXT"> {
  return textRule(value, at, longestName, "line");
}

/** The same where it may be left out. */
export function optionalNameRule(value: string | null | undefined, at: string) {
  return optionalText(value, at, nameRule);
}

/** A reason, note or comment has 1–2,000 characters that can be read; it may have several lines. */
export function noteRule(value: string, at: string): Rule<"INVALID_TEXT"> {
  return textRule(value, at, longestNote, "lines");
}

/** The same where it may be left out. */
export function optionalNoteRule(value: string | null | undefined, at: string) {
  return optionalText(value, at, noteRule);
}

/** What a constraint on a text means, where it refuses one that the rules let through. */
export function textRefused(longest: number, at: string) {
  return {
    code: "INVALID_TEXT" as const,
    message: `${expectedText(longest)}, received one that the database refuses.`,
    path: ["input", at],
  };
}

/** A number that a person or thing is known by; spaces around it do not count. */
export function numberRule(
  value: string,
  at: string,
  longest = longestNumber,
): Rule<"INVALID_CODE"> {
  return {
    holds: isNumber(value.trim(), longest),
    code: "INVALID_CODE",
    message: `Expected ${expectedNumber(longest)}, received ${receivedText(value, longest)}.`,
    at,
  };
}

/** A code has the form `pattern`, which `expected` puts in words. */
export function codeRule(
  value: string,
  pattern: RegExp,
  expected: string,
  at: string,
): Rule<"INVALID_CODE"> {
  const message = `Expected ${expected}, received ${shown(value)}.`;
  return { holds: pattern.test(value), code: "INVALID_CODE", message, at };
}

/** A whole number, if given, lies between two others, both included. */
export function betweenRule(
  value: number | null | undefined,
  at: string,
  least: number,
  most = 1_000_000,
): Rule<"INVALID_NUMBER"> {
  return {
    holds: value == null || (value >= least && value <= most),
    code: "INVALID_NUMBER",
    message: `Expected a whole number from ${least} to ${most}, received ${shown(value)}.`,
    at,
  };
}

/** A text without spaces around it; absent as `null`. */
export function trimmed(value: string): string;
export function trimmed(value: string | null | undefined): string | null;
export function trimmed(value: string | null | undefined): string | null {
  return value?.trim() ?? null;
}

/** The same, but a blank text stays as it is, so that the rule that refuses it can show it. */
export function trimmedUnlessBlank(value: string): string;
export function trimmedUnlessBlank(value: string | null | undefined): string | null;
export function trimmedUnlessBlank(value: string | null | undefined): string | null {
  return value == null ? null : value.trim() || value;
}

/** What a constraint on a number means, as {@link textRefused}. */
export function numberRefused(longest: number, at: string) {
  return {
    code: "INVALID_CODE" as const,
    message: `Expected ${expectedNumber(longest)}, received one that the database refuses.`,
    path: ["input", at],
  };
}

function textRule(
  value: string,
  at: string,
  longest: number,
  kind: TextKind,
): Rule<"INVALID_TEXT"> {
  return {
    holds: isPlainText(value, longest, kind),
    code: "INVALID_TEXT",
    message: `${expectedText(longest)}, received ${receivedText(value, longest, kind)}.`,
    at,
  };
}

function optionalText(
  value: string | null | undefined,
  at: string,
  rule: typeof nameRule,
): Rules<"INVALID_TEXT"> {
  return value == null ? [] : [rule(value, at)];
}

function expectedText(longest: number): string {
  return `Expected a text of 1–${longest} characters that can be read`;
}
