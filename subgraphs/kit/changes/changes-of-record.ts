import { escapeLiteral } from "pg";
import type { ClassType } from "type-graphql";
import { DateFilter, StringFilter } from "../filter/filter-inputs";
import { upperFirst } from "../name-form";
import { DeclaredList } from "../record/declared-list";
import type { RecordChange } from "./record-change";
import type { RecordedTable } from "./recorded-type";

/** Makes the list of a subgraph's changes, of which each record has its part. */
export function changesList(
  area: string,
  type: ClassType<RecordChange> & (new () => RecordChange),
  tables: readonly RecordedTable[],
): DeclaredList<RecordChange> {
  return new DeclaredList(type, {
    name: `${upperFirst(area)}RecordChange`,
    plural: "changes",
    filters: {
      field: {
        sql: "shown.field",
        type: "text",
        input: StringFilter,
        description: "By a field that was set.",
        among: (condition) => `EXISTS (SELECT FROM jsonb_object_keys(t.changes) AS noted(property)
          JOIN (VALUES ${shownAs(tables)}) AS shown(record_type, property, field) USING (property)
          WHERE shown.record_type = t.record_type AND ${condition})`,
      },
      actor: { sql: "t.actor", type: "text", description: "By who made them." },
      action: { sql: "t.action", type: "text", description: "By what was done." },
      reason: {
        sql: "t.reason",
        type: "text",
        description: "By the reason of corrections; `isNull: false` finds all corrections.",
      },
      on: {
        sql: "(t.at AT TIME ZONE 'Asia/Tokyo')::date",
        type: "date",
        input: DateFilter,
        description: "By the day on which they were made, in Asia/Tokyo.",
      },
    },
    orderings: {
      RECORDED: { sql: "t.id", type: "bigint", description: "As they were made." },
    },
    order: ["RECORDED DESC"],
    ordered: "latest first",
  });
}

function shownAs(tables: readonly RecordedTable[]): string {
  return tables
    .flatMap(({ name, fields }) =>
      [...fields].map((shown) => `(${[name, ...shown].map(escapeLiteral).join(", ")})`),
    )
    .join(", ");
}

/**
 * The condition that a change is of a record with this key, or of what belongs to it.
 *
 * @param own - the record's table
 * @param parts - those of what belongs to it
 * @param key - the SQL of the record's key, a text
 */
export function isChangeOf(own: string, parts: readonly string[], key: string): string {
  const ofPart = parts.map(
    // What begins with the key and a slash comes before what begins with the next letter.
    (part) =>
      `(t.record_type = '${part}' AND t.record_id >= ${key} || '/' AND t.record_id < ${key} || '0')`,
  );
  return `(${[`(t.record_type = '${own}' AND t.record_id = ${key})`, ...ofPart].join(" OR ")})`;
}
