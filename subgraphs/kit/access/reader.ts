/**
 * Which rows of a table a reader sees: all; those that a source states (`source_id`); those whose row of `parent`, or of
 * one of several, it sees; or none, if statements name the table but this reader must not see its rows.
 */
export type VisibleRows =
  | "all"
  | "sourced"
  | "none"
  | { readonly parent: string | readonly string[]; readonly by: string };

/** The tables that a reader can name in a statement, and which of their rows it sees. It has no right on any other. */
export type ReadableTables = Readonly<Record<string, VisibleRows>>;

/**
 * Callers who are not permitted to read the whole database. PostgreSQL enforces this with a role of their own, without
 * log-in.
 */
export interface Reader {
  /** Ends the name of the role, as in `recruitment_app_published`. */
  readonly name: string;
  /**
   * The scope of such callers, who do not have `<area>:records`. Without it, the reader is for all callers that have no
   * other.
   */
  readonly scope?: string;
  readonly tables: ReadableTables;
}

/** The part of a subgraph's definition about who reads what of its database. */
export interface Readable {
  /** The area; its scopes begin with it, as `recruitment:records`. */
  readonly name: string;
  /** What callers without `<area>:records` read. */
  readonly publishedTables: ReadableTables;
  /** Those among them who read another part of it. */
  readonly readers?: readonly Reader[];
  /** What statistics are counted from for callers who do not see the records behind them. */
  readonly statisticsTables?: ReadableTables;
}
