import { getNamedType, getOperationAST, type GraphQLSchema, parse } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import type { CitedRelease } from "../pages/shared/citation/citation";
import type { OperationExecutor } from "../planning/operation-executor";

/** The last release of each area; `null` where there is none, nothing where it is not known. */
export type Releases = Readonly<Record<string, CitedRelease | null>>;

/** Finds the last releases, as the caller of a request. */
export type FindReleases = (context: GatewayContext) => Promise<Releases>;

/** What the list of an area's releases is called, behind the name of the area. */
const ending = "Releases";

/** Makes what asks the graph for its last releases, from the lists of releases that its schema has. */
export function findReleases(schema: GraphQLSchema, executor: OperationExecutor): FindReleases {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name, type }) => name.endsWith(ending) && getNamedType(type).name === "StatisticsRelease",
  );
  const names = fields.map(({ name }) => name);
  const text = `query LastReleases { ${names.map((name) => `${name} { vintage releasedAt }`).join(" ")} }`;
  const document = names.length > 0 ? parse(text) : undefined;
  const operation = document && getOperationAST(document);
  if (!operation) return () => Promise.resolve({});
  return async (context) => {
    const { data } = await executor.execute({
      document,
      operation,
      queryHash: text,
      request: { variables: {} },
      // What it fails at, and whom it is about, is not the request's own.
      context: {
        ...context,
        personalFields: [],
        persons: new Set(),
        counted: new Set(),
        failures: new Map(),
      },
    });
    return Object.fromEntries(
      names.flatMap((name) => {
        const releases = data?.[name];
        if (!Array.isArray(releases)) return [];
        const last = (releases as readonly CitedRelease[])[0] ?? null;
        return [[name.slice(0, -ending.length), last]];
      }),
    );
  };
}

/**
 * What a citation says of releases: of the areas that were asked, the last release, if it was the same before and after;
 * otherwise `null`.
 */
export function dataVersion(
  areas: ReadonlySet<string>,
  before: Releases,
  after: Releases,
): Record<string, CitedRelease | null> {
  return Object.fromEntries(
    [...areas].sort().flatMap((area) => {
      if (!(area in before) && !(area in after)) return [];
      const [one, other] = [before[area], after[area]];
      return [[area, one && other && one.vintage === other.vintage ? one : null]];
    }),
  );
}
