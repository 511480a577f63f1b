import { databaseOf, withDatabase } from "../../subgraphs/kit/database/provision";
import { DateTimeScalar } from "../../subgraphs/kit/graphql/scalars";
import { asAdmin, testPostgres } from "./postgres";

/** A moment so many minutes ago, as an argument of a query. */
export const minutesAgo = (minutes: number) =>
  `"${DateTimeScalar.serialize(new Date(Date.now() - minutes * 60_000))}"`;

/**
 * Makes all that a database has on record older, as if so much time had passed since: the rows of tables with a history,
 * their histories and their beginnings. Only a superuser can.
 *
 * @param url - of the database, as any role
 * @param interval - as PostgreSQL writes it
 */
export async function passTime(url: string, interval = "1 hour"): Promise<void> {
  await asAdmin(withDatabase(testPostgres().adminUrl, databaseOf(url)), async (client) => {
    await client.query("SET session_replication_role = replica");
    const { rows } = await client.query<{ table: string }>(
      `UPDATE history_start SET since = since - '${interval}'::interval RETURNING table_name AS "table"`,
    );
    for (const { table } of rows) {
      await client.query(
        `UPDATE ${table} SET recorded_at = recorded_at - '${interval}'::interval;
         UPDATE ${table}_history SET recorded_at = recorded_at - '${interval}'::interval,
           recorded_to = recorded_to - '${interval}'::interval`,
      );
    }
  });
}
