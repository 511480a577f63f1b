import { escapeIdentifier, escapeLiteral } from "pg";
import type { TableShape } from "./table-shape";
import type { UpsertTable } from "./upsert-table";

/**
 * One statement that inserts new rows, changes different ones, leaves equal ones alone and notes what it wrote.
 * `$1` rows as JSON, `$2` at, `$3` actor, `$4` request id. Answers id, outcome and what was noted of each row, in order.
 */
export function upsertSql(given: UpsertTable, shape: TableShape): string {
  const table = escapeIdentifier(given.table);
  const names = Object.keys(given.columns);
  const others = names.filter((name) => !given.key.includes(name));
  const assignments = [
    ...others.map((name) => `${escapeIdentifier(name)} = excluded.${escapeIdentifier(name)}`),
    ...(shape.columns.has("version") ? ["version = t.version + 1"] : []),
  ];
  const isDifferent =
    others.length === 0
      ? "false"
      : `(${columnList("b", others)}) IS DISTINCT FROM (${columnList("g", others)})`;
  return `/* import.upsert */ WITH given AS MATERIALIZED (${recordset(given)}),
before AS MATERIALIZED (
  SELECT g.ordinal AS "__ordinal", t.* FROM given g JOIN ${table} t ON ${sameKey("t", "g", given.key)}
),
written AS (
  INSERT INTO ${table} AS t (${names.map((name) => escapeIdentifier(name)).join(", ")})
  SELECT ${columnList("g", names)} FROM given g LEFT JOIN before b ON b."__ordinal" = g.ordinal
  WHERE b."__ordinal" IS NULL OR ${isDifferent} ORDER BY g.ordinal
  ON CONFLICT (${given.key.map((name) => escapeIdentifier(name)).join(", ")})
    ${others.length === 0 ? "DO NOTHING" : `DO UPDATE SET ${assignments.join(", ")}`}
  RETURNING t.*
),
noted AS (
  INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes)
  SELECT $2::timestamptz, $3::text, $4::text, 'import', ${escapeLiteral(given.table)}, ${recordId("w", shape)}, ${version("w", shape)},
    CASE WHEN b."__ordinal" IS NULL THEN ${whole(given, shape)} ELSE ${differences(others, shape)} END
  FROM written w JOIN given g ON ${sameKey("w", "g", given.key)} LEFT JOIN before b ON b."__ordinal" = g.ordinal
  ORDER BY g.ordinal RETURNING record_id, changes
)
SELECT coalesce(${recordId("w", shape)}, ${recordId("b", shape)}) AS id,
  CASE WHEN w IS NULL THEN 'unchanged' WHEN b."__ordinal" IS NULL THEN 'inserted' ELSE 'changed' END AS outcome, n.changes
FROM given g LEFT JOIN written w ON ${sameKey("w", "g", given.key)} LEFT JOIN before b ON b."__ordinal" = g.ordinal
  LEFT JOIN noted n ON n.record_id = ${recordId("w", shape)}
ORDER BY g.ordinal`;
}

/** One statement that removes the rows of parents (`$5`) that are not given, and notes them: the id and what was noted of each. */
export function deleteSql(given: UpsertTable, parent: string, shape: TableShape): string {
  const changes = Object.keys(given.columns).map((name) =>
    pair(name, shape, `jsonb_build_array(t.${escapeIdentifier(name)}, NULL)`),
  );
  return `/* import.remove */ WITH given AS MATERIALIZED (${recordset(given)}),
gone AS (
  DELETE FROM ${escapeIdentifier(given.table)} t
  WHERE t.${escapeIdentifier(parent)}::text = ANY($5::text[]) AND NOT EXISTS (SELECT FROM given g WHERE ${sameKey("t", "g", given.key)})
  RETURNING t.*
)
INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes)
SELECT $2::timestamptz, $3::text, $4::text, 'import', ${escapeLiteral(given.table)}, ${recordId("t", shape)}, ${version("t", shape)}, ${changes.join(" || ")}
FROM gone t ORDER BY 6 RETURNING record_id AS id, changes`;
}

function recordset({ columns }: UpsertTable): string {
  const definition = Object.entries(columns).map(
    ([name, type]) => `${escapeIdentifier(name)} ${type}`,
  );
  const names = Object.keys(columns).map((name) => escapeIdentifier(name));
  return `SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${definition.join(", ")}))
  WITH ORDINALITY AS r(${names.join(", ")}, ordinal)`;
}

function columnList(alias: string, names: readonly string[]): string {
  return names.map((name) => `${alias}.${escapeIdentifier(name)}`).join(", ");
}

function sameKey(left: string, right: string, key: readonly string[]): string {
  return key
    .map((name) => `${left}.${escapeIdentifier(name)} = ${right}.${escapeIdentifier(name)}`)
    .join(" AND ");
}

/** A record's key as text, as mutations note it: the parts of a composite one joined by `/`. */
function recordId(alias: string, { primaryKey }: TableShape): string {
  const parts = primaryKey.map((name) => `${alias}.${escapeIdentifier(name)}::text`);
  return parts.length === 0 ? "NULL" : `(${parts.join(" || '/' || ")})`;
}

function version(alias: string, { columns }: TableShape): string {
  return columns.has("version") ? `${alias}.version` : "NULL";
}

function whole({ columns }: UpsertTable, shape: TableShape): string {
  const names = new Set([...shape.primaryKey, ...Object.keys(columns)]);
  return [...names].map((name) => pair(name, shape, `w.${escapeIdentifier(name)}`)).join(" || ");
}

function differences(names: readonly string[], shape: TableShape): string {
  const changes = names.map((name) => {
    const [before, after] = [`b.${escapeIdentifier(name)}`, `w.${escapeIdentifier(name)}`];
    const change = pair(name, shape, `jsonb_build_array(${before}, ${after})`);
    return `CASE WHEN ${before} IS DISTINCT FROM ${after} THEN ${change} ELSE '{}' END`;
  });
  return changes.length === 0 ? "'{}'::jsonb" : changes.join(" || ");
}

function pair(name: string, shape: TableShape, value: string): string {
  return `jsonb_build_object(${escapeLiteral(shape.nameOf(name))}, ${value})`;
}
