import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";

/** A row of the file by its natural key. */
export interface KeyedLine {
  readonly line: number;
  readonly key: readonly unknown[];
}

/**
 * The natural keys of a file so far. Kept in a temporary table, so that memory does not grow with the file; of each
 * key 128 bits of its SHA-256, which no two of them share by chance.
 */
export class FileKeys {
  constructor(private readonly manager: EntityManager) {}

  /** Call once, inside the transaction. */
  async begin(): Promise<void> {
    await this.manager.query(
      "/* import.keys */ CREATE TEMPORARY TABLE import_key (key uuid PRIMARY KEY, line bigint NOT NULL) ON COMMIT DROP",
    );
  }

  /** Adds rows of the file, in order; gives the lines whose key stood before, with the line it stood on first. */
  async add(rows: readonly KeyedLine[]): Promise<Map<number, number>> {
    if (rows.length === 0) return new Map();
    const lines = rows.map(({ line }) => line);
    const repeated: { line: string; first: string }[] = await this.manager.query(
      `/* import.addKeys */ WITH given AS MATERIALIZED (
         SELECT * FROM unnest($1::uuid[], $2::bigint[]) AS g(key, line)
       ), before AS MATERIALIZED (
         SELECT g.key, k.line FROM given g JOIN import_key k ON k.key = g.key
       ), added AS (
         INSERT INTO import_key SELECT DISTINCT ON (key) key, line FROM given
         WHERE key NOT IN (SELECT key FROM before) ORDER BY key, line
         RETURNING key, line
       ), first AS (SELECT key, line FROM before UNION SELECT key, line FROM added)
       SELECT g.line, f.line AS first FROM given g JOIN first f ON f.key = g.key WHERE f.line <> g.line ORDER BY g.line`,
      [rows.map(({ key }) => hash(key)), lines],
    );
    return new Map(repeated.map(({ line, first }) => [Number(line), Number(first)]));
  }
}

function hash(key: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(key)).digest("hex").slice(0, 32);
}
