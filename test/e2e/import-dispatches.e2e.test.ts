import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
import { encode } from "iconv-lite";
import { Client } from "pg";
import { cloneDatabase, type TestDatabase } from "../support/postgres";

// What is kept of each row would show at this many already: a row with its record takes more than a kilobyte.
const most = 12_000;
const fewer = 2_000;
const megabytesMore = 25;
const header =
  "personnel_number,organization,post,legal_basis,country,planned_from,planned_to,consent_on,started_on,returned_on,cancelled_on,cancellation_reason,pay_ratio,npa_consulted_on";

let database: TestDatabase;
let owner: Client;
let folder: string;
beforeAll(async () => {
  database = await cloneDatabase("dispatch");
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `INSERT INTO organization (code, name_en, type_code, region_code, country_code)
     SELECT 'ORG-' || i, 'Organization ' || i, 'UNITED_NATIONS', 'EUROPE', 'CH' FROM generate_series(0, 49) i`,
  );
  await owner.query(
    `INSERT INTO official (id, personnel_number, name)
     SELECT 'official-' || i, 'P-' || i, '試験 太郎' FROM generate_series(0, $1::integer) i`,
    [most + fewer],
  );
  await owner.query(
    `INSERT INTO official_home_agency (official_id, agency_code, from_date)
     SELECT id, 'JP-METI', '2015-04-01' FROM official`,
  );
  folder = await mkdtemp(join(tmpdir(), "import-dispatches-"));
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly problems: string[];
  readonly megabytes: number;
}

/** Runs the built program on a file of the folder. */
async function importing(file: string, ...flags: string[]): Promise<Run> {
  const program = join(__dirname, "..", "..", "dist", "subgraphs", "dispatch", "main.js");
  const child = spawn(process.execPath, [program, "import", join(folder, file), ...flags], {
    env: { ...process.env, OWNER_DATABASE_URL: database.ownerUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const megabytes = Number(/at most (\d+) MB/.exec(stdout)?.[1] ?? NaN);
  const problems = stderr.split("\n").filter((line) => line.includes(": received "));
  return { code, stdout, problems, megabytes };
}

/** The row of an official's dispatch; every third goes on. */
function row(official: number, cells: Readonly<{ consent?: string; to?: string }> = {}): string {
  const { consent = "2020-01-10", to = "2022-04-01" } = cells;
  const returned = official % 3 === 0 ? "" : "2022-03-01";
  return `P-${official},ORG-${official % 50},Adviser,ART2_1_1,,2020-04-01,${to},${consent},2020-04-01,${returned},,,70,`;
}

/** Writes a file of the rows of officials from one on. */
async function writeRows(
  file: string,
  from: number,
  count: number,
  others: Readonly<Record<number, string>> = {},
): Promise<void> {
  function* lines(): Generator<string> {
    yield `${header}\n`;
    for (let at = 0; at < count; at += 1) yield `${others[at + 2] ?? row(from + at)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, file)));
}

/** How much there is, and which is the last change on record. */
async function contents(): Promise<unknown> {
  const { rows } = await owner.query<Record<string, unknown>>(
    `SELECT (SELECT count(*)::integer FROM dispatch) AS dispatches,
       (SELECT sum(version)::integer FROM dispatch) AS versions,
       (SELECT count(*)::integer FROM official) AS officials,
       (SELECT max(id) FROM change_record) AS changed`,
  );
  return rows[0];
}

describe("importing dispatches with the built program", () => {
  it("lists all that is wrong with a file, by line and column, and writes nothing", async () => {
    const others = {
      3: row(1, { consent: "" }),
      700: row(698, { to: "2020-02-30" }),
      1_751: row(999_999),
      2_450: row(2_448).replace("ART2_1_1", "ART2_1_2"),
      3_501: row(5).replace("2020-04-01,2022", "2021-04-01,2022"),
    };
    // More than three times as many as are taken at a time.
    await writeRows("bad.csv", 0, 3_500, others);
    const before = await contents();
    const { code, stdout, problems } = await importing("bad.csv");
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(problems.map((problem) => problem.split(": ").slice(0, 2))).toEqual([
      ["bad.csv:3", "consent_on"],
      ["bad.csv:700", "planned_to"],
      ["bad.csv:1751", "personnel_number"],
      ["bad.csv:2450", "legal_basis"],
      ["bad.csv:3501", "started_on"],
    ]);
    expect(problems[4]).toContain("(line 7)");
    expect(await contents()).toEqual(before);
  });

  it("takes everything back in a dry run", async () => {
    await writeRows("dry.csv", 0, 1_000);
    const before = await contents();
    const { code, stdout } = await importing("dry.csv", "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("1000 inserted");
    expect(stdout).toContain("nothing was written");
    expect(await contents()).toEqual(before);
  });

  it("takes 12,000 rows in the memory of 2,000, and changes nothing the second time", async () => {
    await writeRows("fewer.csv", most, fewer);
    await writeRows("most.csv", 0, most);
    const small = await importing("fewer.csv");
    const large = await importing("most.csv");
    const written = await contents();
    const again = await importing("most.csv");
    console.info([small, large, again].map(({ stdout }) => stdout).join(""));
    expect([small.code, large.code, again.code]).toEqual([0, 0, 0]);
    expect(large.stdout).toContain("12000 rows: 12000 inserted, 0 changed, 0 unchanged");
    expect(again.stdout).toContain("12000 rows: 0 inserted, 0 changed, 12000 unchanged");
    expect(written).toMatchObject({ dispatches: most + fewer, versions: most + fewer });
    expect(await contents()).toEqual(written);
    expect(large.megabytes).toBeLessThan(small.megabytes + megabytesMore);
    expect(again.megabytes).toBeLessThan(small.megabytes + megabytesMore);
  });

  it("reads names in Shift_JIS as Windows writes them", async () => {
    const name = "髙橋 ①～";
    const lines = [
      "personnel_number,name,name_kana,home_agency,from",
      `SJIS-1,${name},タカハシ,JP-METI,2015-04-01`,
    ];
    await writeFile(join(folder, "officials.csv"), encode(`${lines.join("\r\n")}\r\n`, "cp932"));
    expect((await importing("officials.csv")).problems).toEqual([
      expect.stringContaining("officials.csv:2: row: received bytes that are not UTF-8"),
    ]);
    const said = ["--encoding", "shift_jis"];
    const { stdout } = await importing("officials.csv", ...said);
    expect(stdout).toContain("1 rows: 1 inserted");
    expect(stdout).toContain("read as Shift_JIS, as --encoding says.");
    const { rows } = await owner.query<{ name: string }>(
      "SELECT name FROM official WHERE personnel_number = 'SJIS-1'",
    );
    expect(rows[0]?.name).toBe(name);
    const before = await contents();
    expect((await importing("officials.csv", ...said)).stdout).toContain("1 unchanged");
    expect(await contents()).toEqual(before);
  });
});
