import { userInfo } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { emptyDatabase } from "../../../test/support/postgres";
import { header, OfficeImports } from "./office-imports.fixture";

let imports: OfficeImports;
let client: Client;

beforeAll(async () => {
  imports = await OfficeImports.open(emptyDatabase("office"));
  ({ client } = imports);
});
beforeEach(() => imports.clear());
afterAll(() => imports.close());

const importing = (content: string | Buffer, dryRun = false) => imports.import(content, { dryRun });
const rows = (sql: string) => imports.rows(sql);
const count = async (table: string) => (await rows(`SELECT count(*)::integer FROM ${table}`))[0];
const contents = () =>
  rows(`SELECT t.*, t.xmin::text, t.ctid::text FROM person t ORDER BY t.number`);

/** Numbered people, one in ten rooms, each with its own line for those that are given. */
function manyPeople(most: number, lines: Readonly<Record<number, string>> = {}): string {
  const all = Array.from(
    { length: most },
    (_, index) => lines[index + 2] ?? `P${index},人 ${index},2024-04-01,R${index % 10},`,
  );
  return `${header}\n${all.join("\n")}\n`;
}

describe("importing a spreadsheet", () => {
  it("writes its rows and what they refer to, counts them by table, and notes every one", async () => {
    const { summary, reported } = await importing(
      `${header}\nP1,Ann,2024-04-01,R1,a b\nP2,"Bo\nB",,R1,\n`,
    );
    expect(reported).toEqual([]);
    expect(summary).toMatchObject({ name: "people", table: "person", rows: 2, problems: 0 });
    expect(Object.fromEntries(summary?.tables ?? [])).toEqual({
      room: { inserted: 1, changed: 0, unchanged: 0, removed: 0 },
      person: { inserted: 2, changed: 0, unchanged: 0, removed: 0 },
      person_tag: { inserted: 2, changed: 0, unchanged: 0, removed: 0 },
    });
    expect(
      await rows(
        "SELECT number, name, joined_on::text, code, p.version FROM person p JOIN room r ON r.id = room_id ORDER BY number",
      ),
    ).toEqual([
      { number: "P1", name: "Ann", joined_on: "2024-04-01", code: "R1", version: 1 },
      { number: "P2", name: "Bo\nB", joined_on: null, code: "R1", version: 1 },
    ]);
    const noted = await rows("SELECT * FROM change_record ORDER BY id");
    expect(noted.map((row) => row["record_type"])).toEqual([
      "room",
      "person",
      "person",
      "person_tag",
      "person_tag",
    ]);
    const [{ id, room_id }] = (await rows("SELECT id, room_id FROM person ORDER BY number")) as [
      Record<string, string>,
    ];
    expect(noted[1]).toMatchObject({
      actor: `import by ${userInfo().username}`,
      action: "import",
      record_id: id,
      version: 1,
      changes: { id, number: "P1", name: "Ann", joined_on: "2024-04-01", room_id },
    });
    expect(noted[3]).toMatchObject({ record_id: `${id}/a`, version: null });
    expect(new Set(noted.map((row) => row["request_id"])).size).toBe(1);
  });

  it("touches nothing the second time", async () => {
    const file = manyPeople(1_500);
    await importing(file);
    const before = [await contents(), await count("change_record")];
    const { summary } = await importing(file);
    expect(summary?.tables.get("person")).toEqual({
      inserted: 0,
      changed: 0,
      unchanged: 1_500,
      removed: 0,
    });
    expect(summary?.tables.get("room")).toMatchObject({ inserted: 0, changed: 0 });
    expect([await contents(), await count("change_record")]).toEqual(before);
  });

  it("counts the version of changed rows, notes before and after, and removes child rows that are gone", async () => {
    await importing(`${header}\nP1,Ann,2024-04-01,R1,a b\nP2,Bob,,R1,a\n`);
    await client.query("CREATE TABLE mark AS SELECT max(id) AS id FROM change_record");
    const { summary } = await importing(`${header}\nP2,Bob,,R1,a\nP1,Anna,2024-04-01,R1,b c\n`);
    expect(Object.fromEntries(summary?.tables ?? [])).toMatchObject({
      person: { inserted: 0, changed: 1, unchanged: 1, removed: 0 },
      person_tag: { inserted: 1, changed: 0, unchanged: 2, removed: 1 },
    });
    expect(await rows("SELECT number, name, version FROM person ORDER BY number")).toEqual([
      { number: "P1", name: "Anna", version: 2 },
      { number: "P2", name: "Bob", version: 1 },
    ]);
    const [{ id }] = (await rows("SELECT id FROM person WHERE number = 'P1'")) as [{ id: string }];
    expect(
      await rows(
        "SELECT record_type, record_id, version, changes FROM change_record WHERE id > (SELECT id FROM mark) ORDER BY id",
      ),
    ).toEqual([
      { record_type: "person", record_id: id, version: 2, changes: { name: ["Ann", "Anna"] } },
      {
        record_type: "person_tag",
        record_id: `${id}/a`,
        version: null,
        changes: { person_id: [id, null], tag: ["a", null] },
      },
      {
        record_type: "person_tag",
        record_id: `${id}/c`,
        version: null,
        changes: { person_id: id, tag: "c" },
      },
    ]);
    await client.query("DROP TABLE mark");
  });

  it("lists all five bad rows of 10,000 and writes nothing", async () => {
    const file = manyPeople(10_000, {
      7: "Q5,Ann,2024-04-01,R1,",
      1_500: "P1498,,2024-02-30,R1,",
      2_001: "P1999,Ann,2024-04-01,attic,",
      4_000: "P5,Ann,2024-04-01,R1,",
      9_999: "P9997,nobody,2999-01-01,R1",
    });
    const { reported, refusal } = await importing(file);
    expect(reported).toEqual([
      'people.csv:7: number: received "Q5", expected a number as P1',
      'people.csv:1500: name: received "", expected a text',
      'people.csv:1500: joined_on: received "2024-02-30", expected a date YYYY-MM-DD, or nothing',
      'people.csv:2001: room: received "attic", expected a room in use',
      "people.csv:9999: row: received 4 cells, expected 5 cells",
      expect.stringMatching(/^people: 10000 rows so far, \d+ rows\/s, 5 problems$/),
    ]);
    expect(refusal).toBe("5 problems in 10000 rows; nothing was written.");
    expect(await count("person")).toEqual({ count: 0 });
    expect(await count("change_record")).toEqual({ count: 0 });
  });

  it("names the first line of a key that stands twice, in one batch or another", async () => {
    const file = manyPeople(2_500, {
      5: "P0,Ann,,R1,",
      2_400: "P0,Ann,,R1,",
      2_401: "P2398,Ann,,attic,",
      2_402: "P2398,Ann,,R1,",
    });
    expect((await importing(file)).reported).toEqual([
      'people.csv:5: number: received "P0", expected a value that does not stand already on line 2',
      'people.csv:2400: number: received "P0", expected a value that does not stand already on line 2',
      'people.csv:2401: room: received "attic", expected a room in use',
      'people.csv:2402: number: received "P2398", expected a value that does not stand already on line 2401',
    ]);
  });

  it("finds the rows that only a constraint refuses, and names the rule", async () => {
    const file = manyPeople(1_200, {
      3: "P1,nobody,,R1,",
      1_100: "P1098,nobody,2999-01-01,R1,",
      1_101: "P1099,nobody,,R1,",
    });
    const { reported, refusal } = await importing(file);
    expect(reported).toEqual([
      expect.stringMatching(
        /^people\.csv:3: row: received this row, expected what the rule person_is_not_nobody allows \(Failing row contains /,
      ),
      'people.csv:1100: joined_on: received "2999-01-01", expected a day up to today',
      expect.stringMatching(/^people\.csv:1101: row: /),
    ]);
    expect(refusal).toBe("3 problems in 1200 rows; nothing was written.");
  });

  it("takes everything back in a dry run, and says what it would have done", async () => {
    const { summary } = await importing(manyPeople(20), true);
    expect(summary).toMatchObject({ rows: 20, dryRun: true });
    expect(summary?.tables.get("person")?.inserted).toBe(20);
    expect(await count("person")).toEqual({ count: 0 });
    expect(await count("change_record")).toEqual({ count: 0 });
  });

  it("reports every 10,000 rows how far it is", async () => {
    const { reported } = await importing(manyPeople(20_500));
    expect(reported).toEqual([
      expect.stringMatching(/^people: 10000 rows so far, \d+ rows\/s$/),
      expect.stringMatching(/^people: 20000 rows so far, \d+ rows\/s$/),
    ]);
  });

  it("recognises the kind by the header", async () => {
    expect((await importing("code\nR1\n")).summary).toMatchObject({ name: "rooms", rows: 1 });
    expect((await importing(`${header}\n`)).summary).toMatchObject({ name: "people", rows: 0 });
  });
});

describe("the form of a spreadsheet", () => {
  it("may have either line end, blank rows and line breaks in quotes; lines are counted as they lie in the file", async () => {
    const { reported } = await importing(
      `${header}\r\n\r\nP1,"Ann\r\nA",,R1,\r\n,,,,\nP2,Bob,,attic,\nP3,"C\nC\nC",,attic,\r\nP4,Dan,,attic,`,
    );
    expect(reported.map((line) => line.split(" ")[0])).toEqual([
      "people.csv:6:",
      "people.csv:7:",
      "people.csv:10:",
    ]);
  });

  it("must have a known header, and what is wrong with it is reported", async () => {
    const known = `the header of people (${header}) or rooms (code)`;
    const reported = async (content: string) => (await importing(content)).reported[0];
    expect(await reported("")).toBe(
      `people.csv:1: header: received an empty file, expected ${known}`,
    );
    expect(await reported("number,name,room, tags\n")).toBe(
      `people.csv:1: header: received number,name,room, tags (as people it lacks "joined_on", "tags" and has the unknown " tags"), expected ${known}`,
    );
    expect(await reported("name,number,joined_on,room,tags\n")).toContain(
      "(as people it has its columns in another order or twice)",
    );
    expect(await reported("氏名;番号\n")).toBe(
      `people.csv:1: header: received 氏名;番号 (its cells are separated by semicolons (;); save it with commas), expected ${known}`,
    );
    expect(await reported(`\n${header}\n`)).toMatch(/^people\.csv:1: header: received , expected/);
  });

  it("must have a cell for each column in its header, and its own line ends and separators are named", async () => {
    const reported = async (content: string) => (await importing(content)).reported[0];
    expect(await reported(`"number,name",joined_on,room,tags\n`)).toContain(
      'received "number,name",joined_on,room,tags (as people it lacks "number", "name" and has the unknown "number,name"), expected',
    );
    const separated = (sign: string) => `${header.replaceAll(",", sign)}\nP1,a\n`;
    expect(await reported(separated(";"))).toContain(
      "separated by semicolons (;); save it with commas",
    );
    expect(await reported(separated('";"').replace(/^|$/gm, '"'))).toContain(
      "separated by semicolons",
    );
    expect(await reported(separated("\t"))).toContain("separated by tabs; save it with commas");
    expect(await reported(separated("|"))).toContain("separated by bars (|)");
    expect(await reported(separated("，"))).toContain("separated by full-width commas (，)");
    expect(await reported(`${header}\rP1,Ann,,R1,\r`)).toContain(
      String.raw`"tags\rP1",Ann,,R1,"\r" (its lines end with carriage returns alone; save it anew)`,
    );
    expect(await reported(`${"𠮷".repeat(600)}\n`)).toContain(
      `received ${"𠮷".repeat(500)}…, expected`,
    );
  });

  it("must have no NUL, 外字, lost or unseen character", async () => {
    const names = ["a\0b", "\uE000", "\u{F0000}", "\uFFFD", "\u202Ea", "架\u200B空"];
    const { reported } = await importing(
      `${header}\n${names.map((name, at) => `P${at},${name},,R1,\n`).join("")}`,
    );
    expect(reported.map((line) => line.split(", expected")[0])).toEqual([
      String.raw`people.csv:2: name: received "a\u0000b" with U+0000 at character 2`,
      String.raw`people.csv:3: name: received "\ue000" with U+E000 at character 1`,
      String.raw`people.csv:4: name: received "\u{f0000}" with U+F0000 at character 1`,
      String.raw`people.csv:5: name: received "\ufffd" with U+FFFD at character 1`,
      String.raw`people.csv:6: name: received "\u202ea" with U+202E at character 1`,
      String.raw`people.csv:7: name: received "架\u200b空" with U+200B at character 2`,
    ]);
  });

  it("must be quoted rightly; other rows are judged all the same", async () => {
    const { reported, refusal } = await importing(
      `${header}\nQ1,Ann,,R1,\nP2,B"o"b,,R1,\nP3,"C"c,,R1,\nQ4,"D\nD",,R1,\nP5,"Eve,,R1,\nQ6,F,,R1,\n`,
    );
    expect(reported).toEqual([
      'people.csv:2: number: received "Q1", expected a number as P1',
      "people.csv:3: row: received a quote inside a cell that is not doubled, expected cells quoted as in RFC 4180",
      "people.csv:4: row: received a quote inside a cell that is not doubled, expected cells quoted as in RFC 4180",
      'people.csv:5: number: received "Q4", expected a number as P1',
      "people.csv:7: row: received a quote that is never closed (what follows cannot be separated from its text and was not read), expected cells quoted as in RFC 4180",
    ]);
    expect(refusal).toBe("5 problems in 5 rows; nothing was written.");
  });

  it("must have no row as long as a file", async () => {
    const { reported } = await importing(`${header}\nP1,"${"x\n".repeat(700_000)}`);
    expect(reported).toEqual([
      "people.csv:2: row: received more than 1048576 characters in one row, expected cells quoted as in RFC 4180",
    ]);
  });

  it("must be a file that is there", async () => {
    const path = join(imports.folder, "nowhere.csv");
    expect((await imports.import("", { path } as object)).refusal).toBe(
      `There is no file ${path}.`,
    );
  });
});
