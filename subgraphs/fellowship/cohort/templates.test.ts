import { headerOf } from "../../kit/import/recognise-kind";
import { fellowship } from "../fellowship";

const imports = fellowship.imports ?? [];

it("the office's spreadsheets have these headers", () => {
  expect(Object.fromEntries(imports.map((kind) => [kind.name, headerOf(kind)]))).toEqual({
    fellows:
      "fellow_number,name,cohort,sending_agency,admitted_on,completed_on,withdrawn_on,withdrawal_reason",
    placements:
      "fellow_number,host_kind,host_agency,host_name,from,to,end_reason,cancelled_on,cancellation_reason",
  });
});

it("the examples of their columns are taken", () => {
  for (const { columns } of imports) {
    for (const { cell, example } of Object.values(columns)) {
      expect(cell.parse(example)).not.toBeUndefined();
    }
  }
});
