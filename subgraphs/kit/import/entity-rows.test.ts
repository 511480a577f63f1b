import { StoredRecord } from "../mutation/stored-record";
import { day, record, text } from "../record/fields";
import { entityRows, storedProperties } from "./entity-rows";

@record("imported_thing", "A thing that a spreadsheet holds.")
class ImportedThing extends StoredRecord {
  @text("Its name.")
  name: string;

  @day("Its first day.", { column: "from_date" })
  from: string;
}

const rows = [{ id: "1", name: "a", from: "2026-04-01", line: 2 }];

it("rows of a class are written by column, with the types of its columns", () => {
  expect(entityRows(ImportedThing, ["name", "from"], rows)).toEqual({
    table: "imported_thing",
    columns: { name: "text", from_date: "date" },
    rows: [{ name: "a", from_date: "2026-04-01" }],
  });
});

it("an import writes every property of a class but its version and synthetic", () => {
  expect(storedProperties(ImportedThing).sort()).toEqual(["from", "id", "name"]);
});

it("a class without a table, or without a column of that name, cannot be written", () => {
  class Nothing {
    name: string;
  }
  expect(() => entityRows(Nothing, ["name"], [])).toThrow("Nothing has no table");
  expect(() => entityRows(ImportedThing, ["name", "size" as "from"], rows)).toThrow(
    "ImportedThing has no column for size",
  );
});
