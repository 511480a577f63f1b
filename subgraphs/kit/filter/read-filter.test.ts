import { SqlParameters } from "../database/sql-parameters";
import { compileConditions } from "./compile-conditions";
import type { FilteredRecords, FilterRelation } from "./filtered-records";
import { readFilter, setsConditionOn } from "./read-filter";

class Part {
  id: string;
}
class Thing {
  id: string;
}

const things: FilteredRecords & { readonly relations: Record<string, FilterRelation> } = {
  name: "Thing",
  entity: Thing,
  filters: {
    name: { sql: "t.name", type: "text" },
    size: { sql: "t.size", type: "integer" },
  },
  relations: {},
};
const parts: FilteredRecords = {
  name: "Part",
  entity: Part,
  filters: { name: { sql: "t.name", type: "text" } },
  relations: {
    thing: { to: things, isMany: false, key: "t.thing_id", toKey: "t.id", ofSamePerson: false },
  },
};
things.relations["parts"] = {
  to: parts,
  isMany: true,
  key: "t.id",
  toKey: "t.thing_id",
  only: (day) => `t.gone_on > ${day()}`,
  ofSamePerson: false,
};

function compiled(filter: object, records: FilteredRecords = things) {
  const parameters = new SqlParameters();
  const conditions = compileConditions(readFilter(filter, records), {
    parameters,
    tableOf: ({ name }) => `"${name.toLowerCase()}"`,
    day: () => "DAY",
  });
  return { conditions, values: parameters.values };
}

const named = { name: { eq: "A" } };

/** A filter of so many levels. */
function deep(levels: number): object {
  return levels === 1 ? named : { not: deep(levels - 1) };
}

describe("a filter of several conditions", () => {
  it("is one condition a field, and what is not given is none", () => {
    expect(
      compiled({ name: { eq: "A" }, size: {}, parts: null, and: null, or: null, not: null }),
    ).toEqual({ conditions: ["t.name = $1::text"], values: ["A"] });
    expect(compiled({ and: [], parts: { every: {} } }).conditions).toEqual([]);
    expect(compiled({ thing: {} }, parts).conditions).toEqual([]);
  });

  it("becomes SQL in which what is unknown is not met, and its contrary is", () => {
    expect(
      compiled({
        and: [named, { size: { gte: 1 } }],
        or: [named, { size: { lte: 9 }, name: { isNull: true } }],
        not: { size: { eq: 5 } },
      }).conditions,
    ).toEqual([
      "(t.name = $1::text)",
      "(t.size >= $2::integer)",
      "((t.name = $3::text) OR (t.size <= $4::integer AND (t.name IS NULL) = $5::boolean))",
      "((t.size = $6::integer)) IS NOT TRUE",
    ]);
  });

  it("asks whether there are related records", () => {
    const there = (condition: string) =>
      `EXISTS (SELECT FROM (SELECT t.thing_id AS key FROM "part" t WHERE t.gone_on > DAY${condition}) related WHERE related.key = t.id)`;
    expect(compiled({ parts: { some: named } }).conditions).toEqual([
      there(" AND t.name = $1::text"),
    ]);
    expect(compiled({ parts: { none: {} } }).conditions).toEqual([`NOT ${there("")}`]);
    expect(compiled({ parts: { every: named } }).conditions).toEqual([
      `NOT ${there(" AND ((t.name = $1::text)) IS NOT TRUE")}`,
    ]);
    expect(compiled({ thing: named }, parts).conditions).toEqual([
      'EXISTS (SELECT FROM (SELECT t.id AS key FROM "thing" t WHERE t.name = $1::text) related WHERE related.key = t.thing_id)',
    ]);
  });

  it.each([
    [{ or: [] }, "Expected at least one element in filter.or, received []."],
    [{ or: [named, {}] }, "Expected a condition in filter.or[1], received none."],
    [{ or: [{ name: {} }] }, "Expected a condition in filter.or[0], received none."],
    [{ or: [{ and: [] }] }, "Expected a condition in filter.or[0], received none."],
    [{ not: {} }, "Expected a condition in filter.not, received none."],
    [
      { or: Array.from({ length: 11 }, () => ({ name: { contains: "A" } })) },
      "Expected contains at most 10 times in a filter, received it more often, from filter.or[10].name.contains on.",
    ],
    [
      { and: [{ not: { name: null } }] },
      "Expected a condition in filter.and[0].not, received none.",
    ],
    [
      { parts: { some: { not: { thing: { name: {} } } } } },
      "Expected a condition in filter.parts.some.not, received none.",
    ],
    [
      { or: [{ parts: { none: { name: { eq: null } } } }] },
      "Expected a value for or[0].parts.none.name.eq, received null.",
    ],
    [
      { not: { name: { contains: "\u200B" } } },
      'Expected a text that can be seen for not.name.contains, received "\\u200b".',
    ],
    [
      deep(6),
      "Expected at most 5 levels in a filter, received a deeper one at filter.not.not.not.not.not.",
    ],
    [
      { parts: { some: { thing: { parts: { some: { thing: { parts: { some: {} } } } } } } } },
      "Expected at most 5 levels in a filter, received a deeper one at filter.parts.some.thing.parts.some.thing.parts.some.",
    ],
    [
      { or: Array.from({ length: 51 }, () => named) },
      "Expected at most 50 conditions in a filter, received more, from filter.or[50].name on.",
    ],
  ])("is refused where nobody can say what is meant, or it is too much: %j", (filter, message) => {
    expect(() => compiled(filter)).toThrow(message);
    expect(() => compiled(filter)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: "INVALID_FILTER" }) }),
    );
  });

  it("may be five levels deep and have fifty conditions", () => {
    expect(compiled(deep(5)).conditions).toHaveLength(1);
    expect(compiled({ or: Array.from({ length: 50 }, () => named) }).values).toHaveLength(50);
  });

  it("says whether it is about a field of the records themselves", () => {
    for (const filter of [named, { or: [{ size: { eq: 1 } }, { not: named }] }, { and: [named] }]) {
      expect(setsConditionOn(filter, "name")).toBe(true);
    }
    for (const filter of [
      null,
      { name: {} },
      { or: [{ name: null }] },
      { parts: { some: named } },
    ]) {
      expect(setsConditionOn(filter, "name")).toBe(false);
    }
  });
});
