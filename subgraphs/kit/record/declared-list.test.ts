import "reflect-metadata";
import { StoredRecord } from "../mutation/stored-record";
import { DeclaredList } from "./declared-list";
import { record, text, whole } from "./fields";

@record("thing", "A thing.")
class Thing extends StoredRecord {
  @text("Its name.", { filter: "By name.", order: "By name." })
  name: string;

  @whole("Its size.", { filter: "By size.", order: "By size." })
  size: number;
}

const listOf = (declaration: {
  readonly order: [string, ...string[]];
  readonly without?: readonly (keyof Thing)[];
}) => new DeclaredList(Thing, { plural: "things", ...declaration });

describe("a declared list", () => {
  it("has the orderings and filters of its marked fields, but for those it leaves out", () => {
    const { definition } = listOf({ order: ["SIZE DESC"], without: ["name"] });
    expect(Object.keys(definition.filters)).toEqual(["size"]);
    expect(definition.defaultOrder).toEqual([{ by: "SIZE", direction: "DESC" }]);
  });

  it.each(["SISE", "size", "SIZE DOWN", "SIZE  DESC", "", "toString"])(
    "is refused with the order %j",
    (term) => {
      expect(() => listOf({ order: ["NAME", term] })).toThrow(
        `the list Thing has no order "${term}"; it has NAME, SIZE, each also with DESC`,
      );
    },
  );

  it("is refused with an order that it leaves out", () => {
    expect(() => listOf({ order: ["NAME"], without: ["name"] })).toThrow(
      'the list Thing has no order "NAME"; it has SIZE, each also with DESC',
    );
  });

  it("is refused by the compiler where it leaves out what its class does not have", () => {
    // @ts-expect-error -- Thing has no such field.
    expect(() => listOf({ order: ["NAME"], without: ["sise"] })).not.toThrow();
  });
});
