import { escapeIdentifier } from "pg";
import type { EntityManager } from "typeorm";
import type { Reader, VisibleRows } from "../access/reader";
import { readerRole } from "./reader-role";

/** A row policy, as `pg_policies` shows it. */
interface Policy {
  readonly table: string;
  /** The one role it is for; also its name. */
  readonly role: string;
  readonly command: "ALL" | "SELECT";
  /** As PostgreSQL writes it, white space aside, so that it is seen to be there already. */
  readonly condition: string;
}

/**
 * Gives each reader what it reads and no more, and everything to `app`; the owner is held to nothing. Policies that are in
 * place already are left alone, because to make one keeps every other statement off its table. Call inside a transaction.
 */
export async function grantReaders(
  manager: EntityManager,
  app: string,
  readers: readonly Reader[],
): Promise<void> {
  for (const { name, tables } of readers) {
    const role = escapeIdentifier(readerRole(app, name));
    await manager.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
    for (const table of Object.keys(tables)) {
      await manager.query(`GRANT SELECT ON ${escapeIdentifier(table)} TO ${role}`);
    }
  }
  await keepPolicies(
    manager,
    [app, ...readers.map(({ name }) => readerRole(app, name))],
    [...policiesOf(app, readers)],
  );
}

/** A table that a reader sees only in part has a policy for each role that reads it. */
function policiesOf(app: string, readers: readonly Reader[]): Policy[] {
  const partly = new Set(
    readers.flatMap(({ tables }) => Object.keys(tables).filter((table) => tables[table] !== "all")),
  );
  return [...partly].flatMap((table) => [
    { table, role: app, command: "ALL" as const, condition: "true" },
    ...readers.flatMap(({ name, tables }) => {
      const rows = tables[table];
      if (rows === undefined) return [];
      const condition = conditionOf(table, rows);
      return [{ table, role: readerRole(app, name), command: "SELECT" as const, condition }];
    }),
  ]);
}

function conditionOf(table: string, rows: VisibleRows): string {
  if (rows === "all") return "true";
  if (rows === "none") return "false";
  if (rows === "sourced") return "(source_id IS NOT NULL)";
  const { parent, by } = rows;
  const parents = typeof parent === "string" ? [parent] : parent;
  // The policies of the parents hold in here too.
  const seen = parents.map(
    (one) => `(EXISTS ( SELECT FROM ${one} p WHERE (p.id = ${table}.${by})))`,
  );
  return seen.length === 1 ? seen.join() : `(${seen.join(" OR ")})`;
}

async function keepPolicies(
  manager: EntityManager,
  roles: readonly string[],
  wanted: readonly Policy[],
): Promise<void> {
  const existing: (Policy & { name: string })[] = await manager.query(
    `SELECT tablename AS "table", policyname AS name, array_to_string(roles, ',') AS role, cmd AS command,
       regexp_replace(qual, '\\s+', ' ', 'g') AS condition
     FROM pg_policies WHERE schemaname = 'public' AND policyname = ANY($1)`,
    [roles],
  );
  for (const one of existing.filter((policy) => !wanted.some((other) => isSame(policy, other)))) {
    await manager.query(
      `DROP POLICY ${escapeIdentifier(one.name)} ON ${escapeIdentifier(one.table)}`,
    );
  }
  for (const one of wanted.filter((policy) => !existing.some((other) => isSame(policy, other)))) {
    const role = escapeIdentifier(one.role);
    await manager.query(
      `CREATE POLICY ${role} ON ${escapeIdentifier(one.table)} FOR ${one.command} TO ${role} USING (${one.condition})`,
    );
  }
  await switchRowSecurity(manager, [...new Set(wanted.map(({ table }) => table))]);
}

function isSame(one: Policy, other: Policy): boolean {
  return (
    one.table === other.table &&
    one.role === other.role &&
    one.command === other.command &&
    one.condition === other.condition
  );
}

/** Turns row level security on for these tables and off for all others. */
async function switchRowSecurity(manager: EntityManager, tables: readonly string[]): Promise<void> {
  const wrong: { name: string; on: boolean }[] = await manager.query(
    `SELECT relname AS name, relrowsecurity AS "on" FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relrowsecurity <> (relname = ANY($1))`,
    [tables],
  );
  for (const { name, on } of wrong) {
    await manager.query(
      `ALTER TABLE ${escapeIdentifier(name)} ${on ? "DISABLE" : "ENABLE"} ROW LEVEL SECURITY`,
    );
  }
}
