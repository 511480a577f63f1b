import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";
import { type Cells, counts, importRows } from "./sheets.fixture";

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const importing = (...rows: Cells[]) => importRows(subgraph.ownerUrl, "officials", rows);
const overwriting = (...rows: Cells[]) =>
  importRows(subgraph.ownerUrl, "officials", rows, { overwrite: true });
const registered = { name: "Official", name_kana: "" };
const at = (personnel_number: string, home_agency: string, from: string, names = {}) => ({
  personnel_number,
  name: "髙橋 花子",
  name_kana: "タカハシ ハナコ",
  home_agency,
  from,
  ...names,
});

async function history(personnelNumber: string): Promise<string[]> {
  const { rows } = await office.owner.query<{ held: string }>(
    `SELECT concat_ws(' ', agency_code, from_date, to_date) AS held
     FROM official_home_agency a JOIN official o ON o.id = a.official_id
     WHERE personnel_number = $1 ORDER BY from_date`,
    [personnelNumber],
  );
  return rows.map(({ held }) => held);
}

async function official(personnelNumber: string): Promise<unknown> {
  const { rows } = await office.owner.query<Record<string, unknown>>(
    "SELECT version, name, name_kana FROM official WHERE personnel_number = $1",
    [personnelNumber],
  );
  return rows[0];
}

async function refused(rows: Cells[], ...problems: string[]): Promise<void> {
  const before = await office.contents();
  const { reported } = await importing(...rows);
  expect(reported).toHaveLength(problems.length);
  problems.forEach((problem, index) => expect(reported[index]).toContain(problem));
  expect(await office.contents()).toEqual(before);
}

describe("a spreadsheet of officials", () => {
  it("adds officials with all agencies they belonged to, in whatever order the rows stand", async () => {
    const rows = [
      at("A-1", "JP-MOFA", "2018-04-01"),
      at("A-1", "JP-METI", "2015-04-01"),
      at("A-2", "JP-NPA", "2020-04-01", { name: " 鈴木 一郎 ", name_kana: "" }),
    ];
    expect((await importing(...rows)).tables).toEqual({
      official: counts(2, 0, 0),
      official_home_agency: counts(3, 0, 0),
    });
    expect(await history("A-1")).toEqual(["JP-METI 2015-04-01 2018-04-01", "JP-MOFA 2018-04-01"]);
    expect(await official("A-2")).toEqual({ version: 1, name: "鈴木 一郎", name_kana: null });
    const before = await office.contents();
    expect((await importing(...rows)).tables).toEqual({
      official: counts(0, 0, 2),
      official_home_agency: counts(0, 0, 3),
    });
    expect(await office.contents()).toEqual(before);
    const renamed = rows.map((row) =>
      row.personnel_number === "A-1" ? { ...row, name: "山田 花子" } : row,
    );
    expect((await importing(...renamed)).tables).toEqual({
      official: counts(0, 1, 1),
      official_home_agency: counts(0, 0, 3),
    });
    expect(await official("A-1")).toMatchObject({ version: 2, name: "山田 花子" });
  });

  it("takes transfers after, before and between those on record", async () => {
    await importing(at("B-1", "JP-METI", "2015-04-01"));
    expect((await importing(at("B-1", "JP-MOFA", "2019-04-01"))).tables).toMatchObject({
      official_home_agency: counts(1, 1, 0),
    });
    await importing(at("B-1", "JP-NPA", "2012-04-01"), at("B-1", "JP-MOF", "2017-04-01"));
    expect(await history("B-1")).toEqual([
      "JP-NPA 2012-04-01 2015-04-01",
      "JP-METI 2015-04-01 2017-04-01",
      "JP-MOF 2017-04-01 2019-04-01",
      "JP-MOFA 2019-04-01",
    ]);
    await importing(at("B-1", "JP-MIC", "2017-04-01"));
    expect((await history("B-1"))[2]).toBe("JP-MIC 2017-04-01 2019-04-01");
  });

  it("lets plans from then on leave from the new agency, and counts their version", async () => {
    const { id, personnelNumber } = await office.official({ from: "2015-04-01" });
    const plan = await office.planned({ official: id });
    await importing(at(String(personnelNumber), "JP-MOFA", "2019-04-01", registered));
    const { rows } = await office.owner.query(
      "SELECT version, home_agency_code FROM dispatch WHERE id = $1",
      [plan.id],
    );
    expect(rows).toEqual([{ version: 2, home_agency_code: "JP-MOFA" }]);
  });

  it("counts the version of an official whose agencies change, once, so that nobody goes by what they saw before", async () => {
    const rows = [at("V-1", "JP-MOF", "2020-04-01"), at("V-2", "JP-MOF", "2020-04-01")];
    await importing(...rows);
    await importing(...rows);
    expect(await official("V-1")).toMatchObject({ version: 1 });
    const transferred = at("V-1", "JP-MIC", "2024-04-01", { name: "髙橋 華子" });
    await importing(transferred, at("V-2", "JP-MIC", "2024-04-01"));
    const { rows: noted } = await office.owner.query<Record<string, unknown>>(
      `SELECT o.id, personnel_number, o.version, array_agg(c.version ORDER BY c.id) AS noted FROM official o
       JOIN change_record c ON c.record_type = 'official' AND c.record_id = o.id AND c.action = 'import'
       WHERE personnel_number LIKE 'V-%' GROUP BY o.id ORDER BY personnel_number`,
    );
    expect(noted).toMatchObject([
      { personnel_number: "V-1", version: 2, noted: [1, 2] },
      { personnel_number: "V-2", version: 2, noted: [1, 2] },
    ]);
    const stale = { id: noted[1]?.["id"], agency: "JP-METI", on: "2025-04-01", expectedVersion: 1 };
    expect((await office.change("transferOfficial", "official", stale)).codes).toEqual([
      "VERSION_CONFLICT",
    ]);
  });

  it("does not turn back a name that an officer has changed since, unless it may overwrite", async () => {
    const row = at("W-1", "JP-MOF", "2020-04-01");
    await importing(row);
    const [{ id }] = (
      await office.owner.query<{ id: string }>(
        "SELECT id FROM official WHERE personnel_number = 'W-1'",
      )
    ).rows as [{ id: string }];
    await office.done("changeOfficial", "official", { id, name: "山田 花子" });
    await refused(
      [row],
      '2: name: received "髙橋 花子", expected "山田 花子", which is on record from changeOfficial by',
    );
    const { tables } = await overwriting(row);
    expect(tables).toMatchObject({ official: counts(0, 1, 0) });
    expect(await official("W-1")).toMatchObject({ version: 3, name: "髙橋 花子" });
    await office.done("transferOfficial", "official", { id, agency: "JP-MIC", on: "2024-04-01" });
    expect((await importing(row)).reported).toEqual([]);
    await refused(
      [at("W-1", "JP-METI", "2024-04-01")],
      '2: home_agency: received "JP-METI", expected "JP-MIC", which is on record from transferOfficial',
    );
    const between = at("W-1", "JP-NPA", "2022-04-01");
    expect((await importing(between)).reported).toEqual([]);
  });

  it.each([
    [{ personnel_number: "no spaces" }, 'personnel_number: received "no spaces", expected 1–64'],
    [{ name: " " }, 'name: received " " (blank), expected a text of 1–200 characters'],
    [{ name_kana: "x".repeat(201) }, "name_kana: received"],
    [{ home_agency: "JP-NOBODY" }, 'home_agency: received "JP-NOBODY", expected the code of'],
    [{ home_agency: "US-DOD" }, 'home_agency: received "US-DOD", expected an agency of JP'],
    [{ home_agency: "JP-DIGITAL" }, 'home_agency: received "JP-DIGITAL", expected an agency that'],
    [{ from: "1948-03-31" }, 'from: received "1948-03-31", expected a date from'],
    [{ from: "2020-02-30" }, 'from: received "2020-02-30", expected a date YYYY-MM-DD or YYYY/M/D'],
    [
      { personnel_number: "C-1" },
      'personnel_number, from: received ["C-1","2015-04-01"], expected',
    ],
  ])("is refused with line and column: %j", async (cells, problem) => {
    const good = at("C-1", "JP-METI", "2015-04-01");
    await refused([good, { ...at("C-2", "JP-METI", "2015-04-01"), ...cells }], `3: ${problem}`);
  });

  it("refuses transfers that contradict each other or what is on record", async () => {
    await refused(
      [at("D-1", "JP-METI", "2015-04-01"), at("D-1", "JP-METI", "2016-04-01")],
      '3: home_agency: received "JP-METI", expected another agency than JP-METI, the present one',
    );
    const { id, personnelNumber } = await office.official({ from: "2015-04-01" });
    const number = String(personnelNumber);
    await office.started({ official: id });
    const departed = "expected a day after 2020-04-01, when the official went on dispatch";
    await refused(
      [at(number, "JP-MOFA", "2020-04-01")],
      `2: from: received "2020-04-01", ${departed}`,
    );
    await refused(
      [at(number, "JP-MOFA", "2015-04-01")],
      `2: from: received "2015-04-01", ${departed}`,
    );
    await refused([at(number, "JP-METI", "2012-04-01")], "2: home_agency: received");
    await importing(at(number, "JP-MOFA", "2020-04-02", registered));
    expect(await history(number)).toEqual(["JP-METI 2015-04-01 2020-04-02", "JP-MOFA 2020-04-02"]);
  });

  it("takes one name however it is typed, as the first row has it", async () => {
    const first = { name: "がく 太郎", name_kana: "ガク タロウ" };
    const decomposed = { name: "か\u3099く\u3000太郎", name_kana: "ｶﾞｸ ﾀﾛｳ" };
    const others = Array.from({ length: 1_000 }, (_unused, index) =>
      at(`T-${index + 10}`, "JP-METI", "2015-04-01"),
    );
    for (const [number, ...between] of [["T-1"], ["T-2", ...others]] as const) {
      const rows = [
        at(number, "JP-METI", "2015-04-01", first),
        ...between,
        at(number, "JP-MOFA", "2018-04-01", decomposed),
      ];
      expect((await importing(...rows)).reported).toEqual([]);
      expect(await history(number)).toHaveLength(2);
      const { rows: stored } = await office.owner.query(
        "SELECT name, name_kana, version FROM official WHERE personnel_number = $1",
        [number],
      );
      expect(stored).toMatchObject([first]);
    }
  });

  it("refuses two names of one official, however far apart the rows stand", async () => {
    const first = at("E-1", "JP-METI", "2015-04-01");
    const second = at("E-1", "JP-MOFA", "2018-04-01", { name: "山田 花子", name_kana: "" });
    const problems = (line: number) => [
      `${line}: name: received "山田 花子", expected the name on line 2, of the same official`,
      `${line}: name_kana: received "", expected the name on line 2, of the same official`,
    ];
    await refused([first, second], ...problems(3));
    const others = Array.from({ length: 1_000 }, (_, index) =>
      at(`F-${index}`, "JP-METI", "2015-04-01"),
    );
    await refused([first, ...others, second], ...problems(1_003));
  });
});
