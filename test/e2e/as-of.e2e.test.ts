import { randomUUID } from "node:crypto";
import { today } from "../../subgraphs/kit/clock";
import { assertionHeaders } from "../support/assertions";
import { startTestGraph, type TestGraph } from "../support/graph";
import { mutate } from "../support/mutate";
import { postGraphql } from "../support/post-graphql";

const day = "2013-06-01";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

/** Something of each subgraph that was otherwise on {@link day}, with the arguments given. */
const ofAll = (asOf: string) => `{
  municipality(code: "221309") { wards${asOf} { code } }
  dispatches${asOf} { totalCount }
  placements${asOf} { totalCount }
  network(code: "CJK_PPN") { members${asOf} { agency { code } } }
  agency(code: "KR-MPM") { name${asOf} }
}`;
const askAsOf = (asOf: string, query: string, variables: object = {}) =>
  graph.execute(query, variables, { "graph-as-of": asOf });

describe("the header Graph-As-Of", () => {
  it("moves what is not asked as of a day in all four subgraphs at once", async () => {
    const now = await graph.execute(ofAll(""));
    const given = await graph.execute(ofAll(`(asOf: "${day}")`));
    const moved = await askAsOf(day, ofAll(""));
    // Who looked at persons of which day.
    expect((await graph.audit.entries()).at(-1)).toMatchObject({ asOf: day });
    expect(moved.errors).toEqual([]);
    expect(new Set(moved.calls.map(({ subgraph }) => subgraph)).size).toBe(4);
    expect(moved.data).toEqual(given.data);
    for (const [field, value] of Object.entries(moved.data)) {
      expect([field, value]).not.toEqual([field, now.data[field]]);
    }
    expect(now.extensions["asOf"]).toBe(today());
    expect(given.extensions["asOf"]).toBe(today());
    expect(moved.extensions["asOf"]).toBe(day);
  });

  it("gives way to an argument", async () => {
    const given = await graph.execute(ofAll('(asOf: "2016-06-01")'));
    const both = await askAsOf(day, ofAll('(asOf: "2016-06-01")'));
    expect(both.data).toEqual(given.data);
    expect(both.extensions["asOf"]).toBe(day);
  });

  it("that is no date is one error, and no subgraph is asked", async () => {
    const { status, errors, calls } = await askAsOf("2013-06-31", ofAll(""));
    expect([status, errors, calls]).toEqual([
      400,
      [
        {
          message:
            'Expected Graph-As-Of to be one day that exists, YYYY-MM-DD such as "2024-03-31", received "2013-06-31".',
          extensions: { code: "INVALID_DATE" },
        },
      ],
      [],
    ]);
  });

  it("moves no rule of a change", async () => {
    const request = (asOf: string, on: string | undefined) =>
      mutate<{ requestedOn: string }>(
        { execute: (query, variables) => graph.execute(query, variables, { "graph-as-of": asOf }) },
        "requestList",
        { municipality: "131016", on },
        "listRequest { requestedOn }",
      );
    const ahead = await request("2100-01-01", "2100-01-01");
    expect(ahead.refusals).toMatchObject([{ code: "DATE_IN_FUTURE" }]);
    const made = await request(day, undefined);
    expect(made).toMatchObject({ node: { requestedOn: today() }, refusals: [] });
  });

  it("is heeded by the gateway alone", async () => {
    const requestId = randomUUID();
    const ask = async (asOf: string, headers: Readonly<Record<string, string>>) => {
      const { url } = graph.subgraphs.recruitment;
      const query = '{ municipality(code: "221309") { wards { code } } }';
      const { data } = await postGraphql<{ municipality: { wards: object[] } }>(
        url,
        query,
        {},
        async (body) => ({
          ...(await assertionHeaders("recruitment", body, { requestId, asOf })),
          ...headers,
        }),
      );
      return data.municipality.wards.length;
    };
    expect(await ask(day, {})).toBe(7);
    expect(await ask("2024-01-01", { "graph-as-of": day })).toBe(3);
  });
});
