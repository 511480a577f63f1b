import fc from "fast-check";
import { encode } from "iconv-lite";
import { emptyDatabase } from "../../../test/support/postgres";
import { header, OfficeImports } from "./office-imports.fixture";

let imports: OfficeImports;
beforeAll(async () => {
  imports = await OfficeImports.open(emptyDatabase("office"));
});
beforeEach(() => imports.clear());
afterAll(() => imports.close());

const name = "髙橋①～㈱ﾊﾝｶｸ";
const file = `${header}\r\nP1,${name},,R1,表\r\n`;
const japanese = `${header}\nP1,佐藤 花子,,R1,\n`;
const names = async () => (await imports.rows("SELECT name FROM person")).map((row) => row["name"]);

/** What is reported of a file that must be refused, without its name. */
async function refused(content: Buffer, options: Parameters<OfficeImports["import"]>[1] = {}) {
  const { reported, refusal } = await imports.import(content, options);
  expect(refusal).toBe("1 problem in 0 rows; nothing was written.");
  expect(await names()).toEqual([]);
  return reported[0]?.replace("people.csv:", "");
}

describe("the encoding of a spreadsheet", () => {
  it("is UTF-8 with or without a byte order mark, or UTF-16 with one, and the summary names it", async () => {
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le");
    const files = [
      [Buffer.from(file), "utf-8"],
      [Buffer.from(`\uFEFF${file}`), "utf-8"],
      [utf16(file), "utf-16le"],
      [utf16(file).swap16(), "utf-16be"],
    ] as const;
    for (const [content, encoding] of files) {
      await imports.clear();
      expect((await imports.import(content)).summary).toMatchObject({ problems: 0, encoding });
      expect(await names()).toEqual([name]);
    }
  });

  it.each([
    ["Shift_JIS", encode(japanese, "cp932"), "2", "8D"],
    ["EUC-JP", encode(japanese, "euc-jp"), "2", "BA"],
    ["GBK", encode(japanese.replace("佐藤", "张伟"), "gbk"), "2", "D5 C5"],
    ["Windows-1252", encode(`${header}\n\nP1,José Müller,,R1,\n`, "win1252"), "3", "E9 20"],
    ["cut UTF-8", Buffer.from(`${header}\nP1,架空`).subarray(0, -1), "2", "E7 A9"],
    ["UTF-8 cut within", Buffer.from(file.replace("髙", "\xFF"), "latin1"), "2", "FF"],
  ])(
    "is not guessed: %s is refused with its first byte that is not UTF-8",
    async (_what, content, line, bytes) => {
      expect(await refused(content)).toBe(
        `${line}: row: received bytes that are not UTF-8 (hexadecimal ${bytes}), expected UTF-8, or another encoding said with it: --encoding shift_jis (CSV as Excel saves it in Japanese), euc-jp, windows-1252 …`,
      );
    },
  );

  it("is not guessed where ASCII stands for other characters, or UTF-16 has no byte order mark", async () => {
    const jis = Buffer.from(`${header}\nP1,\u001b$B:4F#\u001b(B,,R1,\n`);
    expect(await refused(jis)).toContain("2: row: received escape sequences, as ISO-2022-JP has");
    expect(await refused(Buffer.from(file, "utf16le"))).toContain("seems to be UTF-16");
  });

  it.each([
    ["shift_jis", "cp932"],
    ["euc-jp", "euc-jp"],
  ] as const)("is %s where that is said", async (encoding, codePage) => {
    const content = encode(japanese, codePage);
    const { summary } = await imports.import(content, { encoding });
    expect(summary).toMatchObject({ problems: 0, encoding });
    expect(await names()).toEqual(["佐藤 花子"]);
  });

  it("may be Windows code page 932, with the characters Japanese offices have in it", async () => {
    const { summary } = await imports.import(encode(file, "cp932"), { encoding: "shift_jis" });
    expect(summary?.encoding).toBe("shift_jis");
    expect(await names()).toEqual([name]);
  });

  it("is refused where a file is not what is said, or says another itself", async () => {
    const said = { encoding: "shift_jis" } as const;
    expect(await refused(Buffer.from(`${header}\nP1,架空,,R1,\n`), said)).toBe(
      "1: row: received a file that is UTF-8, expected Shift_JIS as --encoding says",
    );
    expect(await refused(Buffer.from(`\uFEFF${header}\n`), said)).toContain("a file that is UTF-8");
    // The bytes of these are no Shift_JIS either: what the file is says more than which they are.
    const utf8 = Buffer.from(`${header}\nP1,髙橋 一郎の件,,R1,\n`);
    expect(() => new TextDecoder("shift_jis", { fatal: true }).decode(utf8)).toThrow();
    for (const encoding of ["shift_jis", "euc-jp", "gb18030"] as const) {
      expect(await refused(utf8, { encoding })).toContain("1: row: received a file that is UTF-8");
    }
    const broken = Buffer.concat([encode(japanese, "cp932"), Buffer.from([0xff, 0x0a])]);
    expect(await refused(broken, said)).toBe(
      "3: row: received bytes that are not Shift_JIS (hexadecimal FF), expected Shift_JIS to its end",
    );
  });

  it.each([
    ["a workbook (.xlsx) or another zip file", "PK\x03\x04\x14\0"],
    ["a workbook (.xls)", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"],
    ["a PDF", "%PDF-1.7\n"],
  ])("%s is reported as such", async (what, begin) => {
    expect(await refused(Buffer.from(begin, "latin1"))).toBe(
      `1: row: received ${what}, expected a CSV file: save the sheet as "CSV UTF-8"`,
    );
  });

  it("reports the first bad line wherever it stands in a long file", async () => {
    const lines = fc.integer({ min: 1, max: 12_000 });
    await fc.assert(
      fc.asyncProperty(lines, lines, async (before, after) => {
        const good = "P1,架空,,R1,\n";
        const content = Buffer.concat([
          Buffer.from(`${header}\n${good.repeat(before)}`),
          encode("P2,佐藤,,R1,\n", "cp932"),
          Buffer.from(good.repeat(after)),
        ]);
        expect(await refused(content)).toMatch(new RegExp(`^${before + 2}: row: .*decimal 8D\\)`));
      }),
      { numRuns: 15 },
    );
  });
});
