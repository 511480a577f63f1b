import { GraphQLScalarType, Kind, print, type ValueNode } from "graphql";
import { ApiError, type ErrorCode, shortened, shown } from "../errors";

/** Whether `text` is a day of the calendar written `YYYY-MM-DD`. There is no year 0. */
export function isDate(text: string): boolean {
  // Every date of every answer passes here: no copies are made of its parts.
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  const [year, day] = [digits(text, 0, 4), digits(text, 8, 10)];
  return year >= 1 && day >= 1 && day <= daysIn(year, digits(text, 5, 7));
}

/** The number that is written in a part of a text; NaN where anything else is. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

const daysByMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month of the Western calendar has; 0 where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (daysByMonth[month] ?? 0);
}

/** Whether `text` is a date that may stop at the year or month (ISO 8601-1, reduced precision). */
export function isPartialDate(text: string): boolean {
  return isDate(text) || isDate(`${text}-01`) || isDate(`${text}-01-01`);
}

/**
 * Makes a scalar whose values are strings that pass `accepts`; anything else is an ApiError with `code`.
 *
 * @param specifiedByURL where the public can read what the values are
 */
export function stringScalar(
  name: string,
  description: string,
  code: ErrorCode,
  expected: string,
  accepts: (text: string) => boolean,
  specifiedByURL: string,
): GraphQLScalarType<string, string> {
  const check = (value: unknown, received?: string): string => {
    if (typeof value === "string" && accepts(value)) return value;
    throw new ApiError(code, `Expected ${expected}, received ${received ?? shown(value)}.`);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    specifiedByURL,
    serialize: (value) => check(value),
    parseValue: (value) => check(value),
    parseLiteral: ofStringLiteral(check),
  });
}

/** Reads a value; an error says what was `received`, or shows the value, which takes longer than to read it. */
type Parse<Value> = (value: unknown, received?: string) => Value;

const mostOfLiteral = 80;

/** Makes `parseLiteral` of what reads a string: no other literal is one, and what is refused has its place. */
function ofStringLiteral<Value>(parse: Parse<Value>): (node: ValueNode) => Value {
  return (node) => {
    try {
      return node.kind === Kind.STRING
        ? parse(node.value)
        : parse(undefined, shortened(print(node), mostOfLiteral));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(error.extensions.code, error.message, undefined, { nodes: [node] });
    }
  };
}

/** A calendar day, `YYYY-MM-DD`. */
export const DateScalar = stringScalar(
  "Date",
  "A day of the Western calendar, YYYY-MM-DD (ISO 8601). Days begin at midnight in Asia/Tokyo.",
  "INVALID_DATE",
  'a day that exists, YYYY-MM-DD such as "2024-03-31"',
  isDate,
  "https://scalars.graphql.org/chillicream/local-date.html",
);

/** A date as a source gives it: to the year, month or day. */
export const PartialDateScalar = stringScalar(
  "PartialDate",
  "A date as precise as its source: YYYY, YYYY-MM or YYYY-MM-DD (ISO 8601).",
  "INVALID_PARTIAL_DATE",
  'a date that exists, such as "2009", "2012-11" or "2024-03-31"',
  isPartialDate,
  // Of the public specifications of dates to the year, month or day, the one that has no other forms besides.
  "https://hl7.org/fhir/R4/datatypes.html#date",
);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i;
const tokyoOffsetMilliseconds = 9 * 3_600_000;

/** Instants lie in years of four digits, in Asia/Tokyo as well. */
const firstInstant = Date.parse("0001-01-01T00:00:00+09:00");
const endOfTime = Date.parse("9999-12-31T23:59:59.999+09:00") + 1;

/** An instant, RFC 3339; a `Date` inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: "DateTime",
  description:
    "An instant with its offset, as 2024-03-31T23:59:59+09:00 (RFC 3339). Given in the time of Asia/Tokyo.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  serialize: (value) => {
    const time = new Date(value as string | Date).getTime() + tokyoOffsetMilliseconds;
    return new Date(time).toISOString().replace(/(\.000)?Z$/, "+09:00");
  },
  parseValue: (value) => parseInstant(value),
  parseLiteral: ofStringLiteral(parseInstant),
});

function parseInstant(value: unknown, received?: string): Date {
  const time = instantOf(value);
  if (time) return time;
  throw new ApiError(
    "INVALID_DATE_TIME",
    `Expected an instant such as "2024-03-31T23:59:59+09:00", received ${received ?? shown(value)}.`,
  );
}

function instantOf(value: unknown): Date | undefined {
  const time =
    typeof value === "string" && instant.test(value) && isDate(value.slice(0, 10))
      ? new Date(value)
      : undefined;
  return time && firstInstant <= time.getTime() && time.getTime() < endOfTime ? time : undefined;
}

const dayMilliseconds = 24 * 3_600_000;
/** No change takes longer: what has begun is on record after it, and clocks need not agree to the second. */
const settledMilliseconds = 60_000;

/**
 * A moment at which something was known. Inside it is a `Date`; a day is its last millisecond. It has no `specifiedByURL`,
 * because no public specification is of an instant or the end of a day.
 */
export const KnownAtScalar = new GraphQLScalarType<Date, string>({
  name: "KnownAt",
  description:
    "A moment at least a minute past: an instant with its offset, as 2024-03-31T23:59:59+09:00 (RFC 3339), to the millisecond; or a day, YYYY-MM-DD, which stands for its end in Asia/Tokyo.",
  serialize: (value) => DateTimeScalar.serialize(value),
  parseValue: (value) => parseKnownAt(value),
  parseLiteral: ofStringLiteral(parseKnownAt),
});

function parseKnownAt(value: unknown, received?: string): Date {
  const moment = typeof value === "string" && isDate(value) ? endOf(value) : instantOf(value);
  if (!moment) {
    throw new ApiError(
      "INVALID_KNOWN_AT",
      `Expected an instant such as "2024-03-31T23:59:59+09:00" or a day such as "2024-03-31", received ${received ?? shown(value)}.`,
    );
  }
  if (moment.getTime() <= Date.now() - settledMilliseconds) return moment;
  throw new ApiError(
    "INVALID_KNOWN_AT",
    `Expected a moment at least a minute past (of a day, its end in Asia/Tokyo), received ${received ?? shown(value)}.`,
  );
}

function endOf(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+09:00`) + dayMilliseconds - 1);
}
