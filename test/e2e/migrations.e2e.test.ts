import { createDataSource } from "../../subgraphs/kit/database/data-source";
import { migrationsOf } from "../../subgraphs/kit/subgraph/subgraph-definition";
import { definitions } from "../support/definitions";
import { cloneDatabase } from "../support/postgres";

/** The tables every subgraph has about its changes, which are nobody's entities. */
const everywhere = [
  ...["change_commit", "idempotency_key", "record_coverage", "synthetic_dataset"],
  ...["release", "release_basis", "released_cell", "released_table"],
];

/** What offices write and what has no history: its rows never change. */
const appendOnly = new Set(["stage_transition"]);

it.each(definitions)(
  "the migrations of $name make a table for each entity and those of changes, and can be taken back and made again",
  async (definition) => {
    const { name, entities } = definition;
    const migrations = migrationsOf(definition);
    const clone = await cloneDatabase(name);
    const database = createDataSource({
      url: clone.ownerUrl,
      applicationName: `${name} migrations`,
      poolSize: 1,
      entities,
      migrations,
    });
    await database.initialize();
    const tables = async () => {
      const rows = await database.query<{ tablename: string }[]>(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1",
      );
      return rows.map(({ tablename }) => tablename);
    };
    try {
      const before = await tables();
      const ofEntities = database.entityMetadatas.map(({ tableName }) => tableName);
      const written = Object.keys(definition.writableTables ?? {}).filter(
        (one) => !appendOnly.has(one),
      );
      const histories = ["history_start", ...written.map((one) => `${one}_history`)];
      expect(before).toEqual([...ofEntities, ...everywhere, ...histories].sort());
      for (let left = migrations.length; left > 0; left -= 1) await database.undoLastMigration();
      expect(await tables()).toEqual([]);
      await database.runMigrations();
      expect(await tables()).toEqual(before);
    } finally {
      await database.destroy();
      await clone.drop();
    }
  },
);
