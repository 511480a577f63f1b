import type { SqlType } from "../filter/compile-filter";
import type { ClosedList } from "../filter/known-codes";
import type { FigureDefinition } from "./figure-definition";

/** How the rows of a group become a number. */
export type Counting =
  /** Each row counts one. */
  | { readonly how: "rows" }
  /** Each value of an SQL expression counts once, however many rows have it. */
  | { readonly how: "distinct"; readonly of: string }
  /** The values of an SQL expression are added up. */
  | { readonly how: "sum"; readonly of: string };

/** What statistics can be grouped and filtered by. What is counted has the alias `t` in every piece of SQL. */
export interface Dimension {
  readonly sql: string;
  readonly type: SqlType;
  /** The most values it can have: what a grouping can come to is known before it is read. */
  readonly most: number;
  /** Its values in their own order; without it, in the order of their code units. */
  readonly order?: readonly string[];
  /** What has to be joined to `t` for it. */
  readonly join?: string;
  /**
   * The schema coordinate of what it tells of the records beyond their own policy: whoever that lets in as well sees
   * exact numbers by it.
   */
  readonly records?: string;
  /**
   * The coarser dimension whose groups its groups lie within, as countries lie within regions. As everybody knows which
   * lie where, what is released of one depends on what is released of the other.
   */
  readonly within?: string;
  /** Whether it is told to those alone who see the records. */
  readonly isInternal?: true;
  /** Which values it can have, where these are a closed list: a filter by another is refused. */
  readonly codes?: ClosedList;
  /** Whether it is read from tables of which it is not kept what was known of them when. */
  readonly isKnownNowOnly?: true;
  /** Whether what is counted can have several of its values at once, so that the parts may sum to more than the whole. */
  readonly overlapping?: true;
}

/** When something is counted. */
export type TimeBasis =
  /** What there is on a day, of which `day` is the SQL. */
  | { readonly kind: "STOCK"; readonly on: (day: string) => string }
  /** What happens on a day; where `fiscalYear` is given, that and not the day says in which year it counts. */
  | { readonly kind: "FLOW"; readonly day: string; readonly fiscalYear?: string };

/** What is counted: one measure of statistics, with everything that decides its figures in one place. */
export interface Measure {
  /** What one of it is, as `persons`. */
  readonly unit: string;
  /** Who or what is counted, for readers. */
  readonly definition: string;
  /** The counted table. */
  readonly table: string;
  /**
   * What is counted, from the SQL of the table: a subquery in parentheses, which may name the period as `y`. Without it,
   * the table's own rows. Its alias is `t`.
   */
  readonly source?: (table: string) => string;
  /** Whether the database keeps what was known of the table, so that `knownAt` can be asked. */
  readonly known?: true;
  /** What is always joined to `t`. */
  readonly join?: string;
  /** A condition that always holds. */
  readonly where?: string;
  readonly time: TimeBasis;
  readonly counts: Counting;
  /** The persons behind it, in whom groups are too small to be shown or not; `null` where nobody is. */
  readonly persons: Counting | null;
  /** The schema coordinate of the records behind it: whom its policy lets in sees exact numbers. */
  readonly records: string;
  /** What it can be grouped and filtered by, by the name in filters and rows. */
  readonly dimensions: Readonly<Record<string, Dimension>>;
}

/** What can be counted of an area's records, and which published figures that answers. */
export interface AreaMeasures {
  /** By their names in the graph. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** Of each counted table a statement that gives the day of its earliest record, or no value where it has none. */
  readonly earliest: Readonly<Record<string, string>>;
  /** By the codes of published measures. */
  readonly figures: Readonly<Record<string, FigureDefinition>>;
}

/** Whether the parts of a count sum to the whole, over periods and over groups that do not overlap. */
export function isAdditive({ counts }: Pick<Measure, "counts">): boolean {
  return counts.how !== "distinct";
}
