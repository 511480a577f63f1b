import { readRows } from "../database/read-rows";
import type { DatabaseLoader } from "../loaders";
import { byKey } from "../record/by-key";
import { keyColumn } from "../record/columns";
import type { RequestContext } from "../request/request-context";
import type { RecordChange } from "./record-change";
import { type RecordedTable, tableOf } from "./recorded-type";

/** A record, and the property that says whom it is about, as JSON: `[table, id, property]`. */
type RecordKey = string;

/** Whom records were about at any time, as their changes note it: somebody else may have been put right since. */
const personsNoted: DatabaseLoader<RecordKey, readonly string[]> = {
  name: "personsNoted",
  batch: async (keys, database) => {
    const records = keys.map((key) => JSON.parse(key) as readonly string[]);
    const columns = [0, 1, 2].map((place) => records.map((record) => record[place]));
    const sql = `SELECT DISTINCT r.place::integer, person #>> '{}'
FROM ROWS FROM (unnest($1::text[], $2::text[], $3::text[])) WITH ORDINALITY AS r(type, id, property, place)
JOIN change_record c ON c.record_type = r.type AND c.record_id = r.id AND c.changes ? r.property
CROSS JOIN LATERAL jsonb_array_elements(
  CASE jsonb_typeof(c.changes -> r.property) WHEN 'array' THEN c.changes -> r.property
    ELSE jsonb_build_array(c.changes -> r.property) END) AS person
WHERE person <> 'null'`;
    const rows = await readRows(database, { tag: "personsNoted", sql, values: columns });
    return keys.map((_key, index) =>
      rows.flatMap(([place, person]) => (place === index + 1 ? [String(person)] : [])),
    );
  },
};

/** Makes what notes whom changes are about: those of their records now, and those whom they were about before. */
export function personsOfChanges(tables: ReadonlyMap<string, RecordedTable>) {
  return async (context: RequestContext, changes: readonly RecordChange[]): Promise<void> => {
    const records = new Map<string, RecordedTable["root"]>();
    for (const { table, recordId } of changes) {
      const root = tables.get(table)?.root;
      const [id = ""] = recordId.split("/");
      if (root) records.set(JSON.stringify([root.name, id]), root);
    }
    await Promise.all(
      [...records].map(async ([key, root]) => {
        const [, id = ""] = JSON.parse(key) as readonly string[];
        const person = context.personOfRecord(root.name);
        if (!person) return;
        if (keyColumn(root).propertyName === person.key) {
          context.seesRecord(root.name, { [person.key]: id });
          return;
        }
        const [now, noted] = await Promise.all([
          context.load(byKey(root), id),
          context.load(personsNoted, JSON.stringify([tableOf(root), id, person.key])),
        ]);
        if (now) context.seesRecord(root.name, now);
        for (const one of noted) context.seesRecord(root.name, { [person.key]: one });
      }),
    );
  };
}
