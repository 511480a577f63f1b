import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { dispatch } from "../dispatch";
import { Office } from "../rules/office.fixture";

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
      ).toMatchObject({ state: "ON_DISPATCH" });
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
