import { sharedFragment } from "../../../shared/share-link";

/** What the graph is asked. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The address at which the explorer opens with a query and its variables. */
export function explorerLink({ query, variables }: Asked): string {
  return `/explorer${sharedFragment({ query, variables: JSON.stringify(variables, null, 2) })}`;
}
