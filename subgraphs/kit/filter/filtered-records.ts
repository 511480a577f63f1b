import type { ObjectLiteral } from "typeorm";
import type { FilterColumn } from "./compile-filter";

/** Records that a filter finds: of which class, and by what. In all SQL their table is `t`. */
export interface FilteredRecords {
  readonly name: string;
  readonly entity: new () => ObjectLiteral;
  /** Filter field → what it compares. */
  readonly filters: Readonly<Record<string, FilterColumn>>;
  /** Filter field → the records that must meet the conditions in it. */
  readonly relations?: Readonly<Record<string, FilterRelation>>;
}

/** What records refer to: those of another kind whose key is theirs. */
export interface FilterRelation {
  readonly to: FilteredRecords;
  /** Whether there can be several, so that a filter says of how many of them a condition holds. */
  readonly isMany: boolean;
  /** The key on the side of the filtered records, as `t.official_id`. */
  readonly key: string;
  /** The key on the other side, as `t.id`. */
  readonly toKey: string;
  /** Which of them count, maybe on the day of the list, of which `day` gives the SQL; absent: all. */
  readonly only?: (day: () => string) => string;
  /** True if both are about the same person, who is then noted with the filtered record. */
  readonly ofSamePerson: boolean;
}
