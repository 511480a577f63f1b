import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { fellowship } from "../fellowship";
import { Sheet } from "./sheet.fixture";
import { Office } from "../office.fixture";
import { dayAfter } from "../../kit/rules/period";

const published = "MIKE_MANSFIELD-28";
let subgraph: TestSubgraph;
let office: Office;
let cohort: string;
let fellows: Sheet;
let count = 0;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
  office = await Office.of(subgraph);
});
beforeEach(async () => {
  ({ id: cohort } = await office.cohort());
  fellows = new Sheet(office, subgraph.ownerUrl, "fellows", {
    fellow_number: "",
    name: "Ada Example",
    cohort,
    sending_agency: "US-DOD",
    admitted_on: "2023-03-01",
    completed_on: "",
    withdrawn_on: "",
    withdrawal_reason: "",
  });
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const next = () => `I-${(count += 1)}`;
const onRecord = async (prefix: string) => {
  const { rows } = await office.owner.query(
    `SELECT id, version, synthetic, fellow_number AS number, name, cohort_id AS cohort, status,
       admitted_on::text AS admitted, completed_on::text AS completed, withdrawn_on::text AS withdrawn,
       withdrawal_reason AS reason
     FROM fellow WHERE fellow_number LIKE $1 || '%' ORDER BY fellow_number`,
    [prefix],
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

describe("a spreadsheet of fellows", () => {
  it("becomes fellows who are admitted, have completed or have withdrawn, and notes each", async () => {
    const number = next();
    const { counts, reported } = await fellows.take(
      { fellow_number: ` ${number}-a `, name: " 髙橋 Ada " },
      { fellow_number: `${number}-b`, completed_on: "2024-03-31" },
      {
        fellow_number: `${number}-c`,
        withdrawn_on: "2023-03-15",
        withdrawal_reason: " Recalled. ",
      },
      { fellow_number: `${number}-d`, cohort: published, admitted_on: today() },
    );
    expect(reported).toEqual([]);
    expect(counts).toEqual({ inserted: 4, changed: 0, unchanged: 0, removed: 0 });
    const found = await onRecord(number);
    const common = { version: 1, synthetic: false, cohort, admitted: "2023-03-01" };
    const open = { completed: null, withdrawn: null, reason: null };
    expect(found).toMatchObject([
      { ...common, ...open, number: `${number}-a`, name: "髙橋 Ada", status: "ADMITTED" },
      { ...common, ...open, status: "COMPLETED", completed: "2024-03-31" },
      { ...common, status: "WITHDRAWN", withdrawn: "2023-03-15", reason: "Recalled." },
      { ...common, ...open, cohort: published, admitted: today() },
    ]);
    expect(await changesOf(found[1]?.id)).toMatchObject([
      { version: 1, action: "import", changes: { status: "COMPLETED", completedOn: "2024-03-31" } },
    ]);
  });

  it("changes nothing the second time, and one row where one cell was changed", async () => {
    const number = next();
    const rows = [1, 2, 3].map((place) => ({ fellow_number: `${number}-${place}` }));
    await fellows.take(...rows);
    const before = await office.everything();
    expect((await fellows.take(...rows)).counts).toMatchObject({ changed: 0, unchanged: 3 });
    expect(await office.everything()).toBe(before);
    const changed = [...rows.slice(0, 2), { fellow_number: `${number}-3`, name: "Grace" }];
    expect((await fellows.take(...changed)).counts).toMatchObject({ changed: 1, unchanged: 2 });
    const found = await onRecord(number);
    expect(found.map(({ version }) => version)).toEqual([1, 1, 2]);
    expect((await changesOf(found[2]?.id))[1]).toEqual({
      version: 2,
      action: "import",
      changes: { name: ["Ada Example", "Grace"] },
    });
  });

  it("goes on where mutations left off, and they go on after it", async () => {
    const fellow_number = next();
    const { id } = await office.fellow(cohort, { fellowNumber: fellow_number });
    const { counts } = await fellows.take({ fellow_number, name: "Test Fellow", cohort });
    expect(counts).toMatchObject({ inserted: 0, unchanged: 1 });
    const completed = { id, lastDay: "2024-03-31", expectedVersion: 1 };
    expect(await office.make("completeFellowship", completed)).toMatchObject({ version: 2 });
  });
});

describe("a row about a fellow", () => {
  const empty = "a text of 1–";
  const tomorrow = dayAfter(today());
  it.each<[what: string, cells: Record<string, string>, problems: string[]]>([
    [
      "without a number",
      { fellow_number: " " },
      ['fellow_number: received " " (blank), expected a text'],
    ],
    [
      "with a long number",
      { fellow_number: "1".repeat(51) },
      [
        `fellow_number: received "${"1".repeat(51)}", expected 1–50 letters, digits, hyphens and underscores`,
      ],
    ],
    [
      "with a long name",
      { name: "長".repeat(201) },
      [`name: received "${"長".repeat(79)}…, expected ${empty}200 characters that can be read`],
    ],
    [
      "of a cohort nobody knows",
      { cohort: "MIKE_MANSFIELD-999" },
      ['cohort: received "MIKE_MANSFIELD-999", expected the id of a cohort on record'],
    ],
    [
      "of an agency nobody knows",
      { sending_agency: "US-WAR" },
      ['sending_agency: received "US-WAR", expected the code of an agency such as "JP-NPA"'],
    ],
    [
      "of a Japanese agency",
      { sending_agency: "JP-MOF" },
      ['sending_agency: received "JP-MOF", expected an agency of US'],
    ],
    [
      "admitted in the future",
      { cohort: published, admitted_on: tomorrow },
      [`admitted_on: received "${tomorrow}", expected a day up to today, ${today()}`],
    ],
    [
      "admitted after the cohort",
      { admitted_on: "2024-04-01" },
      [expect.stringMatching(/^admitted_on: received "2024-04-01", expected a day before 2024-04/)],
    ],
    [
      "completed in the future",
      { cohort: published, completed_on: tomorrow },
      [`completed_on: received "${tomorrow}", expected a day up to today, ${today()}`],
    ],
    [
      "completed before admission and the cohort",
      { completed_on: "2023-02-28" },
      [
        'completed_on: received "2023-02-28", expected a day from 2023-03-01, on which the fellow was admitted',
        expect.stringMatching(/^completed_on: received "2023-02-28", expected a day of cohort /),
      ],
    ],
    [
      "completed after the cohort",
      { completed_on: "2024-04-01" },
      [expect.stringMatching(/^completed_on: received "2024-04-01", expected a day of cohort /)],
    ],
    [
      "withdrawn in the future",
      { cohort: published, withdrawn_on: tomorrow, withdrawal_reason: "Moved." },
      [`withdrawn_on: received "${tomorrow}", expected a day up to today, ${today()}`],
    ],
    [
      "withdrawn before admission, without a reason",
      { withdrawn_on: "2023-02-28" },
      [
        'withdrawn_on: received "2023-02-28", expected a day from 2023-03-01, on which the fellow was admitted',
        `withdrawal_reason: received "", expected ${empty}2000 characters that can be read`,
      ],
    ],
    [
      "withdrawn after the cohort",
      { withdrawn_on: "2024-04-01", withdrawal_reason: "Moved." },
      [
        expect.stringMatching(
          /^withdrawn_on: received "2024-04-01", expected a day before 2024-04/,
        ),
      ],
    ],
    [
      "with a reason alone",
      { withdrawal_reason: "Moved." },
      [
        'withdrawal_reason: received "Moved.", expected nothing where there is no day of withdrawal',
      ],
    ],
    [
      "completed and withdrawn",
      { completed_on: "2024-03-31", withdrawn_on: "2024-03-31", withdrawal_reason: "Moved." },
      ['withdrawn_on: received "2024-03-31", expected nothing beside a completion, on 2024-03-31'],
    ],
  ])("%s is refused with its line and column", async (_what, cells, problems) => {
    const reported = await fellows.refused(
      { fellow_number: next() },
      { fellow_number: next(), ...cells },
    );
    expect(reported.filter((line) => !line.startsWith("3: "))).toEqual([]);
    expect(reported.map((line) => line.slice("3: ".length))).toEqual(problems);
  });

  it("is refused where its number stands above, however it is spaced", async () => {
    const fellow_number = next();
    expect(
      await fellows.refused({ fellow_number }, { fellow_number: `${fellow_number} ` }),
    ).toEqual([
      `3: fellow_number: received "${fellow_number}", expected a value that does not stand already on line 2`,
    ]);
  });
});

describe("a row about a fellow on record", () => {
  it("ends a fellowship after which no placement goes on, and corrects the day", async () => {
    const fellow_number = next();
    const { id } = await office.fellow(cohort, { fellowNumber: fellow_number });
    await office.placement(id, { from: "2023-09-01", to: "2024-03-01" });
    const goesOn =
      "expected a day after which no placement goes on, as does one from 2023-09-01 to before 2024-03-01";
    expect(await fellows.refused({ fellow_number, completed_on: "2024-02-28" })).toEqual([
      `2: completed_on: received "2024-02-28", ${goesOn}`,
    ]);
    const reason = { withdrawal_reason: "Moved." };
    expect(await fellows.refused({ fellow_number, withdrawn_on: "2024-02-28", ...reason })).toEqual(
      [`2: withdrawn_on: received "2024-02-28", ${goesOn}`],
    );
    await fellows.overwrite({ fellow_number, completed_on: "2024-03-31" });
    await fellows.take({ fellow_number, completed_on: "2024-02-29" });
    expect(await onRecord(fellow_number)).toMatchObject([
      { version: 3, status: "COMPLETED", completed: "2024-02-29" },
    ]);
  });

  it("does not undo the end of a fellowship, or make another of it", async () => {
    const [completed, withdrawn] = [next(), next()];
    const left = { withdrawn_on: "2023-05-31", withdrawal_reason: "Moved." };
    await fellows.take(
      { fellow_number: completed, completed_on: "2024-03-31" },
      { fellow_number: withdrawn, ...left },
    );
    expect(
      await fellows.refused({ fellow_number: completed }, { fellow_number: withdrawn }),
    ).toEqual([
      '2: completed_on: received "", expected the last day of a fellowship that was completed, 2024-03-31 on record',
      '3: withdrawn_on: received "", expected the last day of a fellowship that was withdrawn from, 2023-05-31 on record',
    ]);
    expect(await fellows.refused({ fellow_number: completed, ...left })).toHaveLength(1);
  });

  it("leaves placements inside the cohort and after admission", async () => {
    const fellow_number = next();
    const { id } = await office.fellow(cohort, { fellowNumber: fellow_number });
    await office.placement(id, { from: "2023-09-01", to: "2024-03-01" });
    const later = await office.cohort({ startsOn: "2023-09-02", endsOn: "2024-08-31" });
    expect(
      await fellows.refused({ fellow_number, cohort: later.id, admitted_on: "2023-09-02" }),
    ).toEqual([
      '2: admitted_on: received "2023-09-02", expected a day up to 2023-09-01, on which a placement begins',
      `2: cohort: received "${later.id}", expected a cohort that holds the placement from 2023-09-01 to before 2024-03-01`,
    ]);
    const same = await office.cohort({ startsOn: "2023-09-01", endsOn: "2024-02-29" });
    await fellows.overwrite({ fellow_number, cohort: same.id, admitted_on: "2023-09-01" });
    expect(await onRecord(fellow_number)).toMatchObject([{ version: 2, cohort: same.id }]);
  });

  it("ignores placements that were cancelled", async () => {
    const fellow_number = next();
    const { id } = await office.fellow(cohort, { fellowNumber: fellow_number });
    const cancelled = { from: "2024-01-01", to: "2024-03-01", on: "2023-12-31" };
    await office.cancelledPlacement(id, cancelled);
    await fellows.overwrite({ fellow_number, completed_on: "2023-12-31" });
  });

  it("makes a fellow of a synthetic cohort synthetic, and keeps synthetic fellows so", async () => {
    const number = next();
    const { id } = await office.cohort();
    await office.makeSynthetic("cohort", id);
    const kept = await office.fellow(cohort, { fellowNumber: `${number}-b` });
    await office.makeSynthetic("fellow", kept.id);
    const rows = ["a", "b", "c"].map((one) => ({ fellow_number: `${number}-${one}` }));
    await fellows.overwrite({ ...rows[0], cohort: id }, { ...rows[1] }, { ...rows[2] });
    const found = await onRecord(number);
    expect(found.map(({ synthetic }) => synthetic)).toEqual([true, true, false]);
  });

  it("refuses texts that nobody can read", async () => {
    const fellow_number = next();
    const unread =
      "expected a text, of characters that everybody can read (no 外字, lost or unseen ones)";
    expect(await fellows.refused({ fellow_number, name: "Ada\u0085" })).toEqual([
      String.raw`2: name: received "Ada\u0085" with U+0085 at character 4, ${unread}`,
    ]);
    expect(await fellows.refused({ fellow_number, name: "\u200B" })).toEqual([
      String.raw`2: name: received "\u200b" with U+200B at character 1, ${unread}`,
    ]);
  });

  it("waits for whoever changes the fellow, and sees what was changed", async () => {
    const fellow_number = next();
    const { id } = await office.fellow(cohort, { fellowNumber: fellow_number });
    const other = new Client({ connectionString: subgraph.ownerUrl });
    await other.connect();
    await other.query("BEGIN");
    await other.query(
      "UPDATE fellow SET status = 'COMPLETED', completed_on = '2024-03-31', version = 2 WHERE id = $1",
      [id],
    );
    const importing = fellows.take({ fellow_number }).catch(String);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await other.query("COMMIT");
    await other.end();
    expect(await importing).toContain("2024-03-31 on record");
  });
});

it("a thousand fellows take as many statements as two", async () => {
  const number = next();
  const rows = (most: number) =>
    Array.from({ length: most }, (_unused, index) => ({
      fellow_number: `${number}-${most}-${index}`,
      cohort: index % 2 === 0 ? cohort : published,
    }));
  const few = await fellows.take(...rows(2));
  const many = await fellows.take(...rows(1_000));
  expect(many.statements).toEqual(few.statements);
  expect(many.statements.filter((tag) => tag.startsWith("import."))).toEqual([
    ...["import.keys", "import.keys", "import.addKeys", "import.fellows", "import.cohorts"],
    ...["import.placements", "import.shape", "import.upsert"],
  ]);
});
