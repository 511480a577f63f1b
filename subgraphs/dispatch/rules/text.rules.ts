import { shown } from "../../kit/errors";
import { expectedNumber, isNumber, longestNumber } from "../../kit/number-form";
import { isPlainText, receivedText, type TextKind } from "../../kit/plain-text";
import type { Rule } from "./broken-rules";

const longestName = 200;
const longestNote = 2_000;

/** A name or title is a line of 1–200 characters that shows something; spaces around it do not count. */
export function nameRule(value: string, at: string): Rule {
  return textRule(value, at, longestName, "line");
}

/** The same where it may be left out. */
export function optionalNameRule(value: string | null | undefined, at: string): Rule[] {
  return value == null ? [] : [nameRule(value, at)];
}

/** A reason has 1–2,000 characters; it may have several lines. */
export function noteRule(value: string, at: string): Rule {
  return textRule(value, at, longestNote, "lines");
}

/** A code in the form `pattern`, of which `expected` speaks. */
export function codeRule(value: string, pattern: RegExp, expected: string, at: string): Rule {
  return {
    holds: pattern.test(value),
    code: "INVALID_CODE",
    message: `Expected ${expected}, received ${shown(value)}.`,
    at,
  };
}

/** A number that an official is known by. */
export function numberRule(value: string, at: string): Rule {
  return {
    holds: isNumber(value),
    code: "INVALID_CODE",
    message: `Expected ${expectedNumber()}, received ${receivedText(value, longestNumber)}.`,
    at,
  };
}

/** A text as it is stored: without spaces around it, absent as `null`. A blank one stays, for a rule to refuse and show. */
export function storedText(value: string): string;
export function storedText(value: string | null | undefined): string | null;
export function storedText(value: string | null | undefined): string | null {
  return value == null ? null : value.trim() || value;
}

function textRule(value: string, at: string, longest: number, kind: TextKind): Rule {
  return {
    holds: isPlainText(value, longest, kind),
    code: "INVALID_TEXT",
    message: `Expected 1–${longest} characters, some of them visible and no control characters, received ${receivedText(value, longest, kind)}.`,
    at,
  };
}
