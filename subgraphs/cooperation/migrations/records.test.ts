import { migratedDatabase } from "../../../test/support/owned-database";
import { cooperation } from "../cooperation";
import { Records1790100000000 } from "./1790100000000-records";
import { RecordHistories1790510000000 } from "./1790510000000-record-histories";

const published = [
  "SELECT id, valid FROM network_membership ORDER BY id",
  "SELECT network_code, edition, from_date, to_date, valid FROM network_chair ORDER BY 1, 2",
  "SELECT id, starts_on FROM network_event ORDER BY id",
  "SELECT event_id, country_code FROM network_event_participation ORDER BY 1, 2",
  "SELECT id, persons FROM invitation ORDER BY id",
];

it("the tables of records can be taken back and made again, and every fact stays as it was", async () => {
  const { database, close } = await migratedDatabase(cooperation);
  const runner = database.createQueryRunner();
  const facts = async () => {
    const rows: object[][] = [];
    for (const statement of published) rows.push((await runner.query(statement)) as object[]);
    return rows;
  };
  const records = () =>
    runner.query("SELECT DISTINCT state FROM network_event ORDER BY 1") as Promise<object[]>;
  try {
    const [before, states] = [await facts(), await records()];
    expect(before.map(({ length }) => length > 0)).toEqual([true, true, true, true, true]);
    await runner.startTransaction();
    const migration = new Records1790100000000();
    const histories = new RecordHistories1790510000000();
    await histories.down(runner);
    await migration.down(runner);
    expect(await facts()).toEqual(before);
    await migration.up(runner);
    await histories.up(runner);
    await runner.commitTransaction();
    expect(await facts()).toEqual(before);
    expect(await records()).toEqual(states);
    await runner.release();
    const changes = await database.transaction((manager) =>
      cooperation.loadFacts(cooperation.dataDirectory, manager),
    );
    const changed = changes.filter(
      ({ inserted, updated, deleted }) => inserted + updated + deleted,
    );
    expect(changed).toEqual([]);
  } finally {
    await close();
  }
});
