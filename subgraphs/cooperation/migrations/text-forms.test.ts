import { migratedDatabase } from "../../../test/support/owned-database";
import { cooperation } from "../cooperation";
import { TextForms1790310000000 } from "./1790310000000-text-forms";

it("names the rows that would have one title, and changes nothing", async () => {
  const { database, close } = await migratedDatabase(cooperation);
  const runner = database.createQueryRunner();
  const migration = new TextForms1790310000000();
  const indexes = () =>
    runner.query("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1");
  try {
    await migration.down(runner);
    const before = (await indexes()) as object[];
    await runner.query(
      `INSERT INTO work_plan (id, network_code, title, from_date)
       SELECT 'plan-' || number, code, title, '2026-04-01' FROM (SELECT min(code) AS code FROM network) n,
         (VALUES ('a', '試験計画 第１期'), ('b', '試験計画  第1期'), ('c', '試験計画 第2期')) AS given (number, title)`,
    );
    await runner.startTransaction();
    await expect(migration.up(runner)).rejects.toThrow(
      "Expected the title of each row of work_plan to be its own, however it is typed; received the same of plan-a and plan-b. Change all but one of each",
    );
    await runner.rollbackTransaction();
    expect(await indexes()).toEqual(before);
    await runner.query("UPDATE work_plan SET title = '試験計画 第1期 (別)' WHERE id = 'plan-b'");
    await migration.up(runner);
  } finally {
    await runner.release();
    await close();
  }
});
