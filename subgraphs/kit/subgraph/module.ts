import type { EntityTarget, ObjectLiteral } from "typeorm";
import type { DeclaredPersons } from "../access/persons-seen";
import type { ReadableTables } from "../access/reader";
import { statisticsReader } from "./readers";
import type { DeclaredAccess } from "../access/with-access";
import type { ListSizes } from "../graphql/list-costs";
import type { ImportDefinition } from "../import/import-definition";
import type { RequestContext } from "../request/request-context";
import type { SubgraphDefinition } from "./subgraph-definition";

/** What one aggregate brings into its subgraph. */
export interface Module {
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
  /** The migrations of its tables alone; they run by the time in their names, whichever module has them. */
  readonly migrations?: SubgraphDefinition["migrations"];
  /** Its queries, what it adds to other types, and its mutations. */
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql identifies resolvers by their class
  readonly resolvers?: readonly Function[];
  /** Its types that nothing in its subgraph leads to: others name them by their key. */
  // oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql identifies types by their class
  readonly types?: readonly Function[];
  /** Who is permitted to see it. */
  readonly access?: DeclaredAccess;
  /** Whom it is about. */
  readonly persons?: DeclaredPersons<RequestContext>;
  /** The most elements of its plain lists. */
  readonly listSizes?: ListSizes;
  /** What the restricted role is permitted to do with its tables besides reading them. */
  readonly writable?: Readonly<Record<string, string>>;
  /** Which of its tables each reader sees, by the reader's name: `published`, `statistics` or one of the area's own. */
  readonly readable?: Readonly<Record<string, ReadableTables>>;
  /** The spreadsheets it takes. */
  readonly imports?: readonly ImportDefinition[];
}

/** What modules make of a subgraph. */
export type ComposedModules = Pick<
  SubgraphDefinition,
  | "access"
  | "entities"
  | "imports"
  | "listSizes"
  | "migrations"
  | "persons"
  | "publishedTables"
  | "resolvers"
  | "types"
> &
  Required<Pick<SubgraphDefinition, "readers" | "statisticsTables" | "writableTables">>;

/**
 * Puts modules together, in their order.
 *
 * @param scopes - the area's own readers, who see besides their tables what is published: name → scope
 */
export function composed(
  modules: readonly Module[],
  scopes: Readonly<Record<string, string>> = {},
): ComposedModules {
  const publishedTables = tablesOf(modules, "published");
  return {
    entities: modules.flatMap(({ entities = [] }) => entities),
    migrations: modules.flatMap(({ migrations = [] }) => migrations),
    resolvers: modules.flatMap(({ resolvers = [] }) => resolvers) as never,
    types: modules.flatMap(({ types = [] }) => types),
    imports: modules.flatMap(({ imports = [] }) => imports),
    access: merged(modules, "access"),
    persons: merged(modules, "persons"),
    listSizes: merged(modules, "listSizes"),
    writableTables: merged(modules, "writable"),
    publishedTables,
    readers: Object.entries(scopes).map(([name, scope]) => ({
      name,
      scope,
      tables: { ...publishedTables, ...tablesOf(modules, name) },
    })),
    statisticsTables: tablesOf(modules, statisticsReader),
  };
}

/**
 * What modules say of one part.
 * @throws Error where two say something of the same
 */
function merged<Part extends "access" | "persons" | "listSizes" | "writable">(
  modules: readonly Module[],
  part: Part,
): NonNullable<Module[Part]> {
  return once(
    part,
    modules.map((module) => module[part]),
  ) as NonNullable<Module[Part]>;
}

function tablesOf(modules: readonly Module[], reader: string): ReadableTables {
  const tables = modules.map(({ readable }) => readable?.[reader]);
  return once(`what ${reader} reads`, tables) as ReadableTables;
}

function once(what: string, parts: readonly (object | undefined)[]): object {
  const all = parts.flatMap((part) => Object.entries(part ?? {}) as [string, unknown][]);
  const names = all.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new Error(`two modules give ${what} of ${twice}`);
  return Object.fromEntries(all);
}
