import type { DataSource } from "typeorm";
import type { Caller } from "../caller";
import { readerOf, readersOf, statisticsReader } from "./readers";
import { createDataSource } from "../database/data-source";
import { connect } from "../database/database-state";
import { roleOf } from "../database/provision";
import { asRole, readerRole } from "../database/reader-role";
import type { ServeSettings } from "./env";
import type { SubgraphDefinition } from "./subgraph-definition";

/**
 * The connection pools of a subgraph: one for callers who are permitted to read the whole database, and one for each
 * other reader. Every connection of such a pool has that reader's role.
 */
export class SubgraphDatabases {
  /** The pool of callers with `<area>:records`. */
  readonly whole: DataSource;
  private readonly byReader: ReadonlyMap<
    string,
    { readonly role: string; readonly pool: DataSource }
  >;

  constructor(
    private readonly definition: SubgraphDefinition,
    settings: ServeSettings,
  ) {
    const app = roleOf(settings.DATABASE_URL);
    const open = (url: string, applicationName: string) =>
      createDataSource({
        url,
        applicationName,
        poolSize: settings.DATABASE_POOL_SIZE,
        entities: definition.entities,
      });
    this.whole = open(settings.DATABASE_URL, definition.name);
    this.byReader = new Map(
      readersOf(definition).map(({ name }) => {
        const role = readerRole(app, name);
        const url = asRole(settings.DATABASE_URL, role);
        return [name, { role, pool: open(url, `${definition.name} ${name}`) }];
      }),
    );
  }

  /**
   * Opens every pool.
   * @throws Error in one line where one cannot be opened, or where its connections are not held to its role
   */
  async connect(): Promise<void> {
    try {
      await connect(this.whole);
      for (const { role, pool } of this.byReader.values()) {
        await connect(pool, `as the database role "${role}", which setup makes`);
        await requireRole(pool, role);
      }
    } catch (error) {
      await this.destroy();
      throw error;
    }
  }

  /** The pool of a caller, by its scopes. */
  of(caller: Caller): DataSource {
    const reader = readerOf(this.definition, caller);
    return reader === undefined ? this.whole : this.ofReader(reader.name);
  }

  /** The pool that counts for those who do not see what is counted. */
  ofStatistics(): DataSource {
    return this.ofReader(statisticsReader);
  }

  private ofReader(name: string): DataSource {
    const held = this.byReader.get(name);
    if (held === undefined) throw new Error(`no pool for the reader ${name}`);
    return held.pool;
  }

  /** Closes every pool that is open. */
  async destroy(): Promise<void> {
    const pools = [this.whole, ...[...this.byReader.values()].map(({ pool }) => pool)];
    for (const pool of pools) if (pool.isInitialized) await pool.destroy();
  }
}

/** A proxy between could have dropped what the URL asks for. */
async function requireRole(pool: DataSource, role: string): Promise<void> {
  const [row] = await pool.query<{ role: string }[]>("SELECT current_user AS role");
  if (row?.role === role) return;
  throw new Error(
    `Expected connections as the database role "${role}", received "${row?.role ?? ""}": a proxy before PostgreSQL must pass on the parameter "options".`,
  );
}
