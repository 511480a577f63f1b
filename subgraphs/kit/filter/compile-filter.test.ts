import { SqlParameters } from "../database/sql-parameters";
import { compileFilter, type FilterColumn } from "./compile-filter";

const columns: Record<string, FilterColumn> = {
  agency: {
    sql: "h.agency",
    type: "text",
    among: (condition) => `t.id IN (SELECT h.id FROM held h WHERE ${condition})`,
  },
};

function compiled(filter: object) {
  const parameters = new SqlParameters();
  return { conditions: compileFilter(filter, columns, parameters), values: parameters.values };
}

describe("a filter", () => {
  it("sets no condition where none is given, on whatever field", () => {
    expect(compiled({ agency: {}, country: {}, region: null })).toEqual({
      conditions: [],
      values: [],
    });
  });
});

describe("a part of a text", () => {
  it("is looked for by its form", () => {
    expect(compiled({ agency: { contains: "第１期" } }).values).toEqual(["第1期"]);
  });

  it("is refused where nothing of it is seen, since every text would hold it", () => {
    expect(() => compiled({ agency: { contains: "\u200B" } })).toThrow(
      'Expected a text that can be seen for agency.contains, received "\\u200b".',
    );
  });
});

describe("a filter on what another table holds", () => {
  it("asks for the rows there that meet each condition", () => {
    expect(compiled({ agency: { eq: "A", in: ["A", "B"] } })).toEqual({
      conditions: [
        "t.id IN (SELECT h.id FROM held h WHERE h.agency = $1::text)",
        "t.id IN (SELECT h.id FROM held h WHERE h.agency = ANY($2::text[]))",
      ],
      values: ["A", ["A", "B"]],
    });
  });

  it("takes what no row there holds as unknown", () => {
    expect(compiled({ agency: { isNull: true } })).toEqual({
      conditions: ["(NOT t.id IN (SELECT h.id FROM held h WHERE TRUE)) = $1::boolean"],
      values: [true],
    });
  });
});
