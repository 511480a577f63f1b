import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { fellowship } from "../fellowship";
import { Sheet } from "./sheet.fixture";
import { Office } from "../office.fixture";
import { dayAfter } from "../../kit/rules/period";

let subgraph: TestSubgraph;
let office: Office;
let placements: Sheet;
let cohort: string;
let fellow: string;
let fellow_number: string;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
  const values = office.fellowValues(cohort);
  fellow_number = values.fellowNumber;
  ({ id: fellow } = await office.make("admitFellow", values));
  placements = new Sheet(office, subgraph.ownerUrl, "placements", {
    fellow_number,
    host_kind: "AGENCY",
    host_agency: "JP-MOF",
    host_name: "",
    from: "2023-06-01",
    to: "2023-09-01",
    end_reason: "",
    cancelled_on: "",
    cancellation_reason: "",
  });
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const company = { host_kind: "COMPANY", host_agency: "", host_name: " Example K.K. " };
const cancelled = { cancelled_on: "2023-05-31", cancellation_reason: "No desk." };
const onRecord = async (id = fellow) => {
  const { rows } = await office.owner.query(
    `SELECT id, version, synthetic, host_kind AS kind, host_agency_code AS agency, host_name AS name,
       from_date::text AS from, to_date::text AS to, end_reason AS ended,
       cancelled_on::text AS cancelled, cancellation_reason AS why
     FROM placement WHERE fellow_id = $1 ORDER BY from_date, version DESC, id`,
    [id],
  );
  return rows as ({ id: string; version: number } & Record<string, unknown>)[];
};
const changesOf = async (id: string | undefined) => {
  const { rows } = await office.owner.query(
    "SELECT version, action, changes FROM change_record WHERE record_id = $1 ORDER BY id",
    [id],
  );
  return rows as object[];
};

describe("a spreadsheet of placements", () => {
  it("becomes placements, as planned, ended and cancelled, and notes each", async () => {
    const { counts, reported } = await placements.take(
      { from: "2023-04-01", to: "2023-06-01", end_reason: " The office moved. " },
      { ...company },
      {
        host_kind: "DIET_OFFICE",
        host_agency: "",
        host_name: "Office",
        from: "2023-09-01",
        to: "2024-04-01",
      },
      { from: "2023-06-15", ...cancelled },
    );
    expect(reported).toEqual([]);
    expect(counts).toEqual({ inserted: 4, changed: 0, unchanged: 0, removed: 0 });
    const found = await onRecord();
    const common = { version: 1, synthetic: false, ended: null, cancelled: null, why: null };
    expect(found).toMatchObject([
      { ...common, kind: "AGENCY", agency: "JP-MOF", name: null, ended: "The office moved." },
      { ...common, kind: "COMPANY", agency: null, name: "Example K.K.", to: "2023-09-01" },
      { ...common, cancelled: "2023-05-31", why: "No desk." },
      { ...common, kind: "DIET_OFFICE", name: "Office", from: "2023-09-01", to: "2024-04-01" },
    ]);
    expect(await changesOf(found[1]?.id)).toMatchObject([
      { version: 1, action: "import", changes: { fellowId: fellow, hostName: "Example K.K." } },
    ]);
  });

  it("leaves a placement open where the end of the cohort is not known", async () => {
    const values = { ...office.fellowValues("MIKE_MANSFIELD-12"), admittedOn: "2007-01-01" };
    const { id } = await office.make("admitFellow", values);
    await placements.take({ fellow_number: values.fellowNumber, from: "2007-09-01", to: "" });
    expect(await onRecord(id)).toMatchObject([{ from: "2007-09-01", to: null }]);
  });

  it("changes nothing the second time, and one row where one cell was changed", async () => {
    const rows = [
      {},
      { from: "2023-09-01", to: "2023-12-01" },
      { from: "2023-07-01", ...cancelled },
    ];
    await placements.take(...rows);
    const before = await office.everything();
    expect((await placements.take(...rows)).counts).toMatchObject({ changed: 0, unchanged: 3 });
    expect(await office.everything()).toBe(before);
    const changed = rows.map((row) => ("to" in row ? { ...row, to: "2023-12-02" } : row));
    expect((await placements.take(...changed)).counts).toMatchObject({ changed: 1, unchanged: 2 });
    const found = await onRecord();
    expect(found.map(({ version }) => version)).toEqual([1, 1, 2]);
    expect((await changesOf(found[2]?.id))[1]).toEqual({
      version: 2,
      action: "import",
      changes: { to: ["2023-12-01", "2023-12-02"] },
    });
  });

  it("goes on where mutations left off, and they go on after it", async () => {
    const { id } = await office.placement(fellow, { from: "2023-06-01", to: "2023-09-01" });
    expect((await placements.take({})).counts).toMatchObject({ inserted: 0, unchanged: 1 });
    expect(await placements.refused({ ...company })).toHaveLength(3);
    await placements.overwrite({ ...company });
    const change = { id, to: "2023-10-01", expectedVersion: 2 };
    expect(await office.make("changePlacement", change)).toMatchObject({
      version: 3,
      hostKind: "COMPANY",
    });
  });
});

it("a placement that an officer moved to another day since is not made anew, unless it may overwrite", async () => {
  const days = { from: "2023-12-10", to: "2023-12-20" };
  await placements.take(days);
  const [{ id } = { id: "" }] = (await onRecord()).filter(({ from }) => from === days.from);
  await office.make("changePlacement", { id, from: "2023-12-22", to: "2023-12-28" });
  expect(await placements.refused(days)).toEqual([
    expect.stringMatching(
      /^2: from: received .*, expected a row about the record as it is from changePlacement by/,
    ),
  ]);
  expect((await placements.overwrite(days)).counts).toMatchObject({ inserted: 1 });
});

describe("a row about a placement", () => {
  const later = { from: "2023-10-01", to: "2023-11-01" };
  const tomorrow = dayAfter(today());
  const inCohort = expect.stringMatching(
    /, expected a day of cohort \S+, from 2023-04-01 to 2024-03-31$/,
  );
  it.each<[what: string, cells: Record<string, string>, problems: string[]]>([
    [
      "of a fellow nobody knows",
      { fellow_number: "nobody" },
      ['fellow_number: received "nobody", expected the number of a fellow on record'],
    ],
    [
      "with another kind of host",
      { host_kind: "NGO" },
      ['host_kind: received "NGO", expected one of AGENCY, DIET_OFFICE, COMPANY'],
    ],
    [
      "at an agency without a code",
      { host_agency: "" },
      ['host_agency: received "", expected the code of an agency and no name for AGENCY'],
    ],
    [
      "at an agency with a name besides",
      { host_name: "MOF" },
      ['host_name: received "MOF", expected the code of an agency and no name for AGENCY'],
    ],
    [
      "at a company without a name",
      { ...company, host_name: "" },
      ['host_name: received "", expected a name and no code of an agency for COMPANY'],
    ],
    [
      "at a company with an agency besides",
      { ...company, host_agency: "JP-MOF" },
      ['host_agency: received "JP-MOF", expected a name and no code of an agency for COMPANY'],
    ],
    [
      "at a company with a long name",
      { ...company, host_name: "長".repeat(201) },
      [
        `host_name: received "${"長".repeat(79)}…, expected a text of 1–200 characters that can be read`,
      ],
    ],
    [
      "at an agency nobody knows",
      { host_agency: "JP-NONE" },
      ['host_agency: received "JP-NONE", expected the code of an agency such as "JP-NPA"'],
    ],
    [
      "at an agency of another country",
      { host_agency: "US-DOD" },
      ['host_agency: received "US-DOD", expected an agency of JP'],
    ],
    [
      "that ends on its first day",
      { to: "2023-10-01", end_reason: "Moved." },
      ['to: received "2023-10-01", expected a day after 2023-10-01, the first day'],
    ],
    ["before the cohort", { from: "2023-03-31", to: "2023-04-02" }, [inCohort]],
    [
      "after the cohort",
      { to: "2024-04-02" },
      [expect.stringMatching(/^to: received "2024-04-02", expected a day up to 2024-04-01, /)],
    ],
    [
      "open in a cohort that ends",
      { to: "" },
      [expect.stringMatching(/^to: received "", expected a day up to 2024-04-01, /)],
    ],
    [
      "on days of another",
      { from: "2023-08-31", to: "2023-09-02" },
      [
        'from: received "2023-08-31", expected days outside the fellow\'s placement from 2023-06-01 to before 2023-09-01, on line 2',
      ],
    ],
    [
      "that was ended but has no end",
      { to: "", end_reason: "Moved." },
      [
        expect.stringMatching(/^to: received "", expected a day up to /),
        'to: received "", expected the day after the last, as the reason of an end is given',
      ],
    ],
    [
      "ended for a long reason",
      { end_reason: "x".repeat(2_001) },
      [
        expect.stringMatching(
          /^end_reason: received "x+…, expected a text of 1–2000 characters that can be read$/,
        ),
      ],
    ],
    [
      "cancelled on its first day, without a reason",
      { cancelled_on: "2023-10-01" },
      [
        'cancelled_on: received "2023-10-01", expected a day before 2023-10-01, on which it begins',
        'cancellation_reason: received "", expected a text of 1–2000 characters that can be read',
      ],
    ],
    [
      "ended and cancelled",
      { ...cancelled, end_reason: "Moved." },
      ['cancelled_on: received "2023-05-31", expected a placement that has not been ended'],
    ],
    [
      "cancelled before admission",
      { ...cancelled, cancelled_on: "2023-02-28" },
      [
        'cancelled_on: received "2023-02-28", expected a day from 2023-03-01, on which the fellow was admitted',
      ],
    ],
    [
      "at a company whose name nobody sees",
      { ...company, host_name: "\u200B" },
      [
        String.raw`host_name: received "\u200b" with U+200B at character 1, expected a text, or nothing, of characters that everybody can read (no 外字, lost or unseen ones)`,
      ],
    ],
    [
      "cancelled in the future",
      { ...cancelled, from: "2099-10-01", to: "2099-11-01", cancelled_on: tomorrow },
      [`cancelled_on: received "${tomorrow}", expected a day up to today, ${today()}`],
    ],
    [
      "cancelled, of no day",
      { ...cancelled, to: "2023-10-01" },
      ['to: received "2023-10-01", expected a day after 2023-10-01, the first day'],
    ],
    [
      "with the reason of a cancellation alone",
      { cancellation_reason: "No desk." },
      [
        'cancellation_reason: received "No desk.", expected nothing where there is no day of cancellation',
      ],
    ],
  ])("%s is refused with its line and column", async (_what, cells, problems) => {
    const reported = await placements.refused({}, { ...later, ...cells });
    expect(reported.filter((line) => !line.startsWith("3: "))).toEqual([]);
    expect(reported.map((line) => line.slice("3: ".length))).toEqual(problems);
  });

  it("is refused before admission, or after the end of the fellowship", async () => {
    const admitted = { ...office.fellowValues(cohort), admittedOn: "2023-06-02" };
    await office.make("admitFellow", admitted);
    const [completed, withdrawn] = [office.fellowValues(cohort), office.fellowValues(cohort)];
    const { id } = await office.make("admitFellow", completed);
    await office.make("completeFellowship", { id, lastDay: "2023-08-30" });
    const left = await office.make("admitFellow", withdrawn);
    await office.make("withdrawFellow", { id: left.id, lastDay: "2023-08-30", reason: "Moved." });
    const over =
      'to: received "2023-09-01", expected days up to 2023-08-30, the last of the fellowship';
    const numbers = [admitted, completed, withdrawn].map((one) => one.fellowNumber);
    expect(await placements.refused(...numbers.map((one) => ({ fellow_number: one })))).toEqual([
      '2: from: received "2023-06-01", expected a day from 2023-06-02, on which the fellow was admitted',
      `3: ${over}`,
      `4: ${over}`,
    ]);
    await placements.take(
      ...numbers.slice(1).map((one) => ({ fellow_number: one, to: "2023-08-31" })),
    );
  });

  it("is refused where it was ended after today", async () => {
    const values = { ...office.fellowValues("MIKE_MANSFIELD-28"), admittedOn: "2024-01-01" };
    await office.make("admitFellow", values);
    const row = { fellow_number: values.fellowNumber, from: "2024-09-01", end_reason: "Moved." };
    const to = dayAfter(dayAfter(today()));
    expect(await placements.refused({ ...row, to })).toEqual([
      `2: to: received "${to}", expected the day after a last day up to today, ${today()}`,
    ]);
    await placements.take({ ...row, to: dayAfter(today()) });
  });

  it("does not cancel what is on record as ended", async () => {
    await placements.take({ end_reason: "Moved." });
    expect(await placements.refused(cancelled)).toEqual([
      '2: cancelled_on: received "2023-05-31", expected a placement that has not been ended',
    ]);
  });

  it("is synthetic where its fellow is", async () => {
    await office.makeSynthetic("fellow", fellow);
    await placements.take({});
    expect(await onRecord()).toMatchObject([{ synthetic: true }]);
  });

  it("is refused where its fellow and first day stand above", async () => {
    expect(await placements.refused({}, { to: "2023-07-01" })).toEqual([
      `3: fellow_number, from: received ["${fellow_number}","2023-06-01"], expected a value that does not stand already on line 2`,
    ]);
  });
});

describe("two placements of a fellow", () => {
  it("in one file may follow each other to the day, in any order", async () => {
    await placements.take(
      { from: "2023-09-01", to: "2023-10-01" },
      { from: "2023-04-01", to: "2023-06-01" },
      {},
    );
  });

  it("that overlap are refused, whichever comes first, in the file or on record", async () => {
    const [early, late] = [{ from: "2023-05-01", to: "2023-06-02" }, {}];
    expect(await placements.refused(early, late)).toEqual([
      '3: from: received "2023-06-01", expected days outside the fellow\'s placement from 2023-05-01 to before 2023-06-02, on line 2',
    ]);
    expect(await placements.refused(late, early)).toEqual([
      '3: from: received "2023-05-01", expected days outside the fellow\'s placement from 2023-06-01 to before 2023-09-01, on line 2',
    ]);
    await office.placement(fellow, { from: "2023-05-01", to: "2023-06-02" });
    expect(await placements.refused(late)).toEqual([
      '2: from: received "2023-06-01", expected days outside the fellow\'s placement from 2023-05-01 to before 2023-06-02',
    ]);
  });

  it("can take over days that one frees in the same file, ended or cancelled", async () => {
    await placements.take({}, { from: "2023-10-01", to: "2023-12-01" });
    await placements.take(
      { ...company, from: "2023-08-01", to: "2023-11-01" },
      { from: "2023-10-01", to: "2023-12-01", ...cancelled },
      { to: "2023-08-01", end_reason: "Moved." },
    );
    expect(await onRecord()).toMatchObject([
      { version: 2, from: "2023-06-01", to: "2023-08-01", ended: "Moved.", cancelled: null },
      { version: 1, from: "2023-08-01", kind: "COMPANY" },
      { version: 2, from: "2023-10-01", cancelled: "2023-05-31" },
    ]);
  });

  it("from the same day are distinguished by whether they were cancelled", async () => {
    await placements.take(cancelled);
    expect((await placements.take({ ...company })).counts).toMatchObject({ inserted: 1 });
    expect((await placements.take(cancelled)).counts).toMatchObject({ unchanged: 1 });
    expect((await placements.take({ ...company })).counts).toMatchObject({ unchanged: 1 });
    expect(await onRecord()).toHaveLength(2);
  });
});

describe("a long spreadsheet", () => {
  const numbers = Array.from({ length: 600 }, (_unused, index) => `LONG-${index}`);
  const row = (number: string, place: number) => ({
    fellow_number: number,
    ...(place === 0 ? {} : { from: "2023-09-01", to: "2023-12-01" }),
  });
  beforeAll(async () => {
    const { id } = await office.cohort();
    await office.owner.query(
      `INSERT INTO fellow (fellow_number, name, cohort_id, sending_agency_code, admitted_on)
       SELECT number, 'Ada', $1, 'US-DOD', '2023-03-01' FROM unnest($2::text[]) AS g(number)`,
      [id, numbers],
    );
  });

  it("is judged as a whole: a placement that overlaps one a thousand rows above is refused", async () => {
    const rows = [0, 1].flatMap((place) => numbers.map((number) => row(number, place)));
    const reported = await placements.refused(...rows, { ...row("LONG-7", 0), from: "2023-08-31" });
    expect(reported).toEqual([
      '1202: from: received "2023-08-31", expected days outside the fellow\'s placement from 2023-06-01 to before 2023-09-01, on line 9',
    ]);
  });

  it("takes as many statements for a thousand placements as for two", async () => {
    const few = await placements.take(row("LONG-0", 0), row("LONG-0", 1));
    const rows = numbers.slice(0, 500).flatMap((number) => [row(number, 0), row(number, 1)]);
    const many = await placements.take(...rows);
    expect(many.counts).toEqual({ inserted: 998, changed: 0, unchanged: 2, removed: 0 });
    expect(many.statements).toEqual(few.statements);
    expect(many.statements.filter((tag) => tag.startsWith("import."))).toEqual([
      ...["import.keys", "import.keys", "import.addKeys", "import.fellows", "import.cohorts"],
      ...["import.placements", "import.shape", "import.upsert"],
    ]);
  });
});
