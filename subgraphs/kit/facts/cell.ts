import { isDate, isPartialDate } from "../graphql/scalars";

/** How the text of a CSV cell becomes a value. */
export interface Cell<Value> {
  /** Completes "expected …". */
  readonly expected: string;
  /** The value, or `undefined` where the text does not fit. */
  readonly parse: (text: string) => Value | undefined;
}

/** Any text, but some. */
export const text: Cell<string> = {
  expected: "a text",
  parse: (value) => (value === "" ? undefined : value),
};

/** Some text without the spaces around it, as mutations store texts. */
export const trimmedText: Cell<string> = {
  expected: text.expected,
  parse: (value) => text.parse(value.trim()),
};

/** Lets a cell be empty, which means unknown. */
export function optional<Value>(cell: Cell<Value>): Cell<Value | null> {
  return {
    expected: `${cell.expected}, or nothing`,
    parse: (value) => (value === "" ? null : cell.parse(value)),
  };
}

/** A text of a fixed form. */
export function matching(pattern: RegExp, expected: string): Cell<string> {
  return { expected, parse: (value) => (pattern.test(value) ? value : undefined) };
}

/** A whole number of at least `minimum`. */
export function wholeNumber(minimum: number, maximum = 2_147_483_647): Cell<number> {
  return {
    expected: `a whole number from ${minimum}${maximum === 2_147_483_647 ? "" : ` to ${maximum}`}`,
    parse: (value) => {
      const number = /^-?\d{1,10}$/.test(value) ? Number(value) : NaN;
      return number >= minimum && number <= maximum ? number : undefined;
    },
  };
}

/** One of a code list; longer lists are named instead of spelled out. */
export function oneOf<Code extends string>(codes: readonly Code[], name?: string): Cell<Code> {
  return {
    expected: name ?? `one of ${codes.join(", ")}`,
    parse: (value) => codes.find((code) => code === value),
  };
}

/** A calendar day. */
export const date: Cell<string> = {
  expected: "a date YYYY-MM-DD",
  parse: (value) => (isDate(value) ? value : undefined),
};

/** A date that may stop at the year or month. */
export const partialDate: Cell<string> = {
  expected: "a date YYYY, YYYY-MM or YYYY-MM-DD",
  parse: (value) => (isPartialDate(value) ? value : undefined),
};

/** Several values separated by semicolons; an empty cell is an empty list. */
export function listOf<Value>(cell: Cell<Value>): Cell<Value[]> {
  return {
    expected: `a list, separated by ";", of ${cell.expected}`,
    parse: (value) => {
      if (value === "") return [];
      const parsed = value.split(";").map((part) => cell.parse(part));
      return parsed.every((part) => part !== undefined) && new Set(parsed).size === parsed.length
        ? parsed
        : undefined;
    },
  };
}
