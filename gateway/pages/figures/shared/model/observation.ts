import type { Agreement, Confidence } from "../graph/answers";
import type { Counted } from "./counted";
import type { Label } from "./label";

/** Where a number stands. */
export interface Origin {
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: string | null;
  readonly url: string | null;
  /** The place in the document. */
  readonly locator: string | null;
}

/** A number as one publication gives it. */
export interface Published {
  /** Its stable name in the graph. */
  readonly id: string;
  /** Null where it is known to have been published, but not what it is. */
  readonly value: number | null;
  readonly revision: number;
  readonly confidence: Confidence;
  readonly agreement: Agreement;
  /** The count from records less the published number. */
  readonly difference: number | null;
  /** The same counted from records, for this comparison. */
  readonly counted: Counted;
  readonly note: string | null;
  readonly origin: Origin;
}

/** What is known of one group at one time: as it was published, and as it is counted from records. */
export interface Observation {
  /** A fiscal year, round or cohort. */
  readonly period: Label;
  readonly group: Label;
  /** In all publications, oldest revision first; empty where nobody published it. */
  readonly published: readonly Published[];
  readonly counted: Counted;
}
