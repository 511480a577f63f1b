import type { FormattedExecutionResult } from "graphql";

/** An answer to which nothing is added or taken away any more: permitted, limited and recorded. */
export type FinishedAnswer = FormattedExecutionResult;

/** How an answer is written. A format is given the finished answer and never the records behind it. */
export interface AnswerFormat {
  /** What `?format=` calls it. */
  readonly name: string;
  /**
   * What `Accept` calls it, and the content type of its answers. JSON has none: GraphQL over HTTP has two for it, between
   * which Apollo Server chooses.
   */
  readonly mediaType?: string;
  /** Writes an answer as text or as bytes. */
  write(answer: FinishedAnswer): Written | Promise<Written>;
}

/** What is sent. */
export type Written = string | Uint8Array;
