import type { Readable } from "node:stream";
import type { FormattedExecutionResult } from "graphql";
import type { GrowingSheet, Sheet } from "./tables/table";

/** An answer to which nothing is added or taken away any more: permitted, limited and recorded. */
export type FinishedAnswer = FormattedExecutionResult;

/** How the tables of an answer are written. A format is given what was answered and never the records behind it. */
export interface TableFormat {
  /** What `?format=` calls it, and what its files end with. */
  readonly name: string;
  /** What `Accept` calls it, and the content type of its answers. */
  readonly mediaType: string;
  /** Whether a file has one table, or all of an answer. */
  readonly holds: "one" | "all";
  /** Writes tables, of which there is one where the format holds one. */
  write(sheets: readonly Sheet[]): Written | Promise<Written>;
  /** Writes a table while its rows come, with others behind it where the format holds more than one. */
  stream(growing: GrowingSheet, others: readonly Sheet[]): Readable;
}

/** What is sent. */
export type Written = string | Uint8Array;
