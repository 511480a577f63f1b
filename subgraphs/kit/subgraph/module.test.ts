import { open } from "../access/policies";
import { composed, type Module } from "./module";

const one: Module = {
  access: { One: open("published") },
  readable: { published: { one: "all" }, profiles: { person: "all" }, statistics: { one: "all" } },
};
const other: Module = { access: { Other: open("published") }, writable: { other: "INSERT" } };

describe("the modules of a subgraph", () => {
  it("are put together, and an own reader also sees what is published", () => {
    const { access, writableTables, publishedTables, readers, statisticsTables } = composed(
      [one, other],
      { profiles: "area:profiles" },
    );
    expect(Object.keys(access)).toEqual(["One", "Other"]);
    expect(writableTables).toEqual({ other: "INSERT" });
    expect(publishedTables).toEqual({ one: "all" });
    expect(statisticsTables).toEqual({ one: "all" });
    expect(readers).toEqual([
      { name: "profiles", scope: "area:profiles", tables: { one: "all", person: "all" } },
    ]);
  });

  it("say each thing once: a policy given twice is an error", () => {
    expect(() => composed([{ access: one.access ?? {} }, { access: one.access ?? {} }])).toThrow(
      "two modules give access of One",
    );
    const readable = { published: { one: "all" } } as const;
    expect(() => composed([{ readable }, { readable }])).toThrow(
      "two modules give what published reads of one",
    );
  });
});
