import { escapeIdentifier } from "pg";
import type { DataSource, EntityManager } from "typeorm";
import { createDataSource } from "../database/data-source";
import { type DatabaseUrls, provisionDatabase, roleOf } from "../database/provision";
import type { FactChanges } from "../facts/write-facts";
import { changeTables } from "../mutation/change-tables";
import { migrationsOf, type SubgraphDefinition } from "./subgraph-definition";

type OwnerUrls = Pick<DatabaseUrls, "owner" | "app">;

/** Applies the migrations that are missing, all or none, and grants the restricted role what it reads and writes. */
export async function migrate(definition: SubgraphDefinition, urls: OwnerUrls): Promise<void> {
  await withOwner(definition, urls, async (database) => {
    await database.runMigrations();
    await database.transaction((manager) => grantRights(manager, definition, urls.app));
  });
}

/** Gives the restricted role what it reads and writes, and no more; at once, so that a running subgraph never lacks any. */
async function grantRights(
  manager: EntityManager,
  { writableTables }: SubgraphDefinition,
  appUrl: string,
): Promise<void> {
  const role = escapeIdentifier(roleOf(appUrl));
  await manager.query(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
  await manager.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  for (const [table, privileges] of Object.entries({ ...changeTables, ...writableTables })) {
    await manager.query(`GRANT ${privileges} ON ${escapeIdentifier(table)} TO ${role}`);
  }
}

/**
 * Loads the published facts in one transaction.
 * @throws InvalidFacts with every problem; then nothing was written
 */
export async function load(
  definition: SubgraphDefinition,
  urls: Pick<DatabaseUrls, "owner">,
  directory = definition.dataDirectory,
): Promise<FactChanges[]> {
  return withOwner(definition, urls, (database) =>
    database.transaction((manager) => definition.loadFacts(directory, manager)),
  );
}

/** Provisions, migrates and loads: after it the subgraph can be served. */
export async function setUp(
  definition: SubgraphDefinition,
  urls: DatabaseUrls,
): Promise<FactChanges[]> {
  await provisionDatabase(urls);
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
  });
  await database.initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
