import { createDataSource } from "../../subgraphs/kit/database/data-source";
import { migrationsOf } from "../../subgraphs/kit/subgraph/subgraph-definition";
import { definitions } from "../support/definitions";
import { cloneDatabase } from "../support/postgres";

/** The tables every subgraph has about its changes, which are nobody's entities. */
const everywhere = [
  ...["change_commit", "idempotency_key", "record_coverage", "synthetic_dataset"],
  ...["release", "release_basis", "released_cell", "released_table"],
];

/** The tables with a history. */
const remembered: Readonly<Record<string, string>> = {
  recruitment: "registration",
  dispatch: "dispatch",
};

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
      const table = remembered[name];
      const history = table === undefined ? [] : [`${table}_history`, "history_start"];
      expect(before).toEqual([...ofEntities, ...everywhere, ...history].sort());
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
