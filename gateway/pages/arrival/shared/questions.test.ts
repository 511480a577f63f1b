import { parse } from "graphql";
import { queryOf, questions } from "./questions";

const [published, onADay, counted] = questions;

describe("the questions of the first page", () => {
  it("can be asked together, as no two begin with the same field", () => {
    const [operation] = parse(queryOf(questions)).definitions;
    const fields =
      operation && "selectionSet" in operation
        ? (operation.selectionSet?.selections.map((field) => "name" in field && field.name.value) ??
          [])
        : [];
    expect(new Set(fields).size).toBe(questions.length);
  });

  it("are answered in words, in both languages", () => {
    const data = {
      fiscalYear: {
        applied: { nodes: [{ value: 52, source: { title: "A" } }] },
        abroad: { nodes: [{ value: 1342, source: { title: "B" } }] },
      },
      network: { members: [{ country: { name: "Japan" }, agency: { name: "NPA" } }] },
      dispatchStatistics: {
        rows: [
          { region: { name: "Europe" }, count: { lower: 120, upper: 120 } },
          { region: { name: "Middle East" }, count: { lower: 0, upper: 9 } },
        ],
      },
    };
    expect(published?.read(data, "en")).toEqual([
      { text: "52 applied", source: "A" },
      { text: "1,342 were abroad", source: "B" },
    ]);
    expect(published?.read(data, "ja")).toEqual([
      { text: "応募 52件", source: "A" },
      { text: "海外派遣 1,342人", source: "B" },
    ]);
    expect(onADay?.read(data, "en")).toEqual([{ text: "Japan: NPA" }]);
    expect(counted?.read(data, "ja")).toEqual([
      { text: "Europe：120" },
      { text: "Middle East：0–9" },
    ]);
  });

  it("have no answer where the data have none", () => {
    for (const data of [undefined, null, {}, { network: null }, { network: { members: null } }]) {
      expect(questions.map((question) => question.read(data, "en"))).toEqual([[], [], []]);
    }
  });
});
