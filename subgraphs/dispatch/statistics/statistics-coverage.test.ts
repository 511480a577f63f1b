import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { today } from "../../kit/clock";
import { addDays } from "../../kit/demo/days";
import { fillWithDispatches, withoutChecks } from "../dispatch/many-dispatches.fixture";
import { declareComplete } from "../../kit/statistics/declare-coverage";
import { withOwner } from "../../kit/subgraph/database-commands";
import { dispatch } from "../dispatch";
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

const asPublic = () => subgraph.asCaller({ scopes: new Set(["published"]), roles: ["public"] });

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

describe("statistics without any records", () => {
  it("do not say 0: nothing is covered", async () => {
    for (const { execute } of [subgraph, asPublic()]) {
      const { covers, total, rows } = await ask("measure: ON_DISPATCH", { execute });
      expect(covers).toBeNull();
      expect(total).toEqual(notCovered);
      expect(rows.map(({ count }) => count)).toEqual([notCovered]);
    }
  });
});

describe.each(["one who sees the records", "one who does not"])("statistics for %s", (who) => {
  beforeAll(async () => {
    const { rowCount } = await owner.query("SELECT FROM dispatch LIMIT 1");
    if (rowCount !== 0) return;
    await owner.query(withoutChecks);
    await owner.query(fillWithDispatches(300));
  });

  const asked = (args: string) => ask(args, who.endsWith("not") ? asPublic() : subgraph);
  /** The running fiscal year. */
  const running = Number(addDays(today(), -90).slice(0, 4));

  describe("with records since 1985", () => {
    it("begin with the fiscal year of the earliest record and end today", async () => {
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

    it("leave in the remainder no sum of years of which one is not covered", async () => {
      const { rows, remainder } = await asked(
        "measure: DEPARTURES, fiscalYears: [2000, 2001, 1984], limit: 1, orderBy: [{ by: KEY, direction: DESC }]",
      );
      expect(rows.map(({ fiscalYear }) => fiscalYear?.year)).toEqual([2001]);
      expect(remainder?.count).toEqual(notCovered);
    });
  });

  describe("with records that are declared to be complete from a day on", () => {
    beforeAll(() => complete("dispatch", "2013-03-31"));
    afterAll(() => owner.query("DELETE FROM record_coverage"));

    it("count stocks from that day on, and flows in years that begin on it or later", async () => {
      const stocks = await asked("measure: ON_DISPATCH, fiscalYears: [2011, 2012, 2013]");
      expect(stocks.covers?.from).toBe("2013-03-31");
      expect(reasons(stocks)).toEqual(["NOT_COVERED", null, null]);
      expect(stocks.total.reason).toBe("NOT_ADDITIVE");
      const flows = await asked("measure: RETURNS, fiscalYears: [2011, 2012, 2013]");
      expect(reasons(flows)).toEqual(["NOT_COVERED", "NOT_COVERED", null]);
    });

    it("hold no published figure against a day that is not covered", async () => {
      const { data } = await (who.endsWith("not") ? asPublic() : subgraph).execute<{
        dispatchFigures: {
          nodes: { computed: Cell | null; agreement: string; notComputableReason: string | null }[];
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
});

describe("a declaration that records are complete", () => {
  it.each([
    ["official", "2013-03-31", 'Expected one of dispatch, received "official".'],
    ["dispatch", "2013-02-29", "Expected a day written YYYY-MM-DD and not to come"],
    ["dispatch", addDays(today(), 1), "Expected a day written YYYY-MM-DD and not to come"],
  ])("of %s from %s on is refused", async (table, from, message) => {
    await expect(complete(table, from)).rejects.toThrow(message);
    expect((await owner.query("SELECT FROM record_coverage")).rowCount).toBe(0);
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

describe("the flows of the running fiscal year", () => {
  it("are not counted, as their year is not over", async () => {
    const running = Number(addDays(today(), -90).slice(0, 4));
    const flows = await ask(`measure: DEPARTURES, fiscalYears: [${running}]`);
    expect(flows.total).toEqual(notCovered);
  });
});
