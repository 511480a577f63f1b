import { Client } from "pg";
import type { DataSource } from "typeorm";
import { createDataSource } from "../../subgraphs/kit/database/data-source";
import {
  migrationsOf,
  type SubgraphDefinition,
} from "../../subgraphs/kit/subgraph/subgraph-definition";
import { cloneDatabase } from "./postgres";

/** A database of its own for the tests of a file, and how to leave it. */
interface Owned {
  /** Closes the connection and drops the database. */
  close(): Promise<void>;
}

/** A database of a subgraph, and a connection to it as its owner. */
export async function ownedDatabase(subgraph: string): Promise<Owned & { owner: Client }> {
  const database = await cloneDatabase(subgraph);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  return {
    owner,
    close: async () => {
      await owner.end();
      await database.drop();
    },
  };
}

/** A database of a subgraph with its migrations, to undo and run again, over one connection as its owner. */
export async function migratedDatabase(
  definition: SubgraphDefinition,
): Promise<Owned & { database: DataSource }> {
  const clone = await cloneDatabase(definition.name);
  const database = createDataSource({
    url: clone.ownerUrl,
    applicationName: "migrations",
    poolSize: 1,
    entities: definition.entities,
    migrations: migrationsOf(definition),
  });
  await database.initialize();
  return {
    database,
    close: async () => {
      await database.destroy();
      await clone.drop();
    },
  };
}
