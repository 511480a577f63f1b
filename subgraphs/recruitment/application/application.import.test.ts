import { encode } from "iconv-lite";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { Candidates } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";
import { applicationColumns } from "./application.sheet";
import { formatSummary } from "../../kit/import/summary";
import { type Imported, Spreadsheets, writtenOf } from "./spreadsheet.fixture";

const header = Object.keys(applicationColumns).join();
let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
let spreadsheets: Spreadsheets;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  candidates = new Candidates(ministry);
  spreadsheets = await Spreadsheets.of(subgraph);
});
afterAll(async () => {
  await spreadsheets.remove();
  await ministry.close();
  await subgraph.stop();
});

type Cells = Partial<Record<keyof typeof applicationColumns, string>>;

/** A row of somebody of a number of their own, received on 20 December 2023. */
const someone = (cells: Cells = {}): Cells => ({
  fiscal_year: "2023",
  applicant_number: candidates.number("N"),
  name: "試験 花子",
  name_kana: "シケン ハナコ",
  name_en: "",
  received_at: "2023-12-20 10:00",
  categories: "PRODUCER",
  ...cells,
});
const fileOf = (...rows: readonly Cells[]): string =>
  [
    header,
    ...rows.map((row) =>
      Object.keys(applicationColumns)
        .map((column) => row[column as keyof Cells] ?? "")
        .join(),
    ),
    "",
  ].join("\n");
const importing = (...rows: readonly Cells[]): Promise<Imported> =>
  spreadsheets.import(fileOf(...rows));

/** The problems of a file, of which nothing may be written, without the name of the file. */
async function refused(...rows: readonly Cells[]): Promise<string[]> {
  const before = await ministry.everything();
  const { reported, refusal } = await importing(...rows);
  expect(refusal).toMatch(/nothing was written\.$/);
  expect(await ministry.everything()).toBe(before);
  return reported.map((line) => line.replace(/^applications\.csv:/, ""));
}

async function select(sql: string, ...parameters: unknown[]): Promise<Record<string, unknown>[]> {
  return (await ministry.owner.query<Record<string, unknown>>(sql, parameters)).rows;
}

const applicationsOf = ({ applicant_number }: Cells) =>
  select(
    `SELECT a.id, a.version, p.version AS "applicantVersion", p.name, a.fiscal_year AS "fiscalYear",
       a.received_at AS "receivedAt", a.stage, a.synthetic,
       (SELECT string_agg(category_code, ';' ORDER BY category_code)
        FROM application_category WHERE application_id = a.id) AS categories
     FROM application a JOIN applicant p ON p.id = a.applicant_id
     WHERE p.applicant_number = $1 ORDER BY a.fiscal_year`,
    applicant_number,
  );
const lastChange = async () =>
  Number((await select("SELECT max(id) AS id FROM change_record"))[0]?.["id"]);
const changesSince = (id: number) =>
  select(
    `SELECT record_type AS "recordType", version, changes FROM change_record WHERE id > $1
     ORDER BY record_type, changes`,
    id,
  );
/** The row of an application that the mutations recorded. */
async function rowOf({ id }: { readonly id: string }): Promise<Cells> {
  const [row] = await select(
    `SELECT a.fiscal_year::text, p.applicant_number, p.name, p.name_kana, p.name_en,
       to_char(a.received_at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') AS received_at,
       (SELECT string_agg(category_code, ';') FROM application_category
        WHERE application_id = a.id) AS categories
     FROM application a JOIN applicant p ON p.id = a.applicant_id WHERE a.id = $1`,
    id,
  );
  return row as Cells;
}

describe("a spreadsheet of applications", () => {
  it("becomes applicants, applications, categories and first stages, each noted", async () => {
    const one = someone({ categories: "SERVICE_DESIGNER; PRODUCER", name_en: "Hanako Shiken" });
    const again = { ...one, fiscal_year: "2022", received_at: "2022-10-12T00:00:00+09:00" };
    const other = someone({ received_at: "2023-12-20T01:00:00.5Z", name: " 試験 太郎\u3000" });
    const before = await lastChange();
    const imported = await importing(one, { ...again, categories: "PRODUCER" }, other);
    expect(imported).toMatchObject({ reported: [], summary: { rows: 3, table: "application" } });
    expect(
      ["applicant", "application", "application_category", "stage_transition"].map((table) =>
        writtenOf(imported, table),
      ),
    ).toEqual(["2/0/0", "3/0/0", "4/0/0", "3/0/0"]);
    const noted = (await changesSince(before)).map(({ recordType }) => recordType);
    expect(noted.filter((type) => type === "stage_transition")).toHaveLength(3);
    expect(noted).toHaveLength(12);
    const { data } = await subgraph.execute(
      `{ applicants(filter: { applicantNumber: { in: ["${one.applicant_number ?? ""}", "${other.applicant_number ?? ""}"] } },
           orderBy: []) {
           nodes { name nameKana nameEn version applications { version synthetic stage receivedAt receivedOn
             categories { code } stages { number stage on by } } } } }`,
    );
    const stage = (on: string) => [
      { number: 1, stage: "SUBMITTED", on, by: expect.stringMatching(/^import by /) as string },
    ];
    const fresh = { version: 1, synthetic: false, stage: "SUBMITTED" };
    const nodes = (data as { applicants: { nodes: unknown[] } }).applicants.nodes;
    expect(nodes).toHaveLength(2);
    expect(nodes).toContainEqual({
      name: "試験 花子",
      nameKana: "シケン ハナコ",
      nameEn: "Hanako Shiken",
      version: 1,
      applications: [
        {
          ...fresh,
          receivedAt: "2023-12-20T10:00:00+09:00",
          receivedOn: "2023-12-20",
          categories: [{ code: "PRODUCER" }, { code: "SERVICE_DESIGNER" }],
          stages: stage("2023-12-20"),
        },
        {
          ...fresh,
          receivedAt: "2022-10-12T00:00:00+09:00",
          receivedOn: "2022-10-12",
          categories: [{ code: "PRODUCER" }],
          stages: stage("2022-10-12"),
        },
      ],
    });
    expect(nodes).toContainEqual(
      expect.objectContaining({
        name: "試験 太郎",
        nameEn: null,
        applications: [
          expect.objectContaining({ receivedAt: "2023-12-20T10:00:00.500+09:00" }) as unknown,
        ],
      }),
    );
  });

  it("may be Shift_JIS where that is said", async () => {
    const row = someone({ name: "髙橋 一郎", name_kana: "タカハシ イチロウ" });
    const { summary } = await spreadsheets.import(encode(fileOf(row), "cp932"), {
      encoding: "shift_jis",
    });
    expect(summary?.problems).toBe(0);
    expect(await applicationsOf(row)).toMatchObject([{ name: "髙橋 一郎" }]);
  });

  it("is written beside fifty applications submitted meanwhile, each once", async () => {
    const persons = await Promise.all(Array.from({ length: 50 }, () => candidates.applicant()));
    const numbers = persons.map((person) => String(person["applicantNumber"]));
    const inputs = persons.map(({ id: applicant }) => ({
      ...{ applicant, fiscalYear: 2023, categories: ["PRODUCER"] },
      receivedAt: "2023-12-20T10:00:00+09:00",
    }));
    const rows = persons.map((person) =>
      someone({
        applicant_number: String(person["applicantNumber"]),
        name_kana: String(person["nameKana"]),
      }),
    );
    const [raced, imported] = await Promise.all([
      ministry.race("submitApplication", inputs),
      importing(...rows),
    ]);
    expect(imported.reported).toEqual([]);
    expect(
      Object.keys(raced).filter((code) => code !== "OK" && code !== "ALREADY_APPLIED"),
    ).toEqual([]);
    expect(
      await select(
        `SELECT count(*)::integer AS applications, count(DISTINCT p.id)::integer AS persons,
           sum((SELECT count(*) FROM stage_transition WHERE application_id = a.id))::integer AS stages
         FROM applicant p JOIN application a ON a.applicant_id = p.id
         WHERE p.applicant_number = ANY($1)`,
        numbers,
      ),
    ).toEqual([{ applications: 50, persons: 50, stages: 50 }]);
  });

  it("lets persons who are not in it apply while it is written", async () => {
    const { id: applicant } = await candidates.applicant();
    const receivedAt = "2023-12-20T10:00:00+09:00";
    const input = { applicant, fiscalYear: 2023, categories: ["PRODUCER"], receivedAt };
    await ministry.owner.query("BEGIN");
    try {
      await ministry.owner.query("SELECT FROM solicitation WHERE fiscal_year = 2023 FOR SHARE");
      await ministry.make("submitApplication", input);
      expect((await importing(someone())).reported).toEqual([]);
    } finally {
      await ministry.owner.query("ROLLBACK");
    }
  });

  it("waits for no solicitation that it has no row for", async () => {
    await ministry.owner.query("BEGIN");
    try {
      await ministry.owner.query("SELECT FROM solicitation WHERE fiscal_year = 2022 FOR UPDATE");
      expect((await importing(someone())).reported).toEqual([]);
    } finally {
      await ministry.owner.query("ROLLBACK");
    }
  });

  it("is not written where a new person was registered and applied meanwhile", async () => {
    const row = someone();
    await ministry.owner.query("BEGIN");
    await ministry.owner.query(
      `INSERT INTO applicant (applicant_number, name, name_kana)
       VALUES ($1, '試験 花子', 'シケン ハナコ')`,
      [row.applicant_number],
    );
    await ministry.owner.query(
      `INSERT INTO application (applicant_id, fiscal_year, received_at, stage)
       SELECT id, 2023, '2023-12-20T10:00:00+09:00', 'SUBMITTED' FROM applicant
       WHERE applicant_number = $1`,
      [row.applicant_number],
    );
    const imported = importing(row);
    // For this session: other tests use the same server.
    const waiting = `SELECT count(*)::integer AS waiting FROM pg_locks
      WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`;
    while ((await select(waiting))[0]?.["waiting"] === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await ministry.owner.query("COMMIT");
    expect((await imported).refusal).toMatch(/recorded by others at the same moment/);
    expect(await applicationsOf(row)).toMatchObject([{ version: 1, applicantVersion: 1 }]);
  });

  it("has a template whose examples it takes", () => {
    for (const { cell, example } of Object.values(applicationColumns)) {
      expect(cell.parse(example)).not.toBeUndefined();
    }
  });
});

describe("a spreadsheet imported again", () => {
  it("changes nothing, also where applications have gone on or mutations recorded them", async () => {
    const selected = await candidates.selected(["PRODUCER", "PROJECT_MANAGER"]);
    const withdrawn = await candidates.submitted();
    await ministry.make("withdrawApplication", { id: withdrawn.id });
    const rows = [
      someone({ categories: "PROJECT_MANAGER;PRODUCER" }),
      await rowOf(selected),
      await rowOf(withdrawn),
      await rowOf(await candidates.evaluated()),
    ];
    await importing(...rows);
    const before = await ministry.everything();
    const { summary } = await importing(...rows);
    expect(summary?.tables.get("application")).toEqual({
      inserted: 0,
      changed: 0,
      unchanged: 4,
      removed: 0,
    });
    expect(await ministry.everything()).toBe(before);
  });

  it("changes the applicant whose name has changed, and leaves the application at its stage", async () => {
    const application = await candidates.selected();
    const row = await rowOf(application);
    const before = await lastChange();
    const renamed = { ...row, name: "改名 花子" };
    expect((await refused(renamed)).length).toBe(1);
    const imported = await spreadsheets.import(fileOf(renamed), { overwrite: true });
    expect(writtenOf(imported, "applicant")).toBe("0/1/0");
    expect(writtenOf(imported, "application")).toBe("0/0/0");
    expect(await changesSince(before)).toEqual([
      { recordType: "applicant", version: 2, changes: { name: ["試験 花子", "改名 花子"] } },
    ]);
    expect(await applicationsOf(row)).toMatchObject([
      { name: "改名 花子", applicantVersion: 2, stage: "SELECTED" },
    ]);
  });

  it("counts a row as changed where the applicant's name or the categories are", async () => {
    const rows = [someone(), someone(), someone()] as const;
    await importing(...rows);
    const { summary } = await importing(
      { ...rows[0], name: "改名 花子" },
      { ...rows[1], categories: "SERVICE_DESIGNER" },
      rows[2],
    );
    if (!summary) throw new Error("it was refused");
    expect(formatSummary(summary, 0)[0]).toBe(
      "applications: 3 rows: 0 inserted, 2 changed, 1 unchanged",
    );
  });

  it("changes the time of receipt within its day, and no other row", async () => {
    const rows = [someone(), someone()] as const;
    await importing(...rows);
    const before = await lastChange();
    await importing(rows[0], { ...rows[1], received_at: "2023-12-20 10:01" });
    const [changed] = await applicationsOf(rows[1]);
    expect(await changesSince(before)).toEqual([
      {
        recordType: "application",
        version: 2,
        changes: { receivedAt: ["2023-12-20T01:00:00+00:00", "2023-12-20T01:01:00+00:00"] },
      },
    ]);
    expect(changed).toMatchObject({ version: 2, receivedAt: new Date("2023-12-20T01:01:00Z") });
  });

  it("adds and removes categories of an application that nobody has judged", async () => {
    const row = someone({ categories: "PRODUCER;PROJECT_MANAGER" });
    await importing(row);
    const before = await lastChange();
    const imported = await importing({ ...row, categories: "SERVICE_DESIGNER;PRODUCER" });
    expect(writtenOf(imported, "application_category")).toBe("1/0/1");
    const noted = await changesSince(before);
    expect(noted).toHaveLength(3);
    expect(noted).toContainEqual({ recordType: "application", version: 2, changes: {} });
    expect(await applicationsOf(row)).toMatchObject([
      { version: 2, stage: "SUBMITTED", categories: "PRODUCER;SERVICE_DESIGNER" },
    ]);
  });

  it("counts the version once where categories and time of receipt are put right", async () => {
    const row = someone({ categories: "PRODUCER;PROJECT_MANAGER" });
    await importing(row);
    await importing({ ...row, categories: "PRODUCER", received_at: "2023-12-20 10:01" });
    expect(await applicationsOf(row)).toMatchObject([{ version: 2 }]);
    await importing({ ...row, categories: "PRODUCER", received_at: "2023-12-20 10:01" });
    const [{ id } = { id: "" }] = await applicationsOf(row);
    await importing({ ...row, received_at: "2023-12-20 10:01" });
    expect(await ministry.refused("withdrawApplication", { id, expectedVersion: 2 })).toEqual([
      "VERSION_CONFLICT expectedVersion",
    ]);
  });

  it("takes a minute for the recorded instant that lies in it", async () => {
    const row = someone({ received_at: "2023-12-28T23:59:59.987+09:00" });
    await importing(row);
    const { summary } = await importing({ ...row, received_at: "2023-12-28 23:59" });
    expect(summary?.tables.get("application")?.unchanged).toBe(1);
  });

  it("keeps what is made up marked so, and marks what belongs to it", async () => {
    const row = someone();
    await importing({ ...row, fiscal_year: "2022", received_at: "2022-11-11 23:59" });
    await ministry.owner.query(
      "UPDATE applicant SET synthetic = true WHERE applicant_number = $1",
      [row.applicant_number],
    );
    await importing(row);
    await importing(row);
    expect(await applicationsOf(row)).toMatchObject([
      { fiscalYear: 2022, synthetic: false },
      { fiscalYear: 2023, synthetic: true, version: 1 },
    ]);
  });
});

describe("a row of applications", () => {
  const window =
    "an instant from the first minute of 2023-11-29 to the last of 2023-12-28 in Asia/Tokyo";
  const receipt =
    "an instant such as 2023-12-28T23:59:00+09:00, or YYYY-MM-DD HH:MM or YYYY/M/D H:MM in the time of Asia/Tokyo";
  const codes =
    'a list, separated by ";", of PRODUCER, PROJECT_MANAGER, SERVICE_DESIGNER, ENGINEER';
  it.each<[Cells, string]>([
    [
      { fiscal_year: "2021" },
      "fiscal_year: received 2021, expected a fiscal year with a solicitation",
    ],
    [
      { fiscal_year: "R5" },
      'fiscal_year: received "R5", expected a whole number from 1948 to 2100',
    ],
    [
      { applicant_number: "\u3000" },
      String.raw`applicant_number: received "\u3000" (blank), expected a text`,
    ],
    [{ name: "" }, 'name: received "", expected a text'],
    [
      { name: `${"x".repeat(79)}\u0007` },
      `name: received "${"x".repeat(79)}… with U+0007 at character 80, expected a text, of characters that everybody can read (no 外字, lost or unseen ones)`,
    ],
    [
      { name_kana: "ア".repeat(201) },
      `name_kana: received "${"ア".repeat(79)}…, expected a text of 1–200 characters that can be read`,
    ],
    [
      { name: "\u200b" },
      String.raw`name: received "\u200b" with U+200B at character 1, expected a text, of characters that everybody can read (no 外字, lost or unseen ones)`,
    ],
    [
      { name_en: "x".repeat(201) },
      `name_en: received "${"x".repeat(79)}…, expected a text of 1–200 characters that can be read`,
    ],
    [
      { received_at: "2023-11-28 23:59" },
      `received_at: received "2023-11-28T23:59+09:00", expected ${window}`,
    ],
    [
      { received_at: "2023/12/29 0:00" },
      `received_at: received "2023-12-29T00:00+09:00", expected ${window}`,
    ],
    [
      { received_at: "2023-12-28T15:00:00Z" },
      `received_at: received "2023-12-28T15:00:00Z", expected ${window}`,
    ],
    [{ received_at: "2023/12/20" }, `received_at: received "2023/12/20", expected ${receipt}`],
    [
      { received_at: "2023-12-20 24:00" },
      `received_at: received "2023-12-20 24:00", expected ${receipt}`,
    ],
    [
      { received_at: "2023-11-31 10:00" },
      `received_at: received "2023-11-31 10:00", expected ${receipt}`,
    ],
    [{ received_at: "" }, `received_at: received "", expected ${receipt}`],
    [{ categories: "" }, 'categories: received "", expected at least one category'],
    [
      { categories: "PRODUCER;PRODUCER" },
      'categories: received "PRODUCER;PRODUCER", expected each category once',
    ],
    [
      { categories: "PRODUCER;ENGINEER" },
      'categories: received "PRODUCER;ENGINEER", expected categories of PRODUCER, PROJECT_MANAGER, SERVICE_DESIGNER',
    ],
    [{ categories: "PRODUCER;" }, `categories: received "PRODUCER;", expected ${codes}`],
    [{ categories: "producer" }, `categories: received "producer", expected ${codes}`],
  ])("with %j is refused, and with it the file", async (cells, problem) => {
    expect(await refused(someone(), someone(cells), someone())).toEqual([`3: ${problem}`]);
  });

  it("lies in the window from its first to its last minute in Tokyo", async () => {
    const rows = [
      someone({ received_at: "2023-11-29 00:00" }),
      someone({ received_at: "2023-12-28 23:59" }),
      someone({ received_at: "2023-12-28T14:59:59.999Z" }),
    ];
    expect((await importing(...rows)).summary?.rows).toBe(3);
  });

  it("is taken in the last minute of the window, written with slashes", async () => {
    const row = someone({ received_at: "2023/12/28 23:59" });
    expect((await importing(row)).reported).toEqual([]);
    expect(await applicationsOf(row)).toMatchObject([
      { receivedAt: new Date("2023-12-28T23:59:00+09:00") },
    ]);
    expect(await refused(someone({ received_at: "2023/12/29 0:00" }))).toHaveLength(1);
  });

  it("lies in no window ahead, nor behind the day a solicitation closed early", async () => {
    const opened = { agency: "JP-MIC", categories: ["ENGINEER"] };
    const past = { ...opened, fiscalYear: 2019, opensOn: "2019-10-01", closesOn: "2019-10-31" };
    await ministry.make("openSolicitation", past);
    await ministry.make("closeSolicitation", { fiscalYear: 2019, closedOn: "2019-10-20" });
    const next = { ...opened, fiscalYear: 2098, opensOn: "2098-10-01", closesOn: "2098-10-31" };
    await ministry.make("openSolicitation", next);
    const engineer = (fiscal_year: string, received_at: string) =>
      someone({ fiscal_year, received_at, categories: "ENGINEER" });
    expect(
      await refused(
        engineer("2019", "2019-10-20 23:59"),
        engineer("2019", "2019-10-21 00:00"),
        engineer("2098", "2098-10-20 10:00"),
      ),
    ).toEqual([
      expect.stringMatching(/^3: received_at: .* to the last of 2019-10-20 in Asia\/Tokyo$/),
      expect.stringMatching(
        /^4: received_at: .*, expected an instant up to now, 20\d\d-.*\+09:00$/,
      ),
    ]);
  });

  it("is the person's only one to the solicitation", async () => {
    const row = someone();
    const twice = { ...row, applicant_number: ` ${row.applicant_number ?? ""} ` };
    expect(await refused(row, twice)).toEqual([
      expect.stringMatching(/^3: fiscal_year, applicant_number: .* stand already on line 2$/),
    ]);
  });

  it("names an applicant as the other rows of the file do", async () => {
    const row = someone({ name_en: "Hanako Shiken" });
    const earlier = { ...row, fiscal_year: "2022", received_at: "2022-10-20 10:00" };
    const others = { name: "試験 華子", name_kana: "シケン ハナ", name_en: "" };
    const report = (line: number) => [
      `${line}: name: received "試験 華子", expected "試験 花子", as the same applicant has on line 2`,
      `${line}: name_kana: received "シケン ハナ", expected "シケン ハナコ", as the same applicant has on line 2`,
      `${line}: name_en: received "", expected "Hanako Shiken", as the same applicant has on line 2`,
    ];
    expect(await refused(row, { ...earlier, ...others })).toEqual(report(3));
    const many = Array.from({ length: 1_000 }, () => someone());
    expect(await refused(row, ...many, { ...earlier, ...others })).toEqual(report(1_003));
    expect((await importing(row, ...many, earlier)).summary?.rows).toBe(1_002);
  });

  it("takes one name however it is typed, as the first row has it", async () => {
    const row = someone({ name: "がく 太郎", name_kana: "ガク タロウ", name_en: "Rene\u0301" });
    const earlier = { ...row, fiscal_year: "2022", received_at: "2022-10-20 10:00" };
    const typed = { name: "か\u3099く\u3000太郎", name_kana: "ｶﾞｸ ﾀﾛｳ", name_en: "René" };
    expect((await importing(row, { ...earlier, ...typed })).reported).toEqual([]);
    expect(await applicationsOf(row)).toMatchObject([{ name: row.name }, { name: row.name }]);
  });

  it("may rename an applicant in several years at once, and is not judged by a row that is refused", async () => {
    const row = someone();
    const earlier = { ...row, fiscal_year: "2022", received_at: "2022-10-20 10:00" };
    await importing(row, earlier);
    const name = "改名 花子";
    expect(
      await refused({ ...row, name, received_at: "2023-12-29 00:00" }, { ...earlier, name }),
    ).toEqual([
      expect.stringContaining(window),
      expect.stringMatching(/^2: received_at: .* an instant of 2023-12-20, the recorded day/),
    ]);
    expect(writtenOf(await importing({ ...row, name }, { ...earlier, name }), "applicant")).toBe(
      "0/1/0",
    );
  });

  it("cannot change what was received once the application is judged, decided or withdrawn", async () => {
    const judged = await candidates.submitted(["PRODUCER", "PROJECT_MANAGER"]);
    await ministry.make("recordEvaluation", await candidates.evaluation(judged.id));
    const withdrawn = await candidates.submitted();
    await ministry.make("withdrawApplication", { id: withdrawn.id });
    const rows = [
      await rowOf(judged),
      await rowOf(await candidates.evaluated()),
      await rowOf(await candidates.selected()),
      await rowOf(withdrawn),
    ];
    const categories = "SERVICE_DESIGNER";
    expect(await refused(...rows.map((row) => ({ ...row, categories })))).toEqual([
      '2: categories: received "SERVICE_DESIGNER", expected PRODUCER;PROJECT_MANAGER: the application has been judged',
      '3: categories: received "SERVICE_DESIGNER", expected PRODUCER: the application has been judged',
      '4: categories: received "SERVICE_DESIGNER", expected PRODUCER: the application has been decided',
      '5: categories: received "SERVICE_DESIGNER", expected PRODUCER: the application has been withdrawn',
    ]);
    const received_at = "2023-12-20 10:01";
    expect(await refused(...rows.map((row) => ({ ...row, received_at })))).toEqual(
      ["judged", "judged", "decided", "withdrawn"].map(
        (fate, index) =>
          `${index + 2}: received_at: received "2023-12-20T10:01+09:00", expected 2023-12-20T10:00:00+09:00: the application has been ${fate}`,
      ),
    );
  });

  it("cannot move the receipt to another day, which the first stage has", async () => {
    const row = someone();
    await importing(row);
    expect(await refused({ ...row, received_at: "2023-12-21 00:00" })).toEqual([
      '2: received_at: received "2023-12-21T00:00+09:00", expected an instant of 2023-12-20, the recorded day of its first stage',
    ]);
  });
});

// The last: what is compared before and after a refusal is everything there is.
describe("a spreadsheet of many applications", () => {
  it("takes the same statements for 1,000 rows as for two", async () => {
    const two = await importing(someone(), someone());
    const thousand = Array.from({ length: 1_000 }, (_, index) =>
      someone({ categories: index % 2 === 0 ? "PRODUCER" : "PROJECT_MANAGER;PRODUCER" }),
    );
    const first = await importing(...thousand);
    expect(writtenOf(first, "application")).toBe("1000/0/0");
    expect(first.statements).toEqual(two.statements);
    const own = first.statements.filter((one) => one.startsWith("import.lock"));
    expect(own).toEqual(
      ["lockSolicitations", "lockApplicants", "lockApplications"].map((one) => `import.${one}`),
    );
    expect((await importing(...thousand)).statements.length).toBeLessThanOrEqual(
      first.statements.length,
    );
  });
});
