/** A code, and what people call it. */
export interface Label {
  /** As the graph has it, such as `ASIA` or `2013`. */
  readonly code: string;
  /** In the language of the page. */
  readonly name: string;
}
