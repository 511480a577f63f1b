import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { emptyDatabase, type EmptyDatabase } from "../../../test/support/postgres";
import { migrate, provision, withOwner } from "../subgraph/database-commands";
import { ImportBatch } from "./import-batch";
import { runImportCommand } from "./import-command";
import { office } from "./office.fixture";

let database: EmptyDatabase;
let folder: string;
beforeAll(async () => {
  database = await emptyDatabase("office");
  const { adminUrl: admin, ownerUrl: owner, appUrl: app } = database;
  await provision(office, { admin, owner, app });
  await migrate(office, { owner, app });
  folder = await mkdtemp(join(tmpdir(), "import-command-"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What the command writes, and the error it ends with. */
async function run(...args: string[]) {
  const written = { stdout: "", stderr: "", error: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    jest.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  try {
    await runImportCommand(office, args, (work) =>
      withOwner(office, { owner: database.ownerUrl }, work),
    );
  } catch (error) {
    written.error = error instanceof Error ? error.message : String(error);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written;
}

describe("the command import", () => {
  it("says what it did, for the file and by table, how long it took and what memory", async () => {
    const file = join(folder, "people.csv");
    await writeFile(file, "number,name,joined_on,room,tags\nP1,Ann,,R1,\nP2,Bob,,R1,\n");
    const dry = await run(file, "--dry-run");
    expect(dry).toMatchObject({ stderr: "", error: "" });
    expect(dry.stdout).toMatch(
      /^(people\.csv:[23]: .*\n){6}people: 2 rows: 2 inserted, 0 changed, 0 unchanged\n {2}room: 1 inserted, 0 changed\n {2}person: 2 inserted, 0 changed, 0 unchanged\n {2}person_tag: 0 inserted, 0 changed\n\d+\.\d s, \d+ rows\/s, at most \d+ MB of memory; read as UTF-8\.\nDry run: everything was taken back, nothing was written\.\n$/,
    );
    expect((await run(file)).stdout).toMatch(/^people: 2 rows: 2 inserted, 0 changed/);
    expect((await run(file)).stdout).toMatch(/^people: 2 rows: 0 inserted, 0 changed, 2 unchanged/);
  });

  it("gathers what to list in a dry run only", async () => {
    const file = join(folder, "listed.csv");
    await writeFile(file, "number,name,joined_on,room,tags\nP4,Dan,,R1,\n");
    const upsert = jest.spyOn(ImportBatch.prototype, "upsert");
    await run(file, "--dry-run");
    await run(file);
    const gathered = upsert.mock.contexts.map(({ newCells }) => newCells.length > 0);
    upsert.mockRestore();
    // Rooms, persons and their tags, twice.
    expect(gathered).toEqual([true, true, true, false, false, false]);
  });

  it("names the encoding that somebody said, as bytes alone do not show it", async () => {
    const file = join(folder, "said.csv");
    await writeFile(
      file,
      Buffer.from("number,name,joined_on,room,tags\nP7,H\xe9l\xe8ne,,R1,\n", "latin1"),
    );
    const { stdout } = await run(file, "--dry-run", "--encoding", "sjis");
    expect(stdout).toContain("people: 1 rows");
    expect(stdout).toContain('said.csv:2: name: "P7": on record nothing, in the sheet "H駘鈩e"\n');
    expect(stdout).toContain("; read as Shift_JIS, as --encoding says.\n");
  });

  it("reports problems on stderr, and fails", async () => {
    const file = join(folder, "bad.csv");
    await writeFile(file, "code\n\n");
    expect((await run(file)).error).toBe("");
    await writeFile(file, "number,name,joined_on,room,tags\nX1,Ann,,R1,\n");
    expect(await run(file)).toEqual({
      stdout: "",
      stderr: 'bad.csv:2: number: received "X1", expected a number as P1\n',
      error: "1 problem in 1 row; nothing was written.",
    });
  });

  it("is recorded for the operating system's user, and for the person who is named", async () => {
    const file = join(folder, "of-somebody.csv");
    const content = (name: string) => `number,name,joined_on,room,tags\nP9,${name},,R1,\n`;
    await writeFile(file, content("Ann"));
    expect((await run(file, "--actor", "ann")).error).toBe("");
    await writeFile(file, content("Anna"));
    expect((await run(file)).stderr).toContain(
      `expected "Ann", which is on record from "import by ${userInfo().username} for ann" since `,
    );
    expect((await run(file, "--actor", " ann ")).error).toBe("");
    expect((await run(file, "--actor", " ")).error).toBe(
      'Expected an actor of 1–200 characters, received " " (blank).',
    );
  });

  it("shows the header of a kind on stdout and explains its columns on stderr", async () => {
    const { stdout, stderr } = await run("--template", "people");
    expect(stdout).toBe("number,name,joined_on,room,tags\n");
    expect(stderr).toContain(
      "  joined_on\n      First day.\n      Expected: a date YYYY-MM-DD, or nothing. Example: 2024-04-01\n",
    );
  });

  it("lists the kinds where none is named, and says so where there is no such kind", async () => {
    expect((await run("--template")).stdout).toBe(
      "people  Who works in which room.\nrooms   Rooms.\n",
    );
    expect((await run("--template", "cats")).error).toBe(
      'Unknown kind "cats"; expected one of people, rooms.',
    );
  });

  it("refuses what it does not understand", async () => {
    expect((await run()).error).toMatch(/^Expected a file\.\n/);
    expect((await run("a.csv", "b.csv")).error).toMatch(/^Unexpected argument "b\.csv"\.\n/);
    expect((await run("a.csv", "--dry")).error).toMatch(/^Unknown option '--dry'\.\n/);
    expect((await run(folder)).error).toBe(`${folder} is a folder; expected a CSV file.`);
  });

  it("gives examples in its templates that it takes itself", () => {
    for (const { columns } of office.imports ?? []) {
      for (const { cell, example } of Object.values(columns)) {
        expect(cell.parse(example)).not.toBeUndefined();
      }
    }
  });
});
