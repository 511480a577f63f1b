import type { EntityManager } from "typeorm";
import { requireColumns } from "../database/require-columns";

/** The rows a table shall hold. All rows have the same columns. */
export interface FactTable {
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Database column → PostgreSQL type. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /**
   * Which existing rows came from facts and can be removed when the facts no longer have them; default all. Needed for
   * tables that also contain records; if they have a `source_id`, a record is a row without one, and has a `version`.
   */
  readonly ownRows?: string;
}

/** What changed in one table. */
export interface FactChanges {
  readonly table: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/**
 * Makes tables hold exactly the given rows, touching only those that differ: a second load changes nothing.
 * Tables come parents first; rows that are gone are deleted children first, after all others are written, so that a
 * code that others refer to can change. Call inside a transaction.
 */
export async function writeFacts(
  manager: EntityManager,
  tables: readonly FactTable[],
): Promise<FactChanges[]> {
  // Rows can exchange values: constraints are checked when all of them are written.
  await manager.query("SET CONSTRAINTS ALL DEFERRED");
  const upserted = new Map<string, Pick<FactChanges, "inserted" | "updated">>();
  for (const table of tables) {
    requireColumns(table.table, table.columns, table.rows);
    await noteAdopted(manager, table);
    upserted.set(table.table, await upsert(manager, table));
  }
  const deleted = new Map<string, number>();
  for (const table of [...tables].reverse()) {
    deleted.set(table.table, await deleteMissing(manager, table));
  }
  return tables.map(({ table }) => ({
    table,
    inserted: upserted.get(table)?.inserted ?? 0,
    updated: upserted.get(table)?.updated ?? 0,
    deleted: deleted.get(table) ?? 0,
  }));
}

function recordset({ columns }: FactTable): string {
  const definition = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  return `jsonb_to_recordset($1::jsonb) AS given(${definition.join(", ")})`;
}

/**
 * If a fact appears for something that an office had recorded, it replaces the record: the version is increased, and
 * the old values are kept in `change_record`.
 */
async function noteAdopted(manager: EntityManager, fact: FactTable): Promise<void> {
  if (fact.ownRows === undefined || !("source_id" in fact.columns)) return;
  const same = fact.key.map((name) => `given."${name}" = t."${name}"`).join(" AND ");
  const id = fact.key.map((name) => `t."${name}"`).join(" || '/' || ");
  await manager.query(
    `/* facts.adopt */ WITH adopted AS (
      UPDATE "${fact.table}" t SET version = t.version + 1
      FROM ${recordset(fact)} WHERE ${same} AND t.source_id IS NULL
      RETURNING t.*
    )
    INSERT INTO change_record (actor, request_id, action, record_type, record_id, version, changes)
    SELECT 'load of published facts', 'none', 'load', $2::text, ${id}, t.version,
      jsonb_build_object('replaced', to_jsonb(t) - 'recorded_at') FROM adopted t`,
    [JSON.stringify(fact.rows), fact.table],
  );
}

async function deleteMissing(manager: EntityManager, fact: FactTable): Promise<number> {
  const same = fact.key.map((name) => `given."${name}" = t."${name}"`).join(" AND ");
  const rows: unknown[] = await manager.query(
    `/* facts.delete */ WITH gone AS (
      DELETE FROM "${fact.table}" t
      WHERE ${fact.ownRows ?? "true"} AND NOT EXISTS (SELECT FROM ${recordset(fact)} WHERE ${same})
      RETURNING 1
    ) SELECT * FROM gone`,
    [JSON.stringify(fact.rows)],
  );
  return rows.length;
}

async function upsert(
  manager: EntityManager,
  fact: FactTable,
): Promise<{ inserted: number; updated: number }> {
  const names = Object.keys(fact.columns);
  const quoted = names.map((name) => `"${name}"`).join(", ");
  const others = names.filter((name) => !fact.key.includes(name));
  const onConflict =
    others.length === 0
      ? "DO NOTHING"
      : `DO UPDATE SET ${others.map((name) => `"${name}" = excluded."${name}"`).join(", ")}
         WHERE (${others.map((name) => `t."${name}"`).join(", ")})
           IS DISTINCT FROM (${others.map((name) => `excluded."${name}"`).join(", ")})`;
  const rows: { inserted: boolean }[] = await manager.query(
    `/* facts.upsert */ WITH written AS (
      INSERT INTO "${fact.table}" AS t (${quoted}) SELECT ${quoted} FROM ${recordset(fact)}
      ON CONFLICT (${fact.key.map((name) => `"${name}"`).join(", ")}) ${onConflict}
      RETURNING (xmax = 0) AS inserted
    ) SELECT inserted FROM written`,
    [JSON.stringify(fact.rows)],
  );
  const inserted = rows.filter((row) => row.inserted).length;
  return { inserted, updated: rows.length - inserted };
}
