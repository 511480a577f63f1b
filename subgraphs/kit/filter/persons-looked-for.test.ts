import { SqlParameters } from "../database/sql-parameters";
import { compileConditions } from "./compile-conditions";
import type { FilteredRecords, FilterRelation } from "./filtered-records";
import { personsLookedFor } from "./persons-looked-for";
import { readFilter } from "./read-filter";

class Clerk {
  id: string;
}
class Term {
  id: string;
}
class Body {
  id: string;
}

type Related = FilteredRecords & { readonly relations: Record<string, FilterRelation> };

const clerks: Related = {
  name: "Clerk",
  entity: Clerk,
  filters: {
    name: { sql: "t.name", type: "text", written: "free", identifiesPerson: true },
    number: { sql: "t.number", type: "integer", identifiesPerson: true },
    office: { sql: "t.office", type: "text" },
  },
  relations: {},
};
const terms: Related = {
  name: "Term",
  entity: Term,
  filters: { pay: { sql: "t.pay", type: "integer" } },
  relations: {},
};
const bodies: Related = {
  name: "Body",
  entity: Body,
  filters: { code: { sql: "t.code", type: "text" } },
  relations: {},
};
const own = { ofSamePerson: true, isMany: false };
const others = { ofSamePerson: false, isMany: true };
clerks.relations["terms"] = { to: terms, key: "t.id", toKey: "t.clerk_id", ...own, isMany: true };
terms.relations["clerk"] = { to: clerks, key: "t.clerk_id", toKey: "t.id", ...own };
terms.relations["body"] = { to: bodies, key: "t.body_id", toKey: "t.id", ...others, isMany: false };
bodies.relations["terms"] = { to: terms, key: "t.id", toKey: "t.body_id", ...others };

const a = { name: { eq: "A" } };
const five = { number: { eq: 5 } };

/** The SQL of there being a related record. */
function thereIs(key: string, related: string): string {
  return `EXISTS (SELECT FROM (SELECT ${related}) related WHERE related.key = ${key})`;
}

/** Whom a filter looks for, as SQL with its values in place. */
function lookedFor(filter: object, records: FilteredRecords = clerks) {
  const isAbout = (type: string) => type !== "Body";
  return personsLookedFor(readFilter(filter, records), isAbout).map((one) => {
    const parameters = new SqlParameters();
    const conditions = compileConditions(one.conditions, {
      parameters,
      tableOf: ({ name }) => name,
    });
    const sql = conditions
      .join(" AND ")
      .replaceAll("normal_form(t.name)", "t.name")
      .replaceAll(/\$(\d+)::\w+/g, (_all, place: string) =>
        String(parameters.values[Number(place) - 1]),
      );
    return `${one.records.name}${one.isByIdentity ? "!" : ""} ${sql}`;
  });
}

describe("persons are looked for", () => {
  it("by all together that says who they are, by a number also alone, and not by what else is asked of them", () => {
    expect(lookedFor({ ...a, ...five, office: { eq: "X" } })).toEqual([
      "Clerk! t.name = A AND t.number = 5",
      "Clerk! t.number = 5",
    ]);
    expect(lookedFor({ and: [a, { and: [five] }], not: { office: { eq: "X" } } })).toEqual([
      "Clerk! t.name = A AND t.number = 5",
      "Clerk! t.number = 5",
    ]);
    expect(lookedFor({ office: { eq: "X" } })).toEqual([]);
  });

  it("by each element of an or, beside what would let everybody in", () => {
    expect(lookedFor({ or: [a, { office: { eq: "X" } }, five] })).toEqual([
      "Clerk! t.name = A",
      "Clerk! t.number = 5",
    ]);
  });

  it("within what names them outside of the or or not", () => {
    const some = { name: { contains: "o" } };
    expect(lookedFor({ ...a, or: [some, { not: five }] })).toEqual([
      "Clerk! t.name = A",
      "Clerk! t.name = A AND position(lower(o) in lower(t.name)) > 0",
      "Clerk! t.name = A AND t.number = 5",
      "Clerk! t.number = 5",
    ]);
  });

  it("where they are left out, however often", () => {
    for (const filter of [{ not: a }, { not: { not: a } }, { not: { or: [a] } }]) {
      expect(lookedFor(filter)).toEqual(["Clerk! t.name = A"]);
    }
  });

  it("in related records, whether there are to be some or none", () => {
    expect(lookedFor({ clerk: a }, terms)).toEqual(["Clerk! t.name = A"]);
    const ofBodies = thereIs("t.body_id", "t.id AS key FROM Body t");
    expect(lookedFor({ terms: { some: { not: { clerk: a } } } }, bodies)).toEqual([
      `Term ((${thereIs("t.clerk_id", "t.id AS key FROM Clerk t WHERE t.name = A")})) IS NOT TRUE AND ${ofBodies}`,
      "Clerk! t.name = A",
    ]);
    expect(lookedFor({ terms: { none: { not: { clerk: a } } } }, bodies)).toEqual([
      `Term ${ofBodies}`,
      "Clerk! t.name = A",
    ]);
  });

  it("by what is asked of others, among those whom the conditions beside it leave", () => {
    const paid = { terms: { some: { pay: { eq: 100 } } } };
    expect(lookedFor({ code: { eq: "Z" }, or: [paid] }, bodies)).toEqual([
      `Term t.pay = 100 AND ${thereIs("t.body_id", "t.id AS key FROM Body t WHERE t.code = Z")}`,
    ]);
    expect(lookedFor({ pay: { eq: 0 }, body: paid }, terms)).toEqual([
      `Term t.pay = 100 AND ${thereIs(
        "t.body_id",
        `t.id AS key FROM Body t WHERE ${thereIs("t.id", "t.body_id AS key FROM Term t WHERE t.pay = 0")}`,
      )}`,
    ]);
  });

  it("among all who belong to a record of which it is said that something does not hold, in whatever words", () => {
    const pay = { pay: { lte: 99 } };
    const all = [`Term ${thereIs("t.body_id", "t.id AS key FROM Body t")}`];
    for (const filter of [
      { terms: { every: pay } },
      { terms: { none: pay } },
      { not: { terms: { some: pay } } },
      { or: [{ not: { terms: { every: pay } } }] },
    ]) {
      expect(lookedFor(filter, bodies)).toEqual(all);
    }
  });

  it("by a part of a number alone", () => {
    const part = { number: { contains: "5" } };
    expect(lookedFor({ ...a, ...part })).toHaveLength(2);
  });

  it("nowhere else in records about the same person, who is noted with the one found", () => {
    expect(lookedFor({ terms: { none: { pay: { eq: 100 } } } })).toEqual([]);
    expect(lookedFor({ clerk: { office: { eq: "X" } } }, terms)).toEqual([]);
  });
});
