import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { date, listOf, matching, oneOf, optional, partialDate, text, wholeNumber } from "./cell";
import { checkReferences, checkUnique } from "./checks";
import { readFactFile } from "./fact-file";
import { formatProblem, type Problem } from "./problem";

const file = {
  name: "things.csv",
  columns: {
    id: matching(/^[a-z]+$/, "a lower-case id"),
    kind: oneOf(["a", "b"]),
    day: date,
    since: optional(partialDate),
    count: optional(wholeNumber(0)),
    tags: listOf(oneOf(["x", "y"])),
    note: optional(text),
  },
};
const header = "id,kind,day,since,count,tags,note";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "facts-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function read(content: string | Buffer) {
  writeFileSync(join(directory, "things.csv"), content);
  const problems: Problem[] = [];
  const rows = readFactFile(directory, file, problems);
  return { rows, problems, printed: problems.map(formatProblem) };
}

describe("a file of facts", () => {
  it("is read with its types, empty cells as unknown, and the line of each row", () => {
    const { rows, problems } = read(
      `${header}\nab,a,2024-02-29,2009,0,x;y,"two\nlines"\ncd,b,2023-01-01,,,,\n`,
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        file: "things.csv",
        line: 2,
        id: "ab",
        kind: "a",
        day: "2024-02-29",
        since: "2009",
        count: 0,
        tags: ["x", "y"],
        note: "two\nlines",
      },
      {
        file: "things.csv",
        line: 4,
        id: "cd",
        kind: "b",
        day: "2023-01-01",
        since: null,
        count: null,
        tags: [],
        note: null,
      },
    ]);
  });

  it("may begin with a byte order mark", () => {
    expect(read(`\uFEFF${header}\nab,a,2024-01-01,,,,\n`).rows).toHaveLength(1);
  });

  it("has every bad cell reported with file, line, column, what stands there and what should", () => {
    const { rows, printed } = read(
      `${header}\nab,a,2024-01-01,,,,\nAB,c,2023-02-29,2009-13,-1,x;x,\nef,b,2023-01-01,,1.5,z,\n`,
    );
    expect(rows.map(({ id }) => id)).toEqual(["ab"]);
    expect(printed).toEqual([
      'things.csv:3: id: received "AB", expected a lower-case id',
      'things.csv:3: kind: received "c", expected one of a, b',
      'things.csv:3: day: received "2023-02-29", expected a date YYYY-MM-DD',
      'things.csv:3: since: received "2009-13", expected a date YYYY, YYYY-MM or YYYY-MM-DD, or nothing',
      'things.csv:3: count: received "-1", expected a whole number from 0, or nothing',
      'things.csv:3: tags: received "x;x", expected a list, separated by ";", of one of x, y',
      'things.csv:4: count: received "1.5", expected a whole number from 0, or nothing',
      'things.csv:4: tags: received "z", expected a list, separated by ";", of one of x, y',
    ]);
  });

  it("in another encoding than UTF-8 is refused with every line that shows it", () => {
    const shiftJis = Buffer.concat([
      Buffer.from(`${header}\nab,a,2024-01-01,,,,ascii\ncd,a,2024-01-01,,,,`),
      Buffer.from([0x8e, 0xa9, 0x8e, 0xa1]),
      Buffer.from("\n"),
    ]);
    const { rows, printed } = read(shiftJis);
    expect(rows).toEqual([]);
    expect(printed).toEqual([
      "things.csv:3: row: received bytes that are not UTF-8, expected UTF-8",
    ]);
  });

  it("keeps its line numbers across empty lines and either line end", () => {
    const { rows, printed } = read(
      `${header}\r\n\r\n\r\nab,a,2024-01-01,,,,\r\n\r\nAB,a,2024-01-01,,,,\r\n`,
    );
    expect(rows.map(({ line }) => line)).toEqual([4]);
    expect(printed).toEqual(['things.csv:6: id: received "AB", expected a lower-case id']);
  });

  it("must not have a character that no database holds", () => {
    expect(read(`${header}\nab,a,2024-01-01,,,,a\0b\n`).printed).toEqual([
      String.raw`things.csv:2: note: received "a\u0000b" with U+0000 at character 2, expected a text, or nothing`,
    ]);
  });

  it("has a row with too few or too many cells reported", () => {
    expect(read(`${header}\nab,a\n`).printed).toEqual([
      "things.csv:2: row: received 2 cells, expected 7 cells",
    ]);
  });

  it("must have exactly the columns, in order", () => {
    expect(read("id,day\nab,2024-01-01\n").printed).toEqual([
      `things.csv:1: header: received id,day, expected ${header}`,
    ]);
  });

  it("must not be empty, missing or badly quoted", () => {
    expect(read("").printed).toEqual([
      `things.csv:1: header: received an empty file, expected ${header}`,
    ]);
    expect(read(`${header}\n"ab,a\n`).printed[0]).toMatch(
      /^things\.csv:\d+: row: received Quote Not Closed/,
    );
    rmSync(join(directory, "things.csv"));
    const problems: Problem[] = [];
    readFactFile(directory, file, problems);
    expect(problems.map(formatProblem)).toEqual([
      `things.csv:0: file: received no such file, expected a file things.csv with columns ${header}`,
    ]);
  });
});

describe("checks across rows", () => {
  const rows = [
    { file: "f.csv", line: 2, id: "a", parent: null },
    { file: "f.csv", line: 3, id: "b", parent: "a" },
    { file: "f.csv", line: 4, id: "a", parent: "z" },
  ];

  it("report a key that stands twice, with the line it stood on first", () => {
    const problems: Problem[] = [];
    checkUnique(rows, ["id"], problems);
    expect(problems.map(formatProblem)).toEqual([
      'f.csv:4: id: received "a", expected a value that does not stand already on line 2',
    ]);
  });

  it("report a reference to nothing, and leave what is unknown alone", () => {
    const problems: Problem[] = [];
    checkReferences(rows, "parent", new Set(["a", "b"]), "an id of this file", problems);
    expect(problems.map(formatProblem)).toEqual([
      'f.csv:4: parent: received "z", expected an id of this file',
    ]);
  });
});
