/** A query of the graph, and of what type its answer is. */
export interface Operation<Answer> {
  /** Its GraphQL text, with everything it needs. */
  readonly document: string;
  /** Never there: it only carries the type. */
  readonly answer?: Answer;
}

/** Says of what type the answer to a query is. The tests hold the query against the schema. */
export function operation<Answer>(document: string): Operation<Answer> {
  return { document: document.trim() };
}
