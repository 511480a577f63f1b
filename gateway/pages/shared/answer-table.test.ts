import { answerTables } from "./answer-table";

it("makes a row of each object of a list, with dotted names of nested fields", () => {
  const data = {
    dispatchStatistics: {
      rows: [
        { fiscalYear: { year: 2013 }, region: { name: "Asia" }, count: { value: 188 } },
        { fiscalYear: { year: 2013 }, region: { name: "Oceania" }, count: { value: null } },
      ],
    },
  };
  expect(answerTables(data)).toEqual([
    {
      path: "dispatchStatistics",
      columns: ["fiscalYear.year", "region.name", "count.value"],
      rows: [
        ["2013", "Asia", "188"],
        ["2013", "Oceania", ""],
      ],
    },
  ]);
});

it("makes a table of each list, and keeps what is within a row there", () => {
  const data = {
    fiscalYear: {
      applied: { nodes: [{ value: 52, tags: ["a", 1] }] },
      abroad: { edges: [{ cursor: "x", node: { value: 342, parts: [{ code: "A" }] } }] },
    },
    sources: [{ id: "s" }],
  };
  expect(answerTables(data)).toEqual([
    { path: "fiscalYear.applied", columns: ["value", "tags"], rows: [["52", "a; 1"]] },
    {
      path: "fiscalYear.abroad",
      columns: ["cursor", "value", "parts"],
      rows: [["x", "342", '[{"code":"A"}]']],
    },
    { path: "sources", columns: ["id"], rows: [["s"]] },
  ]);
});

it("gives a column to each field that any row has, and an empty cell to a row without it", () => {
  const data = { list: [{ a: { b: 1 } }, { a: null, c: true }] };
  expect(answerTables(data)).toEqual([
    {
      path: "list",
      columns: ["a.b", "a", "c"],
      rows: [
        ["1", "", ""],
        ["", "", "true"],
      ],
    },
  ]);
});

it("makes one row of an answer without a list, and no table of none", () => {
  expect(answerTables({ a: { b: 1 }, c: "x" })).toEqual([
    { path: "", columns: ["a.b", "c"], rows: [["1", "x"]] },
  ]);
  expect(answerTables(null)).toEqual([]);
  expect(answerTables(undefined)).toEqual([]);
});
