import { Client, escapeIdentifier } from "pg";

/** Rows of a table, by the names of columns. Dates are as PostgreSQL writes them. */
export type Rows = readonly object[];

/** Rows to insert, by table, in the order in which they can be. */
export type RowsByTable = ReadonlyMap<string, Rows>;

const dateType = 1082;

/** The tables that are counted, as their owner has them: filled with random rows and read as a whole. */
export class RecordTables {
  private constructor(private readonly client: Client) {}

  static async connect(connectionString: string): Promise<RecordTables> {
    const client = new Client({ connectionString });
    client.setTypeParser(dateType, (text: string) => text);
    await client.connect();
    return new RecordTables(client);
  }

  end(): Promise<void> {
    return this.client.end();
  }

  /** Every row of a table. */
  async read<Row>(table: string): Promise<Row[]> {
    const { rows } = await this.client.query(`SELECT * FROM ${escapeIdentifier(table)}`);
    return rows as Row[];
  }

  /** Empties the tables, the last first, and fills them. Triggers that keep rows from being removed are put aside. */
  async refill(tables: RowsByTable): Promise<void> {
    const names = [...tables.keys()].map(escapeIdentifier);
    await this.client.query("BEGIN");
    for (const name of names.toReversed()) {
      await this.client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
      await this.client.query(`DELETE FROM ${name}`);
      await this.client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    }
    for (const [table, rows] of tables) await this.insert(table, rows);
    await this.client.query("COMMIT");
    await this.client.query(`ANALYZE ${names.join(", ")}`);
  }

  /** Declares that all tables have everything from a day on. */
  async declareComplete(day: string): Promise<void> {
    await this.client.query("UPDATE record_coverage SET begins = $1", [day]);
  }

  private async insert(table: string, rows: Rows): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const name = escapeIdentifier(table);
    const columns = Object.keys(first).map(escapeIdentifier).join(", ");
    await this.client.query(
      `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${name}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}
