import type { Reader } from "../access/reader";
import { beginsDay, endsDay } from "../clock";
import { ApiError } from "../errors";
import { DateTimeScalar } from "../graphql/scalars";
import type { LoadingContext } from "../loaders";
import { requireHistory } from "./history-start";

/** What it takes to say what a caller is permitted to know of the past. */
export interface KnowingContext extends LoadingContext {
  /** Which part of the database the caller is held to; `undefined` where it sees all records. */
  readonly reader: Reader | undefined;
}

/**
 * Refuses moments before the history of a table. Callers who are held to part of the database are refused where they do
 * not read the history, and moments within a day: two of them would show when a change was made.
 *
 * @throws ApiError INVALID_KNOWN_AT, or FORBIDDEN where the caller does not read the history
 */
export async function requireKnown(
  context: KnowingContext,
  table: string,
  knownAt: Date,
): Promise<void> {
  const { reader } = context;
  const received = DateTimeScalar.serialize(knownAt);
  if (reader && !(`${table}_history` in reader.tables)) {
    throw new ApiError(
      "FORBIDDEN",
      `This caller sees records as they are now: expected no knownAt, received ${received}.`,
    );
  }
  if (reader && !endsDay(knownAt)) {
    throw new ApiError(
      "INVALID_KNOWN_AT",
      `Expected knownAt to be a day from a caller who is not permitted to see the records, received ${received}.`,
    );
  }
  await requireHistory(context, table, knownAt);
}

/**
 * Refuses `updatedSince` within a day from callers who are held to part of the database, as {@link requireKnown}.
 * @throws ApiError INVALID_UPDATED_SINCE
 */
export function requireWholeDays({ reader }: KnowingContext, updatedSince: Date): void {
  if (!reader || beginsDay(updatedSince)) return;
  throw new ApiError(
    "INVALID_UPDATED_SINCE",
    `Expected updatedSince to be the beginning of a day in Asia/Tokyo from a caller who is not permitted to see the records, received ${DateTimeScalar.serialize(updatedSince)}.`,
  );
}
