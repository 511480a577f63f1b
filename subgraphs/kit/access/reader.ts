/**
 * Which rows of a table a reader sees: all; those a source states (`source_id`); those whose row of `parent` it sees; or
 * none, where a statement names the table but what it holds is not for this reader.
 */
export type VisibleRows =
  "all" | "sourced" | "none" | { readonly parent: string; readonly by: string };

/** The tables a reader may name in a statement, and which of their rows it sees. It has no right on any other. */
export type ReadableTables = Readonly<Record<string, VisibleRows>>;

/** Callers who may not read the whole database. PostgreSQL holds them to it, by a role of their own without log-in. */
export interface Reader {
  /** Ends the name of the role, as in `recruitment_app_published`. */
  readonly name: string;
  /** What such a caller has of the area instead of `<area>:records`; without it, every caller that no other reader is. */
  readonly scope?: string;
  readonly tables: ReadableTables;
}

/** What says who reads what of a subgraph's database. */
export interface Readable {
  /** The area; its scopes begin with it, as `recruitment:records`. */
  readonly name: string;
  /** What callers without `<area>:records` read. */
  readonly publishedTables: ReadableTables;
  /** Who of them reads another part of it. */
  readonly readers?: readonly Reader[];
  /** What statistics are counted from for callers who do not see the records behind them. */
  readonly statisticsTables?: ReadableTables;
}
