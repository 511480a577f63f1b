import { search } from "./search";
import type { SearchEntry } from "./search-entry";

const entries: readonly SearchEntry[] = [
  ["Country", "A country."],
  ["Agency", "A public body."],
  ["Agency.country", "The country it belongs to."],
  ["Query.country", "The country with this code."],
  ["Query.agencies", "Agencies: Japan's first."],
  ["Official.homeAgency", "The agency it comes from."],
];
const found = (text: string) => search(entries, text).shown.map(([coordinate]) => coordinate);

describe("search", () => {
  it("puts what has the name first, then names that begin so, other names, and descriptions", () => {
    expect(found("country")).toEqual(["Country", "Query.country", "Agency.country"]);
    expect(found("AGENC")).toEqual([
      ...["Agency", "Agency.country", "Query.agencies", "Official.homeAgency"],
    ]);
    expect(found("belongs")).toEqual(["Agency.country"]);
  });

  it("finds what has all words, in names or descriptions, and coordinates as they are written", () => {
    expect(found("agency country")).toEqual(["Agency.country"]);
    expect(found("Agency.country")).toEqual(["Agency.country"]);
    expect(found("public agency")).toEqual(["Agency"]);
    expect(found("nothing agency")).toEqual([]);
    expect(search(entries, "  ")).toEqual({ shown: [], total: 0 });
  });

  it("shows the first thirty, and says how many there are", () => {
    const many = Array.from({ length: 50 }, (_unused, n): SearchEntry => [`Type${n}`, ""]);
    const { shown, total } = search(many, "type");
    expect([shown.length, total]).toEqual([30, 50]);
  });
});
