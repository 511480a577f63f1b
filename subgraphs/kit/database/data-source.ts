import { types } from "pg";
import {
  DataSource,
  type EntityTarget,
  type Logger as TypeOrmLogger,
  type MigrationInterface,
  type ObjectLiteral,
} from "typeorm";
import { noteStatement } from "./note-statement";

const dateOid = 1082;
/** A date is a day, not an instant: keep PostgreSQL's `YYYY-MM-DD` instead of a Date at some midnight. */
types.setTypeParser(dateOid, (text) => text);

/** How long a statement of a request may take, in seconds. */
export const longestStatement = 15;

/** How a process connects to its database. */
export interface DataSourceSettings {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly poolSize: number;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations?: readonly (new () => MigrationInterface)[];
  /** Whether a command uses it, whose statements may take as long as they need. */
  readonly isOfCommand?: boolean;
}

/** A TypeORM data source that never changes the schema by itself and counts each request's statements. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: "postgres",
    url: settings.url,
    applicationName: settings.applicationName,
    poolSize: settings.poolSize,
    connectTimeoutMS: 5_000,
    extra: {
      idleTimeoutMillis: 30_000,
      ...(!settings.isOfCommand && {
        statement_timeout: longestStatement * 1_000,
        query_timeout: 20_000,
      }),
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    entities: settings.entities.map((entity) => entity as never),
    migrations: (settings.migrations ?? []).map((migration) => migration as never),
    migrationsTransactionMode: "all",
    synchronize: false,
    logging: ["query"],
    logger: new StatementCounter(),
  });
}

/** Notes every statement on the request it belongs to, by its tag or its first words. */
class StatementCounter implements TypeOrmLogger {
  logQuery(query: string): void {
    noteStatement(/^\/\* (.*?) \*\//.exec(query)?.[1] ?? query.slice(0, 40));
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
