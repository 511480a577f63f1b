import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { cloneDatabase, type TestDatabase } from "../support/postgres";

const project = join(__dirname, "..", "..");

let database: TestDatabase;
let directory: string;
beforeEach(async () => {
  database = await cloneDatabase("dispatch");
  directory = mkdtempSync(join(tmpdir(), "facts-"));
  cpSync(join(project, "subgraphs", "dispatch", "data"), directory, { recursive: true });
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await database.drop();
});

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

function load(...args: string[]): Promise<Outcome> {
  const program = join(project, "dist", "subgraphs", "dispatch", "main.js");
  const env = {
    ...process.env,
    OWNER_DATABASE_URL: database.ownerUrl,
    DATABASE_URL: database.appUrl,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "load", ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

function change(file: string, from: string, to: string): number {
  const path = join(directory, file);
  const content = readFileSync(path, "utf8");
  const place = content.indexOf(from);
  expect(place).toBeGreaterThan(0);
  writeFileSync(path, content.replace(from, to));
  return content.slice(0, place).split("\n").length;
}

/** Everything the database holds, so that "unchanged" means just that. */
async function contents(): Promise<unknown> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ table_name: string }>(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
    );
    const tables = rows.map(({ table_name }) => table_name);
    const held: unknown[] = [];
    for (const table of tables) {
      held.push(
        table,
        (await client.query(`SELECT t::text, xmin::text FROM "${table}" t ORDER BY 1`)).rows,
      );
    }
    return held;
  } finally {
    await client.end();
  }
}

describe("loading published facts", () => {
  it("changes nothing the second time", async () => {
    const before = await contents();
    const { code, stdout } = await load();
    expect(code).toBe(0);
    expect(stdout.trim().split("\n")).not.toHaveLength(0);
    expect(
      stdout
        .trim()
        .split("\n")
        .every((line) => line.endsWith(": 0 inserted, 0 updated, 0 deleted")),
    ).toBe(true);
    expect(await contents()).toEqual(before);
  });

  it("writes what changed and takes away what is gone", async () => {
    change(
      "published_figures.csv",
      "dsp-2018-stock,dispatch,dispatch_stock,stock,2019-03-31,,,2018,none,,,384,",
      "dsp-2018-stock,dispatch,dispatch_stock,stock,2019-03-31,,,2018,none,,,385,",
    );
    change("published_figures.csv", readLine("published_figures.csv", "dsp-2014-consult"), "");
    const { code, stdout } = await load(directory);
    expect(code).toBe(0);
    expect(stdout).toContain("published_figure: 0 inserted,");
    expect(stdout).toContain("1 deleted");
  });

  it("lets rows exchange what must be unique, and a code that others refer to change", async () => {
    const path = join(directory, "published_figures.csv");
    const altered = readFileSync(path, "utf8")
      .replace("region,LATIN_AMERICA,中南米,6", "region,SWAP,中南米,6")
      .replace("region,MIDDLE_EAST,中東,2", "region,LATIN_AMERICA,中東,2")
      .replace("region,SWAP,", "region,MIDDLE_EAST,")
      .replaceAll("dispatch_returns_resigned", "returned_and_resigned");
    writeFileSync(path, altered);
    change("measures.csv", "\ndispatch_returns_resigned,", "\nreturned_and_resigned,");
    const { code, stdout, stderr } = await load(directory);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("published_measure: 1 inserted, 0 updated, 1 deleted");
    expect(stdout).toContain("published_figure: 0 inserted, 3 updated, 0 deleted");
  });

  it("with a wrong code, a broken sum and a missing source ends with code 1, lists all three with their lines, and writes nothing", async () => {
    const before = await contents();
    const code = change(
      "published_figures.csv",
      ",region,AFRICA,アフリカ,33,",
      ",region,AFRIKA,アフリカ,33,",
    );
    const sum = change(
      "published_figures.csv",
      ",employer_type,MINISTRY,府省,341,",
      ",employer_type,MINISTRY,府省,340,",
    );
    const source = change(
      "dispatch_regions.csv",
      "EUROPE,欧州,Europe,en,2,npa-leaflet-fy2013",
      "EUROPE,欧州,Europe,en,2,npa-leaflet",
    );
    const total =
      readFileSync(join(directory, "published_figures.csv"), "utf8")
        .split("\n")
        .findIndex((line) => line.startsWith("dsp-2023-stock,")) + 1;
    const outcome = await load(directory);
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr.trim().split("\n").sort()).toEqual(
      [
        "3 problems; nothing was written.",
        `dispatch_regions.csv:${source}: source_id: received "npa-leaflet", expected an id of sources.csv`,
        `published_figures.csv:${code}: dimension_value: received "AFRIKA", expected a code of the dimension region`,
        `published_figures.csv:${total}: value: received 342, expected 341, the sum of its 2 parts by employer_type`,
      ].sort(),
    );
    expect(sum).toBeGreaterThan(total);
    expect(await contents()).toEqual(before);
  });

  it("refuses a folder that is not there, and an argument too many, in one line each", async () => {
    const missing = await load(join(directory, "nowhere"));
    expect(missing.code).toBe(1);
    expect(missing.stderr).toBe(`There is no folder ${join(directory, "nowhere")}.\n`);
    const tooMany = await load(directory, "more");
    expect(tooMany.code).toBe(1);
    expect(tooMany.stderr).toMatch(/^Unexpected argument "more"\./);
  });
});

function readLine(file: string, id: string): string {
  const content = readFileSync(join(directory, file), "utf8");
  return content.split(/(?<=\n)/).find((line) => line.startsWith(id)) ?? id;
}
