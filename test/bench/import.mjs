// Imports files of 10,000 dispatches and of 100,000 (or ROWS) with the built program, and the larger one again: rows a
// second and the most memory. OWNER_DATABASE_URL is a dispatch database that is set up and may be filled with rows.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";

const fewer = 10_000;
const most = Number(process.env.ROWS ?? 100_000);
const program = new URL("../../dist/subgraphs/dispatch/main.js", import.meta.url).pathname;
const header =
  "personnel_number,organization,post,legal_basis,country,planned_from,planned_to,consent_on,started_on,returned_on,cancelled_on,cancellation_reason,pay_ratio,npa_consulted_on";

const owner = new Client({ connectionString: process.env.OWNER_DATABASE_URL });
await owner.connect();
await owner.query(
  `INSERT INTO organization (code, name_en, type_code, region_code, country_code)
   SELECT 'BENCH-' || i, 'Organization ' || i, 'UNITED_NATIONS', 'EUROPE', 'CH' FROM generate_series(0, 49) i`,
);
await owner.query(
  `INSERT INTO official (id, personnel_number, name)
   SELECT 'bench-' || i, 'BENCH-' || i, '試験 太郎' FROM generate_series(0, $1::integer) i`,
  [fewer + most],
);
await owner.query(
  `INSERT INTO official_home_agency (official_id, agency_code, from_date)
   SELECT id, 'JP-METI', '2015-04-01' FROM official WHERE id LIKE 'bench-%'`,
);
await owner.end();

const folder = await mkdtemp(join(tmpdir(), "bench-import-"));
async function importing(name, from, rows) {
  const path = join(folder, `${name}.csv`);
  const row = (official) =>
    `BENCH-${official},BENCH-${official % 50},Adviser,ART2_1_1,,2020-04-01,2022-04-01,2020-01-10,2020-04-01,${official % 3 === 0 ? "" : "2022-03-01"},,,70,`;
  const lines = Array.from({ length: rows }, (_unused, index) => row(from + index));
  await writeFile(path, `${[header, ...lines].join("\n")}\n`);
  const { stdout } = await promisify(execFile)(process.execPath, [program, "import", path]);
  console.log(stdout.trim());
}
try {
  await importing("fewer", most, fewer);
  await importing("most", 0, most);
  await importing("most", 0, most);
} finally {
  await rm(folder, { recursive: true });
}
