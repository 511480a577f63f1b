import type { Readable, Reader } from "../access/reader";
import type { Caller } from "../caller";
import { coverageTable } from "../statistics/coverage-table";

/** The name of the reader that counts for those who do not see what is counted. */
export const statisticsReader = "statistics";

/** All readers of a subgraph's database who are held to part of it. */
export function readersOf({
  publishedTables,
  readers = [],
  statisticsTables,
}: Readable): readonly Reader[] {
  return [
    { name: "published", tables: publishedTables },
    ...readers,
    ...(statisticsTables
      ? [
          {
            name: statisticsReader,
            tables: { ...statisticsTables, [coverageTable]: "all" as const },
          },
        ]
      : []),
  ];
}

/** The reader a caller is; `undefined` where it has `<area>:records`, which alone opens the whole database. */
export function readerOf(subgraph: Readable, { scopes }: Caller): Reader | undefined {
  if (scopes.has(`${subgraph.name}:records`)) return undefined;
  const [published, ...others] = readersOf(subgraph);
  return others.find(({ scope }) => scope !== undefined && scopes.has(scope)) ?? published;
}
