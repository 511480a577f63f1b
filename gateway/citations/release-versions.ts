import { getNamedType, getOperationAST, type GraphQLSchema, parse } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import type { CitedRelease } from "../pages/shared/citation/citation";
import type { OperationExecutor } from "../planning/operation-executor";
import { within } from "./within";

/** The last release of each area; `null` where there is none, nothing where it is not known. */
export type Releases = Readonly<Record<string, CitedRelease | null>>;

/** Finds the last releases of areas, as the caller of a request. What does not come in time is not known. */
export type FindReleases = (
  context: GatewayContext,
  areas: ReadonlySet<string>,
) => Promise<Releases>;

/** What the list of an area's releases is called, behind the name of the area. */
const ending = "Releases";
/** How long a subgraph may take to say its last release, milliseconds: the answer waits for it. */
const longest = 3_000;

/** Makes what asks the graph for its last releases, from the lists of releases that its schema has. */
export function findReleases(schema: GraphQLSchema, executor: OperationExecutor): FindReleases {
  const known = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, type }) =>
    name.endsWith(ending) && getNamedType(type).name === "StatisticsRelease"
      ? [name.slice(0, -ending.length)]
      : [],
  );
  return async (context, areas) => {
    // Each by itself, so that none waits for another.
    const found = await Promise.all(
      known.filter((area) => areas.has(area)).map((area) => lastRelease(executor, context, area)),
    );
    return Object.fromEntries(found.flat());
  };
}

async function lastRelease(
  executor: OperationExecutor,
  context: GatewayContext,
  area: string,
): Promise<[string, CitedRelease | null][]> {
  const name = `${area}${ending}`;
  const text = `query LastRelease { ${name} { vintage releasedAt } }`;
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) return [];
  // What it fails at, and whom it is about, is not the request's own.
  const own = { personalFields: [], persons: new Set<string>(), counted: new Set<string>() };
  const asked = executor.execute({
    document,
    operation,
    queryHash: text,
    request: { variables: {} },
    context: { ...context, ...own, failures: new Map() },
  });
  const releases = await within(longest, asked).then(
    ({ data }) => data?.[name],
    () => undefined,
  );
  return Array.isArray(releases) ? [[area, (releases as readonly CitedRelease[])[0] ?? null]] : [];
}

/**
 * What a citation says of releases: of each area, the last release, if it is known to have been the same before and after;
 * otherwise `null`.
 */
export function dataVersion(
  areas: ReadonlySet<string>,
  before: Releases,
  after: Releases,
): Record<string, CitedRelease | null> {
  return Object.fromEntries(
    [...areas].sort().map((area) => {
      const [one, other] = [before[area], after[area]];
      return [area, one && other && one.vintage === other.vintage ? one : null];
    }),
  );
}
