import { migratedDatabase } from "../../../test/support/owned-database";
import { migrationsOf } from "../../kit/subgraph/subgraph-definition";
import { fellowship } from "../fellowship";
import { Records1790100000000 } from "./1790100000000-records";

it("the tables of the office can be taken back and added again around published cohorts", async () => {
  const { database, close } = await migratedDatabase(fellowship);
  const ends = () =>
    database.query<object[]>("SELECT number, ends_on, ends_latest FROM cohort ORDER BY number");
  try {
    const before = await ends();
    await database.query(`
      INSERT INTO cohort (id, program_code, number, starts_on, starts_earliest, starts_latest, ends_on, ends_latest, fiscal_year)
      VALUES ('MIKE_MANSFIELD-50', 'MIKE_MANSFIELD', 50, '2023-04-01', '2023-04-01', '2023-04-01', '2024-03-31', '2024-03-31', 2023);
      INSERT INTO fellow (fellow_number, name, cohort_id, sending_agency_code, admitted_on)
      VALUES ('F-1', 'Ada', 'MIKE_MANSFIELD-50', 'US-DOD', '2023-03-01')`);
    const madeAt = ({ name }: { readonly name: string }) => Number(name.slice(-13));
    const office = migrationsOf(fellowship).filter(
      (each) => madeAt(each) >= madeAt(Records1790100000000),
    );
    for (let undone = 0; undone < office.length; undone += 1) await database.undoLastMigration();
    await database.runMigrations();
    expect(await ends()).toEqual(before);
    expect(before).toContainEqual({ number: 1, ends_on: "1997", ends_latest: "1997-12-31" });
    expect(before).toContainEqual({ number: 29, ends_on: "2026-06", ends_latest: "2026-06-30" });
    expect(before).toContainEqual({ number: 28, ends_on: null, ends_latest: null });
  } finally {
    await close();
  }
});
