/** What is asked of the graph. */
export interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | undefined;
}
