import { shown } from "../../kit/errors";
import type { Rule } from "./broken-rules";

const longestName = 200;
const longestNote = 2_000;
const controlCharacters = /[\p{Cc}\p{Cs}]/u;

/** A name or title has 1–200 characters, none of them a control character; spaces around it do not count. */
export function nameRule(value: string, at: string): Rule {
  return textRule(value, at, longestName, value);
}

/** The same where it may be left out. */
export function optionalNameRule(value: string | null | undefined, at: string): Rule[] {
  return value == null ? [] : [nameRule(value, at)];
}

/** A reason has 1–2,000 characters; it may have several lines. */
export function noteRule(value: string, at: string): Rule {
  return textRule(value, at, longestNote, value.replace(/[\n\r\t]/g, " "));
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

/** A text that may be left out as it is stored: without spaces around it, absent as `null`. */
export function storedText(value: string | null | undefined): string | null {
  return value == null ? null : value.trim();
}

function textRule(value: string, at: string, longest: number, oneLine: string): Rule {
  const { length } = value.trim();
  return {
    holds: length > 0 && length <= longest && !controlCharacters.test(oneLine),
    code: "INVALID_TEXT",
    message: `Expected 1–${longest} characters and no control characters, received ${shown(value)}.`,
    at,
  };
}
