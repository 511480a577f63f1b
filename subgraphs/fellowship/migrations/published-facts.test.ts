import { cloneDatabase } from "../../../test/support/postgres";
import { createDataSource } from "../../kit/database/data-source";
import { fellowship } from "../fellowship";

it("takes all tables of fellowship back and makes them again", async () => {
  const clone = await cloneDatabase("fellowship");
  const database = createDataSource({
    url: clone.ownerUrl,
    applicationName: "fellowship migrations",
    poolSize: 1,
    entities: fellowship.entities,
    migrations: fellowship.migrations,
  });
  await database.initialize();
  const tables = async () =>
    (
      await database.query<{ tablename: string }[]>(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1",
      )
    ).map(({ tablename }) => tablename);
  try {
    const before = await tables();
    expect(before).toEqual(database.entityMetadatas.map(({ tableName }) => tableName).sort());
    await database.undoLastMigration();
    expect(await tables()).toEqual([]);
    await database.runMigrations();
    expect(await tables()).toEqual(before);
  } finally {
    await database.destroy();
    await clone.drop();
  }
});
