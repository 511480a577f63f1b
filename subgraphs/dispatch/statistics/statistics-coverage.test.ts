import { Client } from "pg";
import { analystOf } from "../../../test/support/callers";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { fiscalYearOfDay } from "../../catalog/fiscal-year/fiscal-year-range";
import { today } from "../../kit/clock";
import { addDays } from "../../kit/demo/days";
import { fillWithDispatches, withoutChecks } from "../office/many-dispatches.fixture";
import { declareLoaded } from "../../kit/statistics/declare-loaded";
import { declareComplete } from "../../kit/statistics/declare-coverage";
import { load, migrate, withOwner } from "../../kit/subgraph/database-commands";
import { dispatch } from "../dispatch";
import { Office } from "../office/office.fixture";
import { dispatchMeasures } from "./dispatch.measures";

interface Cell {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly reason: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

interface Answer {
  readonly dispatchStatistics: {
    readonly covers: { readonly from: string; readonly to: string } | null;
    readonly rows: readonly {
      readonly fiscalYear: { readonly year: number } | null;
      readonly region: { readonly code: string } | null;
      readonly count: Cell;
      readonly share: number | null;
    }[];
    readonly total: Cell;
    readonly totals: readonly { readonly count: Cell }[];
    readonly remainder: { readonly count: Cell } | null;
    readonly disclosure: { readonly suppressedRows: number; readonly withheld: boolean };
  };
}

const notCovered = {
  value: null,
  suppressed: false,
  reason: "NOT_COVERED",
  lower: null,
  upper: null,
};
const cell = "{ value suppressed reason lower upper }";

let subgraph: TestSubgraph;
let owner: Client;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  owner = new Client({ connectionString: subgraph.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await subgraph.stop();
});

const asAnalyst = () => subgraph.asCaller(analystOf("dispatch"));

async function ask(args: string, { execute } = subgraph as Pick<TestSubgraph, "execute">) {
  const { data, errors, statements } = await execute<Answer>(
    `{ dispatchStatistics(${args}) { covers { from to }
      rows { fiscalYear { year } region { code } count ${cell} share }
      total ${cell} totals { count ${cell} } remainder { count ${cell} } disclosure { suppressedRows withheld } } }`,
  );
  expect(errors).toEqual([]);
  expect(statements.filter((tag) => tag === "dispatchStatistics")).toHaveLength(1);
  return data.dispatchStatistics;
}

const complete = (table: string, day: string) =>
  withOwner(dispatch, { owner: subgraph.ownerUrl }, (database) =>
    declareComplete(dispatchMeasures, database, [table, day]),
  );

const reasons = ({ totals }: Answer["dispatchStatistics"]) =>
  totals.map(({ count }) => count.reason);

describe("statistics of tables that were set up without any records", () => {
  it("begin with that day, before which they do not say 0", async () => {
    for (const { execute } of [subgraph, asAnalyst()]) {
      const { covers, total } = await ask("measure: ON_DISPATCH", { execute });
      expect(covers).toEqual({ from: today(), to: today() });
      expect(total.value).toBe(0);
      const before = await ask(`measure: ON_DISPATCH, asOf: "${addDays(today(), -1)}"`, {
        execute,
      });
      expect(before.total).toEqual(notCovered);
      expect(before.rows.map(({ count }) => count)).toEqual([notCovered]);
    }
  });
});

describe.each(["one who sees the records", "an analyst who does not"])(
  "statistics for %s",
  (who) => {
    beforeAll(async () => {
      const { rowCount } = await owner.query("SELECT FROM dispatch LIMIT 1");
      if (rowCount !== 0) return;
      await owner.query(withoutChecks);
      await owner.query(fillWithDispatches(300));
      for (const sql of declareLoaded(dispatchMeasures, { isKept: false })) await owner.query(sql);
    });

    const asked = (args: string) => ask(args, who.endsWith("not") ? asAnalyst() : subgraph);
    /** The running fiscal year. */
    const running = fiscalYearOfDay(today());

    describe("with records since 1985 that were loaded", () => {
      it("begin with the fiscal year of the earliest of them and end today", async () => {
        const { covers, rows, totals } = await asked(
          `measure: ON_DISPATCH, fiscalYears: [1983, 1984, 1985, 2013, ${running}]`,
        );
        expect(covers).toEqual({ from: "1985-04-01", to: today() });
        expect(rows.map(({ fiscalYear, count }) => [fiscalYear?.year, count.reason])).toEqual([
          [1983, "NOT_COVERED"],
          [1984, "NOT_COVERED"],
          [1985, null],
          [2013, null],
          [running, "NOT_COVERED"],
        ]);
        expect(totals[0]?.count).toEqual(notCovered);
        expect(rows.map(({ share }) => share)).toEqual([null, null, 1, 1, null]);
      });

      it("count on no day before or to come", async () => {
        expect((await asked(`measure: ON_DISPATCH, asOf: "1985-03-31"`)).total).toEqual(notCovered);
        expect((await asked(`measure: ON_DISPATCH, asOf: "1985-04-01"`)).total.reason).toBeNull();
        expect((await asked(`measure: ON_DISPATCH, asOf: "${today()}"`)).total.reason).toBeNull();
        const { total } = await asked(`measure: ON_DISPATCH, asOf: "${addDays(today(), 1)}"`);
        expect(total).toEqual(notCovered);
      });

      it("have no groups of a year that is not covered, and what it adds to is not known", async () => {
        const { rows, total, totals, disclosure } = await asked(
          "measure: DEPARTURES, fiscalYears: [1984, 2000], groupBy: [REGION]",
        );
        expect(new Set(rows.map(({ fiscalYear }) => fiscalYear?.year))).toEqual(new Set([2000]));
        expect(totals.map(({ count }) => count.reason)).toEqual(["NOT_COVERED", null]);
        expect(total).toEqual(notCovered);
        expect(disclosure.withheld).toBe(false);
      });

      it("leave in the remainder no sum of years if one of them is not covered", async () => {
        const { rows, remainder } = await asked(
          "measure: DEPARTURES, fiscalYears: [2000, 2001, 1984], limit: 1, orderBy: [{ by: KEY, direction: DESC }]",
        );
        expect(rows.map(({ fiscalYear }) => fiscalYear?.year)).toEqual([2001]);
        expect(remainder?.count).toEqual(notCovered);
      });
    });

    describe("with records that are declared to be complete from a day on", () => {
      beforeAll(() => complete("dispatch", "2013-03-31"));
      afterAll(() => complete("dispatch", "1985-04-01"));

      it("count stocks from that day on, and flows in years that begin on it or later", async () => {
        const stocks = await asked("measure: ON_DISPATCH, fiscalYears: [2011, 2012, 2013]");
        expect(stocks.covers?.from).toBe("2013-03-31");
        expect(reasons(stocks)).toEqual(["NOT_COVERED", null, null]);
        expect(stocks.total.reason).toBe("NOT_ADDITIVE");
        const flows = await asked("measure: RETURNS, fiscalYears: [2011, 2012, 2013]");
        expect(reasons(flows)).toEqual(["NOT_COVERED", "NOT_COVERED", null]);
      });

      it("hold no published figure against a day that is not covered", async () => {
        const { data } = await (who.endsWith("not") ? asAnalyst() : subgraph).execute<{
          dispatchFigures: {
            nodes: {
              computed: Cell | null;
              agreement: string;
              notComputableReason: string | null;
            }[];
          };
        }>(
          `{ dispatchFigures(filter: { measure: { eq: "dispatch_stock" }, dimension: { eq: "none" }, fiscalYear: { lte: 2011 } }) {
          nodes { computed ${cell} agreement notComputableReason } } }`,
        );
        expect(data.dispatchFigures.nodes.length).toBeGreaterThan(0);
        for (const figure of data.dispatchFigures.nodes) {
          expect(figure).toEqual({
            computed: null,
            agreement: "NOT_COMPUTABLE",
            notComputableReason: "The records do not reach it: NOT_COVERED in statistics.",
          });
        }
      });
    });
  },
);

describe("a declaration that records are complete", () => {
  it.each([
    ["official", "2013-03-31", 'Expected one of dispatch, received "official".'],
    ["dispatch", "2013-02-29", "Expected a day written YYYY-MM-DD and not to come"],
    ["dispatch", addDays(today(), 1), "Expected a day written YYYY-MM-DD and not to come"],
  ])("of %s from %s on is refused", async (table, from, message) => {
    const declared = () => owner.query("SELECT counted, begins::text FROM record_coverage");
    const before = await declared();
    await expect(complete(table, from)).rejects.toThrow(message);
    expect((await declared()).rows).toEqual(before.rows);
  });
});

describe("statistics of what was known", () => {
  it("end with the day on which it was known, and count no flow of a year that went on", async () => {
    const before = addDays(today(), -400);
    await owner.query(`UPDATE history_start SET since = '2000-01-01'`);
    const { covers, total } = await ask(
      `measure: ON_DISPATCH, asOf: "${addDays(before, 1)}", knownAt: "${before}"`,
    );
    expect(covers).toEqual({ from: "1985-04-01", to: before });
    expect(total).toEqual(notCovered);
  });
});

describe("a record of long ago that is made later", () => {
  let office: Office;
  beforeAll(async () => {
    await complete("dispatch", "1985-04-01");
    await owner.query(`UPDATE history_start SET since = '2000-01-01'`);
    office = await Office.open(subgraph);
    const official = await office.official({ personnelNumber: "LATE-1", from: "1970-04-01" });
    const organization = await office.organization({ code: "LATE-1" });
    const period = { plannedFrom: "1975-06-01", plannedTo: "1976-06-01" };
    const { id } = await office.consented(
      { official: official.id, organization: organization.id, ...period },
      "1975-05-01",
    );
    await office.done("startDispatch", "dispatch", { id, startedOn: "1975-06-01" });
  });
  afterAll(() => office.close());

  const since = { from: "1985-04-01", to: today() };

  it.each(["", `, knownAt: "${addDays(today(), -1)}"`])(
    "does not make of the years before the others 0: fiscalYears%s",
    async (knownAt) => {
      for (const { execute } of [subgraph, asAnalyst()]) {
        for (const measure of ["ON_DISPATCH", "DEPARTURES"]) {
          const args = `measure: ${measure}, fiscalYears: [1974, 1975, 1980]${knownAt}`;
          const { covers, totals } = await ask(args, { execute });
          expect(covers?.from).toBe(since.from);
          expect(totals.map(({ count }) => count)).toEqual([notCovered, notCovered, notCovered]);
        }
      }
    },
  );

  it("does not move the day when facts are loaded again, nor when migrations run again", async () => {
    await load(dispatch, { owner: subgraph.ownerUrl });
    await migrate(dispatch, { owner: subgraph.ownerUrl, app: subgraph.appUrl });
    expect((await ask("measure: DEPARTURES, fiscalYears: [1980]")).covers).toEqual(since);
  });
});

describe("the running fiscal year", () => {
  it.each(["ON_DISPATCH", "DEPARTURES"])(
    "is not counted of %s for anybody, as it is not over",
    async (measure) => {
      const running = fiscalYearOfDay(today());
      for (const { execute } of [subgraph, asAnalyst()]) {
        const args = `measure: ${measure}, fiscalYears: [${running}, ${running + 1}]`;
        const { totals } = await ask(args, { execute });
        expect(totals.map(({ count }) => count)).toEqual([notCovered, notCovered]);
      }
    },
  );

  it("is refused as everything up to a day, with the reason, to an analyst who does not see the records", async () => {
    const { errors } = await asAnalyst().execute(
      "{ dispatchStatistics(measure: DEPARTURES) { total { value } } }",
    );
    expect(errors.map(({ message }) => message)).toEqual([
      `Expected fiscalYears for DEPARTURES from a caller who is not permitted to see the records, received everything up to ${today()}: the numbers of two days would show what happened between them.`,
    ]);
  });
});

it("nothing is counted where no number is asked for, and arguments are refused all the same", async () => {
  const words = "{ __typename measure unit defined: definition }";
  const alone = await subgraph.execute<{ dispatchStatistics: Record<string, string> }>(
    `{ dispatchStatistics(measure: ON_DISPATCH, groupBy: [REGION]) ${words} }`,
  );
  expect(alone.errors).toEqual([]);
  expect(alone.statements).not.toContain("dispatchStatistics");
  expect(alone.data.dispatchStatistics).toEqual({
    __typename: "DispatchStatistics",
    measure: "ON_DISPATCH",
    unit: dispatchMeasures.measures["ON_DISPATCH"]?.unit,
    defined: dispatchMeasures.measures["ON_DISPATCH"]?.definition,
  });
  for (const more of ["total { value }", "...on DispatchStatistics { total { value } }"]) {
    const counted = await subgraph.execute(
      `{ dispatchStatistics(measure: ON_DISPATCH) { definition ${more} } }`,
    );
    expect(counted.statements).toContain("dispatchStatistics");
  }
  const refused = await subgraph.execute(
    `{ dispatchStatistics(measure: ON_DISPATCH, limit: 0) ${words} }`,
  );
  expect(refused.errors).toHaveLength(1);
});
