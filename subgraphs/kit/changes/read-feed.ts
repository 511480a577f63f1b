import type { DataSource } from "typeorm";
import { readRows } from "../database/read-rows";
import { rowClass } from "../database/row-class";
import { StatementNames } from "../database/statement-names";
import type { RecordChange } from "./record-change";

/** A place in the feed: behind the change with this id in the commit at this position. */
export interface FeedPlace {
  readonly position: string;
  readonly commit: string;
  readonly id: string;
}

/** Before everything. */
export const feedStart: FeedPlace = { position: "-1", commit: "-1", id: "0" };

/** A change and its place. */
export interface PlacedChange {
  readonly change: RecordChange;
  readonly place: FeedPlace;
}

/** Which part of the feed is read, and how it is called in SQL tags. */
export interface FeedPart {
  readonly name: string;
  readonly type: new () => RecordChange;
  /** The names of the tables whose changes are shown. */
  readonly tables: readonly string[];
  readonly size: number;
}

const kept = new StatementNames("feed", 20);

/** Reads changes in commit order behind a place: the rest of that commit, then the commits behind it. */
export async function readBehind(
  database: DataSource,
  part: FeedPart,
  { position, commit, id }: FeedPlace,
): Promise<PlacedChange[]> {
  const ofCommit = `t.record_type = ANY($1) ORDER BY t.id LIMIT $2`;
  const from = `(
  (SELECT $3::bigint AS position, t.* FROM change_record t WHERE t.commit_id = $4::bigint AND t.id > $5::bigint AND ${ofCommit})
  UNION ALL
  (SELECT k.position, t.* FROM change_commit k CROSS JOIN LATERAL (
    SELECT * FROM change_record t WHERE t.commit_id = k.id AND ${ofCommit}
  ) t WHERE k.position > $3::bigint ORDER BY k.position, t.id LIMIT $2)
) t ORDER BY t.position, t.id LIMIT $2`;
  return read(database, part, "behind", from, [position, commit, id]);
}

/** Reads the latest changes, the last last. */
export async function readLatest(database: DataSource, part: FeedPart): Promise<PlacedChange[]> {
  const from = `(
  SELECT k.position, t.* FROM change_commit k CROSS JOIN LATERAL (
    SELECT * FROM change_record t WHERE t.commit_id = k.id AND t.record_type = ANY($1) ORDER BY t.id DESC LIMIT $2
  ) t WHERE k.position IS NOT NULL ORDER BY k.position DESC, t.id DESC LIMIT $2
) t ORDER BY t.position, t.id`;
  return read(database, part, "latest", from, []);
}

/** How many changes there are. */
export async function countFeed(
  database: DataSource,
  { name, tables }: Pick<FeedPart, "name" | "tables">,
): Promise<number> {
  const sql = "SELECT count(*)::integer FROM change_record WHERE record_type = ANY($1)";
  const [row] = await readRows(database, { tag: `${name}.count`, sql, values: [tables] });
  return Number(row?.[0] ?? 0);
}

async function read(
  database: DataSource,
  { name, type, tables, size }: FeedPart,
  what: string,
  from: string,
  values: readonly unknown[],
): Promise<PlacedChange[]> {
  const { columns, width, make } = rowClass(database, type);
  const sql = `SELECT ${columns}, t.position::text, t.commit_id::text FROM ${from}`;
  const rows = await readRows(database, {
    tag: `${name}.${what}`,
    sql,
    values: [tables, size, ...values],
    kept,
  });
  return rows.map((row) => {
    const change = make(row);
    const [position, commit] = row.slice(width).map(String);
    return { change, place: { position: position ?? "", commit: commit ?? "", id: change.id } };
  });
}
