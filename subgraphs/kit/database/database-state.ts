import { type DataSource, QueryFailedError } from "typeorm";
import type { Readiness } from "../http/http-server";

/** PostgreSQL's SQLSTATE for `undefined_table`. */
const undefinedTable = "42P01";

/** Whether a subgraph's database answers and has had these migrations. Never throws. */
export async function databaseState(
  database: DataSource,
  migrations: readonly string[],
): Promise<Readiness> {
  try {
    const done: { name: string }[] = await database.query(
      "/* ready */ SELECT name FROM migrations WHERE name = ANY($1)",
      [migrations],
    );
    return done.length === migrations.length
      ? { ready: true, details: { database: "answers" } }
      : { ready: false, details: { database: "is not migrated; run setup" } };
  } catch (error) {
    const isEmpty =
      error instanceof QueryFailedError && codeOf(error.driverError) === undefinedTable;
    return {
      ready: false,
      details: { database: isEmpty ? "has no tables; run setup" : "does not answer" },
    };
  }
}

/**
 * Opens the connection pool.
 * @throws Error that says why in one line, without the URL, which holds a password
 */
export async function connect(database: DataSource, how = "as DATABASE_URL says"): Promise<void> {
  try {
    await database.initialize();
  } catch (error) {
    const reason = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
    throw new Error(
      `The database cannot be used ${how}: ${reason}. Expected a running PostgreSQL that lets this role in.`,
      { cause: error },
    );
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}
