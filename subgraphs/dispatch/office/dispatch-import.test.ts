import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";
import { type Cells, counts, importRows } from "./sheets.fixture";

let subgraph: TestSubgraph;
let office: Office;
let made = 0;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  office = await Office.open(subgraph);
  await office.organization({ code: "UN" });
  await office.organization({ code: "SCHOOL", type: "SCHOOL" });
  await office.organization({ code: "NOWHERE", country: null });
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const importing = (...rows: Cells[]) => importRows(subgraph.ownerUrl, "dispatches", rows);
const overwriting = (...rows: Cells[]) =>
  importRows(subgraph.ownerUrl, "dispatches", rows, { overwrite: true });

/** The number of a new official, at METI from 2000-04-01. */
async function newOfficial(): Promise<string> {
  const personnelNumber = `NEW-${(made += 1)}`;
  await office.official({ personnelNumber });
  return personnelNumber;
}

/** A dispatch of FY2020 and FY2021, ended. */
const row = (personnel_number: string, cells: Cells = {}): Cells => ({
  personnel_number,
  organization: "UN",
  post: "Adviser",
  legal_basis: "ART2_1_1",
  planned_from: "2020-04-01",
  planned_to: "2022-04-01",
  consent_on: "2020-01-10",
  started_on: "2020-04-01",
  returned_on: "2022-04-01",
  pay_ratio: "70",
  ...cells,
});
const open = { started_on: "", returned_on: "", consent_on: "" };

async function stored(personnelNumber: string): Promise<Record<string, unknown>[]> {
  const { rows } = await office.owner.query<Record<string, unknown>>(
    `SELECT d.version, d.state, d.post, d.country_code, d.home_agency_code, d.planned_to::text
     FROM dispatch d JOIN official o ON o.id = official_id WHERE personnel_number = $1
     ORDER BY planned_from, d.state`,
    [personnelNumber],
  );
  return rows;
}

async function refused(rows: Cells[], ...problems: string[]): Promise<void> {
  const before = await office.contents();
  const { reported } = await importing(...rows);
  expect(reported).toHaveLength(problems.length);
  problems.forEach((problem, index) => expect(reported[index]).toContain(problem));
  expect(await office.contents()).toEqual(before);
}

describe("a spreadsheet of dispatches", () => {
  it("adds them, changes nothing the second time, and one where one cell changed", async () => {
    const [one, two, three] = [await newOfficial(), await newOfficial(), await newOfficial()];
    const rows = [
      row(one, { country: "US" }),
      row(one, { ...open, planned_from: "2022-04-01", planned_to: "2023-04-01" }),
      row(two, { ...open, cancelled_on: "2020-03-01", cancellation_reason: "No need." }),
      row(three, { returned_on: "", post: " Economist " }),
    ];
    expect((await importing(...rows)).tables).toEqual({ dispatch: counts(4, 0, 0) });
    const home = { version: 1, post: "Adviser", home_agency_code: "JP-METI" };
    expect(await stored(one)).toEqual([
      { ...home, state: "RETURNED", country_code: "US", planned_to: "2022-04-01" },
      { ...home, state: "PLANNED", country_code: "CH", planned_to: "2023-04-01" },
    ]);
    expect(await stored(two)).toMatchObject([{ state: "CANCELLED" }]);
    expect(await stored(three)).toMatchObject([{ state: "ON_DISPATCH", post: "Economist" }]);
    const before = await office.contents();
    expect((await importing(...rows)).tables).toEqual({ dispatch: counts(0, 0, 4) });
    expect(await office.contents()).toEqual(before);
    const returned = rows.with(3, row(three, { post: "Economist", returned_on: "2021-10-01" }));
    expect((await importing(...returned)).tables).toEqual({ dispatch: counts(0, 1, 3) });
    expect(await stored(three)).toMatchObject([{ state: "RETURNED", version: 2 }]);
    const { rows: noted } = await office.owner.query(
      "SELECT action, record_type, version, changes FROM change_record ORDER BY id DESC LIMIT 1",
    );
    expect(noted).toEqual([
      {
        action: "import",
        record_type: "dispatch",
        version: 2,
        changes: { returnedOn: [null, "2021-10-01"] },
      },
    ]);
  });

  it("takes a dispatch from step to step, and plans anew what was cancelled", async () => {
    const official = await newOfficial();
    const { consent_on = "", started_on = "", returned_on = "" } = row(official);
    await importing(
      row(official, { ...open, cancelled_on: "2020-03-01", cancellation_reason: "-" }),
    );
    for (const days of [open, { ...open, consent_on }, { ...open, consent_on, started_on }]) {
      await importing(row(official, days));
    }
    await importing(row(official, { consent_on, started_on, returned_on }));
    expect(await stored(official)).toMatchObject([
      { state: "CANCELLED", version: 1 },
      { state: "RETURNED", version: 4 },
    ]);
  });

  it.each<[Cells, string]>([
    [{ personnel_number: "NOBODY" }, 'personnel_number: received "NOBODY", expected the number of'],
    [{ organization: "NONE" }, 'organization: received "NONE", expected the code of an organ'],
    [{ post: " " }, 'post: received " " (blank), expected a text of 1–200 characters'],
    [{ legal_basis: "ART3" }, 'legal_basis: received "ART3", expected one of ART2_1_1'],
    [{ legal_basis: "ART2_1_2" }, 'legal_basis: received "ART2_1_2", expected a legal basis that'],
    [{ organization: "SCHOOL" }, 'legal_basis: received "ART2_1_1", expected a legal basis that'],
    [{ country: "ZZ" }, 'country: received "ZZ", expected an ISO 3166-1'],
    [
      { ...open, consent_on: "2020-04-02" },
      'consent_on: received "2020-04-02", expected consent on or before 2020-04-01',
    ],
    [{ organization: "NOWHERE" }, 'country: received "", expected a country of duty'],
    [{ planned_from: "1948-03-31" }, 'planned_from: received "1948-03-31", expected a date from'],
    [{ planned_to: "2020-02-30" }, 'planned_to: received "2020-02-30", expected a date'],
    [{ pay_ratio: "101" }, 'pay_ratio: received "101", expected a whole number from 0 to 100'],
    [{ planned_to: "2025-04-02" }, 'npa_consulted_on: received "", expected the day of a consult'],
    [{ npa_consulted_on: "2100-01-01" }, 'npa_consulted_on: received "2100-01-01", expected a day'],
    [
      { consent_on: "" },
      'consent_on: received "", expected the official\'s consent on or before 2020-04',
    ],
    [{ consent_on: "2020-04-02" }, 'started_on: received "2020-04-01", expected a first day from'],
    [{ returned_on: "2020-04-01" }, 'returned_on: received "2020-04-01", expected a day after'],
    [
      { returned_on: "2022-04-02" },
      'returned_on: received "2022-04-02", expected a day up to 2022',
    ],
    [{ started_on: "" }, 'returned_on: received "2022-04-01", expected a dispatch that has begun'],
    [{ cancelled_on: "2020-03-01", cancellation_reason: "-" }, "cancelled_on: received"],
    [
      { ...open, cancelled_on: "2020-03-01" },
      'cancellation_reason: received "", expected a text of 1–2000',
    ],
    [{ cancellation_reason: "-" }, 'cancellation_reason: received "-", expected no reason'],
  ])("is refused with line and column: %j", async (cells, problem) => {
    const [good, bad] = [await newOfficial(), await newOfficial()];
    const { reported } = await importing(row(good), row(bad, cells));
    expect(reported[0]).toContain(`3: ${problem}`);
    expect(await stored(good)).toEqual([]);
  });

  it("does not plan anew what the office has cancelled or planned for another day since, unless it may overwrite", async () => {
    const number = await newOfficial();
    const planned = (cells = {}) => row(number, { ...open, ...cells });
    await importing(planned());
    const { rows } = await office.owner.query<{ id: string }>(
      "SELECT d.id FROM dispatch d JOIN official o ON o.id = official_id WHERE personnel_number = $1",
      [number],
    );
    const id = rows[0]?.id;
    const day = { plannedFrom: "2022-04-02", plannedTo: "2024-04-01" };
    await office.done("changePlannedDispatch", "dispatch", { id, ...day });
    const moved = "a row about the record as it is from";
    await refused(
      [planned()],
      `2: planned_from: received {"plannedFrom":"2020-04-01","cancelledOn":null}, expected ${moved} changePlannedDispatch`,
    );
    await office.done("cancelDispatch", "dispatch", { id, reason: "-" });
    await refused([planned()], `expected ${moved} changePlannedDispatch by`);
    const later = planned({ planned_from: "2022-04-02", planned_to: "2024-04-01" });
    await refused([later], `expected ${moved} cancelDispatch by`);
    expect((await overwriting(later)).tables).toEqual({ dispatch: counts(1, 0, 0) });
  });

  it("does not plan anew what somebody else's spreadsheet has cancelled since, unless it may overwrite", async () => {
    const number = await newOfficial();
    const planned = row(number, open);
    const cancelled = row(number, {
      ...open,
      cancelled_on: "2020-03-01",
      cancellation_reason: "-",
    });
    const by = (actor: string, overwrite: boolean, cells: Cells) =>
      importRows(subgraph.ownerUrl, "dispatches", [cells], { actor, overwrite });
    await by("ann", false, planned);
    expect((await by("bob", true, cancelled)).reported).toEqual([]);
    expect((await by("ann", false, planned)).reported).toEqual([
      expect.stringMatching(/a row about the record as it is from "import by .+ for bob" since/),
    ]);
    expect((await by("bob", false, planned)).reported).toEqual([]);
  });

  it("takes no overstay, but leaves one that the office acknowledged", async () => {
    const number = await newOfficial();
    const late = row(number, { returned_on: "2022-05-01" });
    await refused([late], "2: returned_on: received");
    await importing(row(number, { returned_on: "" }));
    const { rows } = await office.owner.query<{ id: string }>(
      "SELECT d.id FROM dispatch d JOIN official o ON o.id = official_id WHERE personnel_number = $1",
      [number],
    );
    await office.done("returnFromDispatch", "dispatch", {
      id: rows[0]?.id,
      returnedOn: "2022-05-01",
      acknowledgeOverstay: true,
    });
    expect((await importing(late)).tables).toEqual({ dispatch: counts(0, 0, 1) });
    await refused(
      [row(number)],
      '2: returned_on: received "2022-04-01", expected "2022-05-01", which',
    );
    expect((await overwriting(row(number))).tables).toEqual({ dispatch: counts(0, 1, 0) });
    await refused([late], "2: returned_on: received");
  });

  it("takes the country of another organization, and needs one where that has none", async () => {
    const number = await newOfficial();
    await importing(row(number, { country: "KE" }));
    expect((await importing(row(number))).tables).toEqual({ dispatch: counts(0, 0, 1) });
    await refused([row(number, { organization: "NOWHERE" })], "2: country: received");
  });

  it("refuses a first day without a home agency, or in the future", async () => {
    const official = await newOfficial();
    const early = { planned_from: "1999-04-01", planned_to: "2000-06-01" };
    await refused([row(official, { ...open, ...early })], "2: planned_from: received");
    await refused(
      [row(official, { ...open, ...early, cancelled_on: "1999-03-01", cancellation_reason: "-" })],
      "2: planned_from: received",
    );
    const future = { planned_from: "2047-04-01", planned_to: "2048-03-31", returned_on: "" };
    await refused(
      [row(official, { ...future, started_on: "2047-04-01" })],
      '2: started_on: received "2047-04-01", expected a day up to today',
    );
  });
});
