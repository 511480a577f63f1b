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
  /** The most values it can have, so that the size of a grouping is known before it is read. */
  readonly most: number;
  /** Its values in their own order; without it, in the order of their code units. */
  readonly order?: readonly string[];
  /** What has to be joined to `t` for it. */
  readonly join?: string;
  /**
   * The schema coordinate whose policy this dimension needs besides that of the records: only callers whom both permit
   * see exact numbers by it.
   */
  readonly records?: string;
  /**
   * The coarser dimension that its groups are within, as countries are within regions. Because this is public, what is
   * released of one depends on what is released of the other.
   */
  readonly within?: string;
  /** True if only callers who see the records can use it. */
  readonly isInternal?: true;
  /** Its values, if they are a closed list: a filter by another is refused. */
  readonly codes?: ClosedList;
  /** True if its tables keep no history. */
  readonly isKnownNowOnly?: true;
  /**
   * True if what is counted can have several of its values at once, so that the parts can sum to more than the whole.
   */
  readonly overlapping?: true;
}

/** When something is counted. */
export type TimeBasis =
  /** What exists on a day; `day` is the SQL of the day. */
  | { readonly kind: "STOCK"; readonly on: (day: string) => string }
  /** What happens on a day; `fiscalYear`, if given, decides the year in which it counts instead of the day. */
  | { readonly kind: "FLOW"; readonly day: string; readonly fiscalYear?: string };

/** Which tables of a measure everybody is shown, from releases. */
export interface ReleasedTables {
  /** The dimensions of each table: none for the total, one, two that cross, or a fine one with the one it lies within. */
  readonly by: readonly (readonly string[])[];
  /** Days on which the total of a stock is released besides each 31 March: those of which a figure was published. */
  readonly days?: readonly string[];
  /** Whether the total of a stock with flows is released as of the end of each quarter too, of years in which it is safe. */
  readonly quarterEnds?: true;
}

/**
 * How the numbers of a measure follow from those of others that are counted of the same persons. Anybody can compute
 * with that, so such measures are protected together. Each names a measure of the area.
 */
export interface LinkedMeasures {
  /** Of a stock: the flows in and out, which have its dimensions: one year's stock, and what came, less what went. */
  readonly flows?: { readonly in: string; readonly out: string };
  /** The measure that counts these persons and others: how many others is a number too, which is protected. */
  readonly partOf?: string;
  /** The measure that counts these persons and others, where how many others need not be protected. */
  readonly atMost?: string;
  /** Of a stock: the flow by which everybody in it came, this year or before. */
  readonly cameBy?: string;
  /** What is counted are groups of another measure that are not empty: it is shown where that is. */
  readonly groupsOf?: { readonly measure: string; readonly dimension: string };
}

/** One measure of statistics, with everything that decides its numbers in one place. */
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
  /** True if the database keeps the history of the table, so that `knownAt` can be asked for. */
  readonly known?: true;
  /** What is always joined to `t`. */
  readonly join?: string;
  /** A condition that always holds. */
  readonly where?: string;
  readonly time: TimeBasis;
  readonly counts: Counting;
  /**
   * How the persons behind it are counted, to decide if a group is too small to be shown; `null` if it is not about
   * persons.
   */
  readonly persons: Counting | null;
  /** The schema coordinate of the records behind it: callers who are permitted to see them are shown exact numbers. */
  readonly records: string;
  /** The dimensions it can be grouped and filtered by, by their name in filters and rows. */
  readonly dimensions: Readonly<Record<string, Dimension>>;
  /** What everybody is shown of it; absent: nothing, if it is about persons. */
  readonly released?: ReleasedTables;
  readonly linked?: LinkedMeasures;
}

/** What can be counted of an area's records, and how published figures are computed from it. */
export interface AreaMeasures {
  /** By their names in the graph. */
  readonly measures: Readonly<Record<string, Measure>>;
  /** The scope of analysts: callers who do not see the records, and for whom protected tables are counted on request. */
  readonly analystScope: string;
  /** For each counted table, a statement that returns the day of its earliest record, or no value if there is none. */
  readonly earliest: Readonly<Record<string, string>>;
  /** By the codes of published measures. */
  readonly figures: Readonly<Record<string, FigureDefinition>>;
}

/** True if the parts of a count sum to the whole, over periods and over groups that do not overlap. */
export function isAdditive({ counts }: Pick<Measure, "counts">): boolean {
  return counts.how !== "distinct";
}
