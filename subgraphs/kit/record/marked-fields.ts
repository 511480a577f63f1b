import type { FilterColumn, SqlType, Written } from "../filter/compile-filter";
import type { ClosedList } from "../filter/known-codes";
import { withBases } from "./with-bases";

/** How a field of a record is listed by, beside what it is. */
export interface ListMarks {
  /** What the filter on it says of itself, as "By role."; without it there is no filter. */
  readonly filter?: string;
  /** What the ordering by it says of itself; without it there is no ordering. What is unknown comes last. */
  readonly order?: string;
  /** How a text is written; see {@link Written}. */
  readonly written?: Written;
  /** True if it says which person a record is about. */
  readonly identifiesPerson?: boolean;
  /** Which codes there are; a filter by another is refused. */
  readonly codes?: ClosedList;
}

/** A field of a record that its lists can be filtered or ordered by. */
export interface MarkedField extends ListMarks {
  /** The name of the filter field; in capitals, `STARTS_ON`, that of the ordering. */
  readonly name: string;
  /** The column's SQL, of a table whose alias is `t`. */
  readonly sql: string;
  readonly type: SqlType;
  readonly nullable: boolean;
  /** The enum whose codes it holds. */
  readonly codeList?: object;
}

const marked = new WeakMap<object, MarkedField[]>();

/** Notes a field of a class. */
export function markField(prototype: object, field: MarkedField): void {
  const fields = marked.get(prototype) ?? [];
  marked.set(prototype, fields);
  fields.push(field);
}

/** The marked fields of a class, those of the classes it extends first. */
export function markedFields(entity: { readonly prototype: object }): MarkedField[] {
  return withBases(entity).flatMap((one) => marked.get(one) ?? []);
}

/** What a filter on a marked field compares. */
export function filterColumnOf({
  sql,
  type,
  written,
  identifiesPerson,
  codes,
}: MarkedField): FilterColumn {
  return {
    sql,
    type,
    ...(written && { written }),
    ...(identifiesPerson && { identifiesPerson }),
    ...(codes && { codes }),
  };
}

const last: Partial<Record<SqlType, string>> = { date: "'infinity'", integer: "2147483647" };

/**
 * What an ordering by a marked field compares: what is unknown comes last.
 * @throws Error for a nullable text, since no text comes after all others
 */
export function orderColumnOf({ name, sql, type, nullable }: MarkedField) {
  if (!nullable) return { sql, type };
  const end = last[type];
  if (!end) throw new Error(`${name} can be unknown, so nothing says where it comes in an order`);
  return { sql: `coalesce(${sql}, ${end})`, type };
}

/** `applicantId`, `countryCode` or `yearNumber` as what it is the key of: `applicant`. */
export function withoutKind(key: string): string {
  return key.replace(/(Id|Code|Number)$/, "");
}
