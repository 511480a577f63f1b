import { Client } from "pg";
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
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const importing = (...rows: Cells[]) => importRows(subgraph.ownerUrl, "dispatches", rows);
const overwriting = (...rows: Cells[]) =>
  importRows(subgraph.ownerUrl, "dispatches", rows, { overwrite: true });

async function newOfficial(): Promise<{ id: string; number: string }> {
  const number = `NEW-${(made += 1)}`;
  const { id } = await office.official({ personnelNumber: number });
  return { id, number };
}

const row = (personnel_number: string, from: string, to: string, cells: Cells = {}): Cells => ({
  personnel_number,
  organization: "UN",
  post: "Adviser",
  legal_basis: "ART2_1_1",
  planned_from: from,
  planned_to: to,
  ...cells,
});
const begun = (from: string, returned_on = "") => ({
  consent_on: from,
  started_on: from,
  returned_on,
});

/** The numbers of new officials, at METI from 2000-04-01. */
async function manyOfficials(most: number): Promise<string[]> {
  const { rows } = await office.owner.query<{ number: string }>(
    `WITH made AS (
       INSERT INTO official (personnel_number, name)
       SELECT 'MANY-' || $2 || '-' || i, 'Many' FROM generate_series(1, $1::integer) i
       RETURNING id, personnel_number
     ), belonging AS (
       INSERT INTO official_home_agency (official_id, agency_code, from_date)
       SELECT id, 'JP-METI', '2000-04-01' FROM made
     )
     SELECT personnel_number AS number FROM made`,
    [most, (made += 1)],
  );
  return rows.map(({ number }) => number);
}

async function refused(rows: Cells[], ...problems: string[]): Promise<void> {
  const before = await office.contents();
  const { reported } = await importing(...rows);
  expect(reported).toHaveLength(problems.length);
  problems.forEach((problem, index) => expect(reported[index]).toContain(problem));
  expect(await office.contents()).toEqual(before);
}

describe("one place at a time", () => {
  it("holds between rows of a file, near and far, and the message names the line", async () => {
    const { number } = await newOfficial();
    const first = row(number, "2020-04-01", "2022-04-01");
    const second = row(number, "2022-03-31", "2023-04-01");
    const expected =
      'planned_from: received "2022-03-31", expected a term that does not meet another';
    const of = (line: number) =>
      `dispatch of the official, that from 2020-04-01 to 2022-04-01 (line ${line})`;
    await refused([first, second], `3: ${expected} ${of(2)}`);
    const others = (await manyOfficials(1_000)).map((one) => row(one, "2020-04-01", "2022-04-01"));
    await refused([first, ...others, second], `1003: ${expected} ${of(2)}`);
  });

  it("holds against dispatches on record, and after a term until the return", async () => {
    const { id, number } = await newOfficial();
    await office.started({ official: id });
    await refused(
      [row(number, "2021-04-01", "2023-04-01")],
      "that from 2020-04-01 to 2022-04-01 (on record)",
    );
    await refused(
      [row(number, "2022-04-01", "2023-04-01", begun("2022-04-01"))],
      '2: started_on: received "2022-04-01", expected an official who is back by 2022-04-01 from the dispatch that began on 2020-04-01 (on record)',
    );
    const { tables } = await overwriting(
      row(number, "2022-04-01", "2023-04-01", begun("2022-04-01")),
      row(number, "2020-04-01", "2022-04-01", begun("2020-04-01", "2022-04-01")),
    );
    expect(tables).toEqual({ dispatch: counts(1, 1, 0) });
  });

  it("lets one begin on the days that another of the file frees, in either order", async () => {
    const { number } = await newOfficial();
    const both = [row(number, "2020-04-01", "2021-04-01"), row(number, "2021-04-01", "2022-04-01")];
    await importing(...both);
    const given = row(number, "2021-04-01", "2022-04-01", {
      cancelled_on: "2020-01-01",
      cancellation_reason: "-",
    });
    const { tables } = await importing(row(number, "2020-04-01", "2022-04-01"), given);
    expect(tables).toEqual({ dispatch: counts(0, 2, 0) });
  });
});

describe("what is on record", () => {
  it("is not undone: what began has begun, who returned has returned", async () => {
    const { number } = await newOfficial();
    const done = row(number, "2020-04-01", "2022-04-01", begun("2020-04-01", "2021-04-01"));
    await importing(done);
    await refused(
      [{ ...done, returned_on: "" }],
      '2: returned_on: received "", expected the first day back of an official who has returned, 2021-04-01 on record',
    );
    await refused(
      [{ ...done, started_on: "", returned_on: "" }],
      '2: started_on: received "", expected the first day of a dispatch that has begun',
      "2: returned_on: ",
    );
    expect((await importing({ ...done, returned_on: "2021-05-01" })).tables).toEqual({
      dispatch: counts(0, 1, 0),
    });
  });

  it("gets longer, once begun, by extensions only, and keeps them", async () => {
    const { id, number } = await newOfficial();
    const { id: dispatched } = await office.started({ official: id });
    const of = (to: string) => row(number, "2020-04-01", to, begun("2020-04-01"));
    const renewed = "expected a day up to 2022-04-01, the end of a term that has begun";
    await refused([of("2023-04-01")], `2: planned_to: received "2023-04-01", ${renewed}`);
    await office.done("extendDispatch", "dispatch", {
      id: dispatched,
      newTo: "2023-04-01",
      consentOn: "2022-01-01",
    });
    const extended = "expected 2023-04-01, to which the term was extended";
    await refused([of("2022-04-01")], `2: planned_to: received "2022-04-01", ${extended}`);
    expect((await overwriting(of("2023-04-01"))).tables).toEqual({ dispatch: counts(0, 1, 0) });
  });
});

it("costs as many statements for a thousand rows as for ten", async () => {
  const statements: number[] = [];
  for (const most of [10, 1_000]) {
    const rows = (await manyOfficials(most)).map((one) => row(one, "2020-04-01", "2022-04-01"));
    const queries = jest.spyOn(Client.prototype, "query");
    expect((await importing(...rows)).tables).toEqual({ dispatch: counts(most, 0, 0) });
    statements.push(queries.mock.calls.length);
    queries.mockRestore();
  }
  expect(statements[0]).toBeGreaterThan(10);
  expect(statements[1]).toBe(statements[0]);
});
