import { Client } from "pg";
import { provisionDatabase, roleOf } from "../database/provision";
import { historyTables } from "./history-tables.sql";
import { tableAsKnown } from "./table-as-known";

/** A database that is still to be made, and with it its roles. */
interface NewDatabase {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The primary keys that a table of things can have. */
export const keys = ["id", "id, part"] as const;

/** A database with a table `thing` that has a history, and a `kind` that it follows. */
export class Things {
  private constructor(
    /** The database as the role that owns the tables. */
    readonly owner: Client,
    /** The database as the restricted role. */
    readonly app: Client,
  ) {}

  /** Makes the database. */
  static async open(
    { adminUrl, ownerUrl, appUrl }: NewDatabase,
    key: (typeof keys)[number],
  ): Promise<Things> {
    await provisionDatabase({ admin: adminUrl, owner: ownerUrl, app: appUrl });
    const owner = new Client({ connectionString: ownerUrl });
    const app = new Client({ connectionString: appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    await owner.query(`
CREATE TABLE kind (code text PRIMARY KEY);
INSERT INTO kind VALUES ('a'), ('b');
CREATE TABLE thing (
  id text COLLATE "C",
  size integer,
  kind text NOT NULL DEFAULT 'a' REFERENCES kind ON UPDATE CASCADE,
  twice integer GENERATED ALWAYS AS (size * 2) STORED,
  part integer NOT NULL DEFAULT 1,
  PRIMARY KEY (${key})
);
${historyTables("thing")}
GRANT SELECT ON ALL TABLES IN SCHEMA public TO "${roleOf(appUrl)}";
GRANT INSERT, UPDATE, DELETE ON thing TO "${roleOf(appUrl)}"`);
    return new Things(owner, app);
  }

  /** Ends its connections. */
  async close(): Promise<void> {
    await Promise.all([this.owner.end(), this.app.end()]);
  }

  /** The things on record at a moment, as `id size twice`, in order. */
  async knownAt(moment: Date): Promise<string[]> {
    const columns = ["id", "size", "twice"];
    const { rows } = await this.app.query<{ line: string }>(
      `SELECT concat_ws(' ', id, size, twice) AS line FROM ${tableAsKnown("thing", columns, "$1")} t ORDER BY id`,
      [moment],
    );
    return rows.map(({ line }) => line);
  }

  /** The periods of a thing that are over, earliest first, as `size kind`; each begins where the one before ends. */
  async past(id: string): Promise<string[]> {
    const { rows } = await this.owner.query<{ line: string; follows: boolean }>(
      `SELECT concat_ws(' ', size, kind) AS line,
         recorded_to = coalesce(lead(recorded_at) OVER later, (SELECT recorded_at FROM thing WHERE id = h.id), recorded_to)
           AS follows
       FROM thing_history h WHERE id = $1 WINDOW later AS (ORDER BY recorded_at) ORDER BY recorded_at`,
      [id],
    );
    if (rows.some(({ follows }) => !follows)) throw new Error("its periods leave a gap");
    return rows.map(({ line }) => line);
  }
}
