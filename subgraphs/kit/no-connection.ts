/** What pg says, which gives no code for it: no connection of the pool came free in time, or none was made in time. */
const tooLate: ReadonlySet<unknown> = new Set([
  "timeout exceeded when trying to connect",
  "Connection terminated due to connection timeout",
]);

/** PostgreSQL takes no further connection now (appendix A): too_many_connections, cannot_connect_now. */
const notNow: ReadonlySet<unknown> = new Set(["53300", "57P03"]);

/**
 * Whether an error says that a statement got no connection to the database: too many others wait, or the database takes none
 * now. The statement was not sent, and may find one later.
 */
export function hadNoConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return tooLate.has(error.message) || ("code" in error && notNow.has(error.code));
}
