// Fills the dispatch database of a stack with copies of its records, until there are enough dispatches.
import { Client } from "pg";
import { say } from "../support/run.mjs";
import { ownersUrl, productModule } from "../support/stack.mjs";

/** Tables of a person's records, with the columns that say whose they are. */
const copied = {
  official: ["id", "personnel_number"],
  official_home_agency: ["official_id"],
  dispatch: ["official_id"],
};

/** Copies officials with their home agencies and dispatches, each as other persons, until there are `rows` dispatches. */
export async function fill(stack, rows) {
  const { withoutIndexes } = productModule(stack.tree, "subgraphs/kit/demo/without-indexes.js");
  const owner = new Client({ connectionString: ownersUrl(stack, "dispatch") });
  // The stack may be stopped meanwhile: then what waits for an answer fails, and this says nothing besides.
  owner.on("error", () => undefined);
  await owner.connect();
  const { count } = (await owner.query("SELECT count(*)::integer FROM dispatch")).rows[0];
  const times = Math.ceil(rows / count) - 1;
  if (times > 0) {
    say(`Copying ${count} dispatches ${times} times …`);
    await owner.query("BEGIN");
    await withoutIndexes(owner, Object.keys(copied), async () => {
      for (const [table, ofPerson] of Object.entries(copied)) {
        await owner.query(await copySql(owner, table, ofPerson, times));
      }
    });
    await owner.query("COMMIT");
    await owner.query("VACUUM (ANALYZE)");
  }
  await owner.end();
}

async function copySql(owner, table, ofPerson, times) {
  const { rows } = await owner.query(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1
     AND is_generated = 'NEVER' AND is_identity = 'NO'
     AND column_name <> 'recorded_at' AND (column_name <> 'id' OR $2)`,
    [table, ofPerson.includes("id")],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => (ofPerson.includes(name) ? `${name} || '-' || copy` : name));
  return `INSERT INTO ${table} (${names.join(", ")}) SELECT ${values.join(", ")}
    FROM ${table} CROSS JOIN generate_series(1, ${times}) copy`;
}
