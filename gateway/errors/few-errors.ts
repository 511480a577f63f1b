import type { GraphQLFormattedError } from "graphql";

/** How many errors of one answer are shown with their paths. */
const mostErrors = 100;

/** The first errors of an answer, and for each code one that gives the number of the others. */
export function fewErrors(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const counts = new Map<unknown, number>();
  for (const { extensions } of errors.slice(mostErrors)) {
    const code = extensions?.["code"];
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const left = [...counts].map(([code, count]) => ({
    message: `Left out: ${count} more of these errors.`,
    extensions: { code },
  }));
  return [...errors.slice(0, mostErrors), ...left];
}
