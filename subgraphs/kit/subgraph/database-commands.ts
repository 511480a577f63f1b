import { escapeIdentifier } from "pg";
import type { DataSource, EntityManager } from "typeorm";
import { readersOf } from "./readers";
import { createDataSource } from "../database/data-source";
import { type DatabaseUrls, provisionDatabase, roleOf } from "../database/provision";
import { grantReaders } from "../database/reader-rights";
import { readerRole } from "../database/reader-role";
import type { FactChanges } from "../facts/write-facts";
import { changeTables } from "../mutation/change-tables";
import { declareLoaded } from "../statistics/declare-loaded";
import { measuresOf, migrationsOf, type SubgraphDefinition } from "./subgraph-definition";

type OwnerUrls = Pick<DatabaseUrls, "owner" | "app">;

/** Applies the migrations that are missing, all or none, and grants the restricted role what it reads and writes. */
export async function migrate(definition: SubgraphDefinition, urls: OwnerUrls): Promise<void> {
  await withOwner(definition, urls, async (database) => {
    await requireReaders(database, definition, urls.app);
    await database.runMigrations();
    await database.transaction((manager) => grantRights(manager, definition, urls.app));
  });
}

/** A database provisioned by an earlier version lacks the roles of readers, and its owner may not make roles. */
async function requireReaders(
  database: DataSource,
  definition: SubgraphDefinition,
  appUrl: string,
): Promise<void> {
  for (const { name } of readersOf(definition)) {
    const role = readerRole(roleOf(appUrl), name);
    const found = await database.query<unknown[]>("SELECT FROM pg_roles WHERE rolname = $1", [
      role,
    ]);
    if (found.length > 0) continue;
    throw new Error(
      `The database role "${role}" is missing: run provision or setup, which make it.`,
    );
  }
}

/** Gives the restricted role what it reads and writes, its readers what they read, and no more; at once, so that a running subgraph never lacks any. */
async function grantRights(
  manager: EntityManager,
  definition: SubgraphDefinition,
  appUrl: string,
): Promise<void> {
  const app = roleOf(appUrl);
  const role = escapeIdentifier(app);
  await manager.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
  await manager.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  for (const [table, privileges] of Object.entries({
    ...changeTables,
    ...definition.writableTables,
  })) {
    await manager.query(`GRANT ${privileges} ON ${escapeIdentifier(table)} TO ${role}`);
  }
  await grantReaders(manager, app, readersOf(definition));
}

/** Creates the database and its roles where they are missing. */
export async function provision(definition: SubgraphDefinition, urls: DatabaseUrls): Promise<void> {
  await provisionDatabase(urls, { readers: readersOf(definition).map(({ name }) => name) });
}

/**
 * Loads the published facts in one transaction, and declares from when on each counted table has
 * everything, where that is not declared yet: see {@link declareLoaded}.
 * @throws InvalidFacts with every problem; then nothing was written
 */
export async function load(
  definition: SubgraphDefinition,
  urls: Pick<DatabaseUrls, "owner">,
  directory = definition.dataDirectory,
): Promise<FactChanges[]> {
  return withOwner(definition, urls, (database) =>
    database.transaction(async (manager) => {
      const changes = await definition.loadFacts(directory, manager);
      for (const statement of declareLoaded(measuresOf(definition), { isKept: true })) {
        await manager.query(statement);
      }
      return changes;
    }),
  );
}

/** Provisions, migrates and loads: after it the subgraph can be served. */
export async function setUp(
  definition: SubgraphDefinition,
  urls: DatabaseUrls,
): Promise<FactChanges[]> {
  await provision(definition, urls);
  await migrate(definition, urls);
  return load(definition, urls);
}

/** Connects as the role that owns the tables for as long as `work` takes. */
export async function withOwner<Result>(
  definition: SubgraphDefinition,
  { owner }: Pick<DatabaseUrls, "owner">,
  work: (database: DataSource) => Promise<Result>,
): Promise<Result> {
  const database = createDataSource({
    url: owner,
    applicationName: `${definition.name} setup`,
    poolSize: 1,
    entities: definition.entities,
    migrations: migrationsOf(definition),
    isOfCommand: true,
  });
  await database.initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
