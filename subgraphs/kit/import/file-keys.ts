import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { normalForm } from "../normal-form";

/** A row of the file by its natural key. */
export interface KeyedLine {
  readonly line: number;
  readonly key: readonly unknown[];
}

/**
 * The natural keys of a file so far. Kept in a temporary table, so that memory does not grow with the file; of each key
 * 128 bits of its SHA-256, which do not coincide by chance. Texts with the same normal form are one key.
 */
export class FileKeys {
  constructor(private readonly manager: EntityManager) {}

  /** Call once, inside the transaction. */
  async begin(): Promise<void> {
    // Keys come in no order, so the whole index is written to: 64 MB of it stay in the server's memory.
    await this.manager.query("/* import.keys */ SET LOCAL temp_buffers = '64MB'");
    await this.manager.query(
      "/* import.keys */ CREATE TEMPORARY TABLE import_key (key uuid PRIMARY KEY, line bigint NOT NULL) ON COMMIT DROP",
    );
  }

  /** Adds rows of the file, in order; returns the lines whose key is on an earlier line, with that line. */
  async add(rows: readonly KeyedLine[]): Promise<Map<number, number>> {
    const keys = new Map(rows.map(({ line, key }) => [line, hash(key)]));
    const added: { line: string }[] = await this.manager.query(
      `/* import.addKeys */ INSERT INTO import_key
       SELECT key, line FROM unnest($1::uuid[], $2::bigint[]) AS g(key, line) ORDER BY line
       ON CONFLICT DO NOTHING RETURNING line`,
      [[...keys.values()], [...keys.keys()]],
    );
    const isNew = new Set(added.map(({ line }) => Number(line)));
    const repeated = [...keys].filter(([line]) => !isNew.has(line));
    if (repeated.length === 0) return new Map();
    const first = await this.firstLines(repeated.map(([, key]) => key));
    return new Map(repeated.map(([line, key]) => [line, first.get(key) ?? line]));
  }

  /** The first line with each key so far; `undefined` if there is none. */
  async linesOf(keys: readonly (readonly unknown[])[]): Promise<(number | undefined)[]> {
    const hashes = keys.map(hash);
    const lines = await this.firstLines(hashes);
    return hashes.map((one) => lines.get(one));
  }

  private async firstLines(keys: readonly string[]): Promise<Map<string, number>> {
    const rows: { key: string; line: string }[] = await this.manager.query(
      "/* import.firstLines */ SELECT replace(key::text, '-', '') AS key, line FROM import_key WHERE key = ANY($1::uuid[])",
      [keys],
    );
    return new Map(rows.map(({ key, line }) => [key, Number(line)]));
  }
}

function hash(key: readonly unknown[]): string {
  const forms = key.map((part) => (typeof part === "string" ? normalForm(part) : part));
  return createHash("sha256").update(JSON.stringify(forms)).digest("hex").slice(0, 32);
}
