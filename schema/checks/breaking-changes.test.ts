import { compose } from "../compose";
import { subgraph } from "../subgraph.fixture";
import { breakingChanges, unusedIntentions } from "./breaking-changes";

const supergraph = (fields: string) =>
  compose([subgraph("dispatch", `type Query { ${fields} }`)]).supergraphSdl ?? "";
const removal = { committed: supergraph("a: Int b: Int"), emitted: supergraph("a: Int") };
const intention = (change: string) => ({ change, reason: "Nobody asks for it.", on: "2026-11-22" });

describe("breakingChanges", () => {
  it("finds a removed field", async () => {
    const problems = await breakingChanges({ ...removal, intended: [] });
    expect(problems).toMatchObject([{ where: "Query.b" }]);
    expect(problems[0]?.message).toContain("Field 'b' was removed from object type 'Query'");
  });

  it("accepts a break that is marked as intended, and only that one", async () => {
    const marked = intention("Field 'b' was removed from object type 'Query'");
    const more = { ...removal, committed: supergraph("a: Int b: Int c: Int") };
    expect(await breakingChanges({ ...removal, intended: [marked] })).toEqual([]);
    expect(await breakingChanges({ ...more, intended: [marked] })).toMatchObject([
      { where: "Query.c" },
    ]);
  });

  it("accepts an addition and a changed address", async () => {
    const committed = supergraph("a: Int").replace("127.0.0.1", "example.org");
    const change = { committed, emitted: supergraph("a: Int b: Int"), intended: [] };
    expect(await breakingChanges(change)).toEqual([]);
  });

  it("has nothing to compare with before the first emit", async () => {
    const first = { ...removal, committed: undefined, intended: [] };
    expect(await breakingChanges(first)).toEqual([]);
  });

  it("reports a committed file that is not a supergraph", async () => {
    const spoiled = { ...removal, committed: "type Query {", intended: [] };
    expect(await breakingChanges(spoiled)).toHaveLength(1);
  });
});

describe("unusedIntentions", () => {
  it("lists the entries that match no change", async () => {
    const used = intention("Field 'b' was removed from object type 'Query'");
    const unused = intention("Field 'z' was removed from object type 'Query'");
    expect(await unusedIntentions({ ...removal, intended: [used, unused] })).toEqual([unused]);
  });
});
