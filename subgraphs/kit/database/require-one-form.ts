import type { QueryRunner } from "typeorm";

/** A text that identifies a row of a table. */
export interface TextOfItsOwn {
  readonly table: string;
  readonly text: string;
  /** SQL that names a row in the message; by default its id. */
  readonly key?: string;
  /** Columns within which the text is a row's own. */
  readonly within: readonly string[];
  /** Condition on the rows it holds for; by default all. */
  readonly where?: string;
}

const mostNamed = 10;

/**
 * Ends a migration that is about to identify rows by the normal form of a text, before anything is changed, where several
 * rows have the same one. Call after `normal_form` was made.
 *
 * @throws Error that names the rows of at most ten texts, and says what to do
 */
export async function requireOneForm(
  runner: Pick<QueryRunner, "query">,
  { table, text, within, key = "id", where = "TRUE" }: TextOfItsOwn,
): Promise<void> {
  const groups = (await runner.query(
    `SELECT string_agg(${key}, ' and ' ORDER BY ${key}) AS ids FROM ${table} WHERE ${where}
     GROUP BY ${within.join(", ")}, normal_form(${text}) HAVING count(*) > 1 ORDER BY ids LIMIT ${mostNamed}`,
  )) as { ids: string }[];
  if (groups.length === 0) return;
  const received = groups.map(({ ids }) => ids).join("; ");
  throw new Error(
    `Expected the ${text} of each row of ${table} to be its own, however it is typed; received the same of ${received}. Change all but one of each with the release that ran before, then migrate again.`,
  );
}
