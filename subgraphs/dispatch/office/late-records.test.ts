import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { passTime } from "../../../test/support/pass-time";
import { DateTimeScalar } from "../../kit/graphql/scalars";
import { ImportBatch } from "../../kit/import/import-batch";
import { declareComplete } from "../../kit/statistics/declare-coverage";
import { withOwner } from "../../kit/subgraph/database-commands";
import { dispatch } from "../dispatch";
import { Office } from "./office.fixture";
import { type Cells, counts, importRows } from "./sheets.fixture";
import { dispatchMeasures } from "../statistics/dispatch.measures";

let subgraph: TestSubgraph;
let office: Office;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  await withOwner(dispatch, { owner: subgraph.ownerUrl }, (database) =>
    declareComplete(dispatchMeasures, database, ["dispatch", "2015-04-01"]),
  );
  office = await Office.open(subgraph);
});
afterAll(async () => {
  await office.close();
  await subgraph.stop();
});

const earlierTerm = { plannedFrom: "2016-04-01", plannedTo: "2018-04-01" };

/** An official whose dispatch of 2020 to 2022 is on record, and one of 2016 to 2018 as far as consent. */
async function recordedLate(): Promise<{ official: string; later: string; earlier: string }> {
  const official = (await office.official()).id;
  const later = (await office.started({ official })).id;
  const earlier = (await office.consented({ official, ...earlierTerm }, "2016-01-10")).id;
  return { official, later, earlier };
}

/** Which of these is on the list of a day. */
async function onDispatch(ids: readonly string[], asOf: string): Promise<string[]> {
  const { data } = await subgraph.execute<{ dispatches: { nodes: { id: string }[] } }>(
    `query ($asOf: Date!) { dispatches(first: 500, asOf: $asOf) { nodes { id } } }`,
    { asOf },
  );
  return data.dispatches.nodes.map(({ id }) => id).filter((id) => ids.includes(id));
}

describe("a past dispatch recorded after a later one", () => {
  it("begins and ends, whether the official has returned from the later one or not", async () => {
    for (const hasReturned of [false, true]) {
      const { later, earlier } = await recordedLate();
      if (hasReturned) {
        const back = { id: later, returnedOn: "2022-04-01" };
        await office.done("returnFromDispatch", "dispatch", back);
      }
      expect(
        await office.done("startDispatch", "dispatch", { id: earlier, startedOn: "2016-04-01" }),
      ).toMatchObject({ state: "RETURNED", startedOn: "2016-04-01", returnedOn: null });
      expect(
        await office.done("returnFromDispatch", "dispatch", {
          id: earlier,
          returnedOn: "2018-03-01",
        }),
      ).toMatchObject({ state: "RETURNED", returnedOn: "2018-03-01" });
    }
  });

  it("counts as over at the end of its term until the return is recorded", async () => {
    const { later, earlier } = await recordedLate();
    await office.done("startDispatch", "dispatch", { id: earlier, startedOn: "2016-04-01" });
    const days = ["2016-03-31", "2016-04-01", "2018-03-31", "2018-04-01", "2021-04-01"];
    const seen = await Promise.all(days.map((day) => onDispatch([earlier, later], day)));
    expect(seen).toEqual([[], [earlier], [earlier], [], [later]]);
  });

  it("is extended up to the later one and no further", async () => {
    const { earlier: id } = await recordedLate();
    await office.done("startDispatch", "dispatch", { id, startedOn: "2016-04-01" });
    const consentOn = "2018-01-10";
    const beyond = await office.change("extendDispatch", "dispatch", {
      id,
      newTo: "2020-04-02",
      consentOn,
    });
    expect(beyond.codes).toEqual(["OVERLAPPING_DISPATCH"]);
    await office.done("extendDispatch", "dispatch", { id, newTo: "2020-04-01", consentOn });
    const overstay = { id, returnedOn: "2020-04-02", acknowledgeOverstay: true };
    const late = await office.change("returnFromDispatch", "dispatch", overstay);
    expect(late.codes).toEqual(["OVERLAPPING_DISPATCH"]);
    await office.done("returnFromDispatch", "dispatch", { id, returnedOn: "2020-04-01" });
  });

  it("is refused as a plan already where it meets the later one", async () => {
    const official = (await office.official()).id;
    await office.started({ official });
    const { codes } = await office.plan({
      official,
      plannedFrom: "2018-04-01",
      plannedTo: "2020-04-02",
    });
    expect(codes).toEqual(["OVERLAPPING_DISPATCH"]);
  });
});

/** What every route says of a day: of these dispatches, of the state of each, and of how many returns there are by then. */
async function everyRoute(ids: readonly string[], day: string, knownAt = "") {
  const known = knownAt === "" ? "" : `, knownAt: "${knownAt}"`;
  const { data } = await subgraph.execute<Routes>(`{
    ${ids.map((id, index) => `d${index}: dispatch(id: "${id}"${known}) { state(asOf: "${day}") }`).join("\n")}
    list: dispatches(first: 500, asOf: "${day}"${known}) { nodes { id } }
    history: dispatchHistory(first: 500${known}) { nodes { id state(asOf: "${day}") } }
    stock: dispatchStatistics(measure: ON_DISPATCH, asOf: "${day}"${known}) { total { value } }
    agencies: dispatchStatistics(measure: SENDING_AGENCIES, asOf: "${day}"${known}) { total { value } }
    departures: dispatchStatistics(measure: DEPARTURES, asOf: "${day}"${known}) { total { value } }
    returns: dispatchStatistics(measure: RETURNS, asOf: "${day}"${known}) { total { value } }
  }`);
  const { list, history, stock, agencies, departures, returns, ...byId } = data;
  const states = ids.map((_id, index) => byId[`d${index}`]?.state);
  return {
    states,
    inHistory: ids.map((id) => history.nodes.find((node) => node.id === id)?.state),
    listed: ids.map((id) => list.nodes.some((node) => node.id === id)),
    others: history.nodes.filter(({ id, state }) => !ids.includes(id) && state === "ON_DISPATCH")
      .length,
    stock: stock.total.value ?? 0,
    agencies: agencies.total.value ?? 0,
    balance: (departures.total.value ?? 0) - (returns.total.value ?? 0),
  };
}

type Routes = Readonly<Record<string, { readonly state: string }>> & {
  readonly list: { readonly nodes: readonly { readonly id: string }[] };
  readonly history: { readonly nodes: readonly { readonly id: string; readonly state: string }[] };
} & Readonly<
    Record<
      "stock" | "agencies" | "departures" | "returns",
      { readonly total: { readonly value: number | null } }
    >
  >;

describe("who is on dispatch", () => {
  it("is one truth by every route on every day, also as it was known", async () => {
    const { later, earlier } = await recordedLate();
    const ids = [earlier, later];
    const start = { id: earlier, startedOn: "2016-04-01" };
    await office.done("startDispatch", "dispatch", start);
    const days = ["2016-03-31", "2016-04-01", "2018-02-28", "2018-03-01", "2018-03-31"];
    days.push("2018-04-01", "2019-03-31", "2020-04-01", "2022-04-01");
    const answers = async (knownAt?: string) => {
      const routes = [];
      for (const day of days) routes.push(await everyRoute(ids, day, knownAt));
      return routes;
    };
    const unreturned = await answers();
    await passTime(subgraph.ownerUrl, "60 minutes");
    await office.done("extendDispatch", "dispatch", {
      id: earlier,
      newTo: "2019-03-31",
      consentOn: "2018-01-10",
    });
    const extended = await answers();
    await passTime(subgraph.ownerUrl, "60 minutes");
    await office.done("returnFromDispatch", "dispatch", { id: earlier, returnedOn: "2018-03-01" });
    const returned = await answers();
    const ends = [
      [unreturned, "2018-04-01"],
      [extended, "2019-03-31"],
      [returned, "2018-03-01"],
    ] as const;
    for (const [routes, end] of ends) {
      routes.forEach((route, index) => {
        const day = days[index] ?? "";
        const isAway = [day >= "2016-04-01" && day < end, day >= "2020-04-01"];
        const stock = isAway.filter(Boolean).length + route.others;
        expect({ day, ...route }).toMatchObject({ listed: isAway, stock, balance: stock });
        expect(route.agencies).toBe(stock > 0 ? 1 : 0);
        expect(route.states.map((state) => state === "ON_DISPATCH")).toEqual(isAway);
        expect(route.states[0] === "RETURNED").toBe(day >= end);
        expect(route.inHistory).toEqual(route.states);
      });
    }
    const ago = (minutes: number) =>
      DateTimeScalar.serialize(new Date(Date.now() - minutes * 60_000));
    expect(await answers(ago(61))).toEqual(unreturned);
    expect(await answers(ago(2))).toEqual(extended);
  });

  it("is the same by the filter of states, which goes by today", async () => {
    const { later, earlier } = await recordedLate();
    await office.done("startDispatch", "dispatch", { id: earlier, startedOn: "2016-04-01" });
    const inState = async (state: string) => {
      const { data } = await subgraph.execute<{ dispatchHistory: { nodes: { id: string }[] } }>(
        `{ dispatchHistory(first: 500, filter: { state: { eq: ${state} } }) { nodes { id } } }`,
      );
      const ids = data.dispatchHistory.nodes.map(({ id }) => id);
      return [earlier, later].filter((id) => ids.includes(id));
    };
    expect(await inState("ON_DISPATCH")).toEqual([later]);
    expect(await inState("RETURNED")).toEqual([earlier]);
  });
});

describe("a spreadsheet with a past dispatch and a later one", () => {
  const sheetRow = (personnelNumber: unknown, from: string, to: string): Cells => ({
    personnel_number: String(personnelNumber),
    organization: "UN-LATE",
    post: "Adviser",
    legal_basis: "ART2_1_1",
    planned_from: from,
    planned_to: to,
    consent_on: from,
    started_on: from,
  });
  const importing = (...rows: Cells[]) => importRows(subgraph.ownerUrl, "dispatches", rows);
  beforeAll(() => office.organization({ code: "UN-LATE" }));

  it("is taken where a mutation is, in one file or two, and again", async () => {
    for (const isOneFile of [false, true]) {
      const { personnelNumber } = await office.official();
      const later = sheetRow(personnelNumber, "2020-04-01", "2022-04-01");
      const earlier = sheetRow(personnelNumber, "2016-04-01", "2018-04-01");
      if (!isOneFile) await importing(later);
      const rows = isOneFile ? [later, earlier] : [earlier];
      const tables = { dispatch: counts(rows.length, 0, 0) };
      expect(await importing(...rows)).toEqual({ reported: [], tables });
      expect(await importing(earlier, later)).toEqual({
        reported: [],
        tables: { dispatch: counts(0, 0, 2) },
      });
      const back = { ...earlier, returned_on: "2018-03-01" };
      expect((await importing(back)).tables).toEqual({ dispatch: counts(0, 1, 0) });
    }
  });

  it("is taken at once above and below the later one on record, as it is alone", async () => {
    const upserts = jest.spyOn(ImportBatch.prototype, "upsert");
    for (const order of ["alone", "above", "below"]) {
      const { personnelNumber } = await office.official();
      const later = sheetRow(personnelNumber, "2020-04-01", "2022-04-01");
      const earlier = sheetRow(personnelNumber, "2016-04-01", "2018-04-01");
      await importing(later);
      upserts.mockClear();
      const rows = { alone: [earlier], above: [earlier, later], below: [later, earlier] }[order];
      const tables = { dispatch: counts(1, 0, (rows?.length ?? 0) - 1) };
      expect({ order, ...(await importing(...(rows ?? []))) }).toEqual({
        order,
        reported: [],
        tables,
      });
      // No constraint had to refuse the rows together, so that each was tried by itself.
      expect({ order, upserts: upserts.mock.calls.length }).toEqual({ order, upserts: 1 });
    }
    upserts.mockRestore();
  });

  it("is refused where the later one is recorded after it, as a mutation is", async () => {
    const { personnelNumber } = await office.official();
    const { reported } = await importing(
      sheetRow(personnelNumber, "2016-04-01", "2018-04-01"),
      sheetRow(personnelNumber, "2020-04-01", "2022-04-01"),
    );
    expect(reported).toEqual([expect.stringContaining("expected an official who is back by 2020")]);
  });
});
