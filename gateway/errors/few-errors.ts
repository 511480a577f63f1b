import type { GraphQLFormattedError } from "graphql";

/** How many errors of one answer are told with their paths. */
const mostErrors = 100;

/** Of the errors that came with an answer the first, and one that says how many more there are of which kinds. */
export function fewErrors(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const left = errors.slice(mostErrors);
  const [first] = left;
  if (!first) return [...errors];
  const counts = new Map<string, number>();
  for (const { extensions } of left) {
    const code = String(extensions?.["code"]);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const kinds = [...counts].map(([code, count]) => `${count} of ${code}`).join(", ");
  const message = `Left out are ${left.length} more errors: ${kinds}.`;
  const code: unknown = first.extensions?.["code"];
  return [...errors.slice(0, mostErrors), { message, extensions: { code } }];
}
