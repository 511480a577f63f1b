import { ApiError, shown } from "../errors";
import { listed } from "../listed";
import type { DatabaseLoader } from "../loaders";

/** All codes that exist of something: those of a list in memory, or those that a statement reads, in order. */
export type ClosedList = ReadonlySet<string> | { readonly sql: string };

/** What a filter field says of the codes it compares. */
interface Coded {
  readonly codes?: ClosedList | undefined;
}

/** The codes of statements whose one column is `code`, as the caller reads them, each once a request. */
export const codesOfSql: DatabaseLoader<string, ReadonlySet<string>> = {
  name: "knownCodes",
  batch: (statements, database) =>
    Promise.all(
      statements.map(async (sql) => {
        const rows: { code: string }[] = await database.query(`/* knownCodes */ ${sql}`);
        return new Set(rows.map(({ code }) => code));
      }),
    ),
};

/**
 * Refuses a filter by a code that does not exist. Its empty answer would look like that of a code without records.
 *
 * @param columns - what each field of the filter compares
 * @param read - reads the codes of a statement
 * @throws ApiError INVALID_FILTER with the codes that exist
 */
export async function requireKnownCodes(
  filter: object | null | undefined,
  columns: Readonly<Record<string, Coded>>,
  read: (sql: string) => Promise<ReadonlySet<string>>,
): Promise<void> {
  for (const [field, conditions] of Object.entries(filter ?? {})) {
    const list = columns[field]?.codes;
    const { eq, in: among } = (conditions ?? {}) as {
      eq?: unknown;
      in?: readonly unknown[] | null;
    };
    const named = [...(eq == null ? [] : [eq]), ...(among ?? [])];
    if (!list || named.length === 0) continue;
    requireAmong(field, named, "sql" in list ? await read(list.sql) : list);
  }
}

/**
 * Refuses what is none of these codes.
 * @throws ApiError INVALID_FILTER with the codes that exist
 */
export function requireAmong(
  field: string,
  named: readonly unknown[],
  codes: ReadonlySet<string>,
): void {
  const wrong = named.find((code) => !codes.has(String(code)));
  if (wrong === undefined) return;
  throw new ApiError(
    "INVALID_FILTER",
    `Expected for ${field} in filter one of ${listed([...codes].map(shown))}; received ${shown(wrong)}.`,
  );
}
