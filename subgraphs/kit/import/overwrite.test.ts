import { userInfo } from "node:os";
import { emptyDatabase } from "../../../test/support/postgres";
import { header, OfficeImports } from "./office-imports.fixture";

const user = userInfo().username;

let imports: OfficeImports;
beforeAll(async () => {
  imports = await OfficeImports.open(emptyDatabase("office"));
});
beforeEach(() => imports.clear());
afterAll(() => imports.close());

const sheet = (...lines: string[]) => `${[header, ...lines].join("\n")}\n`;
const people = () =>
  imports.rows(
    `SELECT number, name, p.version, string_agg(tag, ' ' ORDER BY tag) AS tags
     FROM person p LEFT JOIN person_tag ON person_id = p.id GROUP BY p.id ORDER BY number`,
  );
const writer = 'renamePerson by "officer" since 2026-01-02T03:04:05.000Z';

describe("a spreadsheet that is sent again", () => {
  it("does not turn back what somebody else has changed since, unless it may overwrite", async () => {
    const old = sheet("P1,Ann,2024-04-01,R1,", "P2,Bob,,R1,");
    await imports.import(old);
    await imports.rename("P1", "Anna");
    const before = await people();
    const refused = await imports.import(old);
    expect(refused).toMatchObject({
      reported: [
        `people.csv:2: name: received "Ann", expected "Anna", which is on record from ${writer}, or --overwrite to write what the spreadsheet says`,
      ],
      refusal: "1 problem in 2 rows; nothing was written.",
    });
    expect(await people()).toEqual(before);
    expect((await imports.import(old, { overwrite: true })).summary?.outcomes).toEqual({
      inserted: 0,
      changed: 1,
      unchanged: 1,
    });
    expect(await people()).toMatchObject([{ name: "Ann", version: 3 }, { name: "Bob" }]);
    // What one's own spreadsheet wrote last, the next may put right.
    const corrected = sheet("P1,Anne,2024-04-01,R1,");
    expect((await imports.import(corrected)).refusal).toBeUndefined();
  });

  it("may change other fields of a record, and add to it, without a word", async () => {
    await imports.import(sheet("P1,Ann,2024-04-01,R1,"));
    await imports.rename("P1", "Anna");
    const { reported, summary } = await imports.import(sheet("P1,Anna,2024-05-01,R2,a"));
    expect(reported).toEqual([]);
    expect(summary?.outcomes).toMatchObject({ changed: 1 });
  });

  it("does not turn back the newer one of somebody else, unless it may overwrite", async () => {
    const [ann, bob] = [{ actor: "ann" }, { actor: "bob" }];
    const old = sheet("P1,Ann,2024-04-01,R1,a", "P2,Bob,,R1,");
    await imports.import(old, ann);
    const newer = sheet("P1,Anna,2024-04-01,R1,a b", "P3,Cid,,R1,");
    expect((await imports.import(newer, bob)).reported).toHaveLength(1);
    await imports.import(newer, { ...bob, overwrite: true });
    const before = await people();
    const since = String.raw`which is on record from "import by ${user} for bob" since \S+, or --overwrite to write what the spreadsheet says$`;
    for (const run of [ann, { ...ann, dryRun: true }]) {
      expect((await imports.import(old, run)).reported).toEqual([
        expect.stringMatching(`:2: name: received "Ann", expected "Anna", ${since}`),
        expect.stringMatching(`:2: tags: received nothing, expected "b", ${since}`),
      ]);
    }
    // Also what was never Ann's: a new row of Bob's.
    expect((await imports.import(sheet("P3,Sid,,R1,"), ann)).reported).toEqual([
      expect.stringMatching(`:2: name: received "Sid", expected "Cid", ${since}`),
    ]);
    expect(await people()).toEqual(before);
    expect((await imports.import(old, { ...ann, overwrite: true })).reported).toEqual([]);
    expect(await people()).toMatchObject([{ name: "Ann", tags: "a" }, {}, {}]);
  });

  it("is nobody else's by a name: who ran it stays on record, and counts", async () => {
    const old = sheet("P1,Ann,,R1,");
    await imports.import(old);
    await imports.rename("P1", "Anna", { actor: "import by bob", action: "import" });
    const { reported } = await imports.import(old, { actor: "bob" });
    expect(reported).toEqual([
      expect.stringContaining('"Anna", which is on record from "import by bob" since 2026-'),
    ]);
    await imports.import(old, { actor: "bob", overwrite: true });
    expect(await imports.rows("SELECT actor FROM change_record ORDER BY id DESC LIMIT 1")).toEqual([
      { actor: `import by ${user} for bob` },
    ]);
    // Nor is what was written for a name that of the same user without one.
    expect((await imports.import(sheet("P1,Anne,,R1,"))).reported).toEqual([
      expect.stringContaining(`from "import by ${user} for bob" since`),
    ]);
  });

  it("is still one's own where it was written before names were noted", async () => {
    const old = sheet("P1,Ann,,R1,");
    await imports.import(old);
    await imports.rename("P1", "Anna", { actor: `import by ${user}`, action: "import" });
    expect((await imports.import(old)).reported).toEqual([]);
  });

  it("may turn back what the same person's spreadsheet wrote last", async () => {
    const ann = { actor: "ann" };
    const old = sheet("P1,Ann,,R1,a");
    for (const content of [old, sheet("P1,Anna,,R1,b"), old, old]) {
      expect((await imports.import(content, ann)).reported).toEqual([]);
    }
    expect(await people()).toMatchObject([{ name: "Ann", tags: "a", version: 3 }]);
  });

  it("does not take away what somebody else has added", async () => {
    await imports.import(sheet("P1,Ann,,R1,a"));
    const [row] = await imports.rows("SELECT id FROM person");
    await imports.client.query("INSERT INTO person_tag SELECT id, 'b' FROM person");
    await imports.client.query(
      `INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, changes)
       VALUES ('2026-01-02T03:04:05Z', 'officer', 'r', 'renamePerson', 'person_tag', $1, '{"tag": "b"}')`,
      [`${String(row?.["id"])}/b`],
    );
    expect((await imports.import(sheet("P1,Ann,,R1,a"))).reported).toEqual([
      `people.csv:2: tags: received nothing, expected "b", which is on record from ${writer}, or --overwrite to write what the spreadsheet says`,
    ]);
    expect(await people()).toMatchObject([{ tags: "a b", version: 1 }]);
    await imports.import(sheet("P1,Ann,,R1,a"), { overwrite: true });
    expect(await people()).toMatchObject([{ tags: "a", version: 2 }]);
  });
});

describe("a dry run", () => {
  it("lists every difference field by field, with the record's key, and writes nothing", async () => {
    await imports.import(sheet("P1,Ann,2024-04-01,R1,a", "P2,Bob,,R1,"));
    await imports.rename("P2", "Bobby");
    const before = await people();
    const run = { dryRun: true, overwrite: true };
    const changed = sheet("P2,Bob,,R2,", "P1,Ann,,R1,b", "P3,New,,R1,");
    expect(await imports.import(changed, run)).toMatchObject({
      reported: [],
      differences: [
        'people.csv:2: name: "P2": on record "Bobby", in the sheet "Bob"',
        expect.stringMatching(
          /^people\.csv:2: room: "P2": on record "[^"]+", in the sheet "[^"]+"$/,
        ),
        'people.csv:3: joined_on: "P1": on record "2024-04-01", in the sheet nothing',
        'people.csv:3: tags: "P1": on record "a", in the sheet nothing',
        'people.csv:3: tags: "P1": on record nothing, in the sheet "b"',
        'people.csv:4: number: "P3": on record nothing, in the sheet "P3"',
        'people.csv:4: name: "P3": on record nothing, in the sheet "New"',
        'people.csv:4: room: "P3": on record nothing, in the sheet "R1"',
      ],
      summary: { outcomes: { inserted: 1, changed: 2, unchanged: 0 }, dryRun: true },
    });
    // Without the flag it ends as the import itself would.
    const { differences, refusal } = await imports.import(changed, { dryRun: true });
    expect([differences.length, refusal]).toEqual([8, "1 problem in 3 rows; nothing was written."]);
    expect(await people()).toEqual(before);
  });

  it("lists 1,000 differences and says how many there are besides", async () => {
    const numbered = (joined: string) =>
      sheet(...Array.from({ length: 2_345 }, (_, index) => `P${index},Ann,${joined},R1,`));
    await imports.import(numbered("2024-04-01"));
    const { differences } = await imports.import(numbered("2024-05-01"), { dryRun: true });
    expect(differences).toHaveLength(1_001);
    expect(differences.at(-1)).toBe("… and 1345 more differences");
  });
});

describe("the version of a record", () => {
  it("is counted once where only what belongs to it changes, and the row is counted as changed", async () => {
    await imports.import(sheet("P1,Ann,,R1,a", "P2,Bob,,R1,a", "P3,Cid,,R1,a"));
    const { summary } = await imports.import(
      sheet("P1,Ann,,R1,b c", "P2,Bobby,,R1,b", "P3,Cid,,R1,a"),
    );
    expect(summary?.outcomes).toEqual({ inserted: 0, changed: 2, unchanged: 1 });
    expect(summary?.tables.get("person")).toEqual({
      inserted: 0,
      changed: 2,
      unchanged: 1,
      removed: 0,
    });
    expect(await people()).toMatchObject([
      { number: "P1", version: 2 },
      { number: "P2", version: 2 },
      { number: "P3", version: 1 },
    ]);
    expect(
      await imports.rows(
        `SELECT version, changes FROM change_record
         WHERE record_type = 'person' AND record_id = (SELECT id FROM person WHERE number = 'P1')
         ORDER BY id DESC LIMIT 1`,
      ),
    ).toEqual([{ version: 2, changes: {} }]);
  });
});
