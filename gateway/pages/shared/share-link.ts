/** What a link to the explorer carries. */
export interface Shared {
  readonly query: string;
  /** As they are written in the editor. */
  readonly variables: string;
}

/**
 * The fragment of an address that carries an operation and its variables. Browsers do not send a fragment, so neither
 * this server nor a proxy on the way sees it. Headers and tokens are never in it.
 */
export function sharedFragment({ query, variables }: Shared): string {
  const has = variables.trim() !== "" && variables.trim() !== "{}";
  return `#${new URLSearchParams({ operation: query, ...(has && { variables }) }).toString()}`;
}

/** Reads what {@link sharedFragment} wrote; `undefined` where a fragment carries no operation. */
export function readSharedFragment(fragment: string): Shared | undefined {
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const query = said.get("operation");
  return query === null ? undefined : { query, variables: said.get("variables") ?? "" };
}
