import "reflect-metadata";
import { personal } from "../kit/access/policies";
import { areaStatistics } from "./area-statistics";
import { countries, numbers } from "./statistics/dimension-values";

const officers = personal("sample:persons");
const measure = {
  description: "Things.",
  unit: "things",
  definition: "Things there are.",
  table: "thing",
  time: { kind: "FLOW", day: "t.day" },
  counts: { how: "rows" },
  persons: null,
  records: "Thing",
} as const;
const declaration = {
  about: "things",
  description: "Things counted.",
  exactWith: "sample:persons",
  earliest: {},
  figures: {},
  dimensions: {
    country: { description: "The country.", filter: "By country.", values: countries },
    shoeSize: {
      ...{ description: "The size.", filter: "By size.", values: numbers, only: officers },
      ...{ sql: "t.size", most: 50 },
    },
  },
  measures: {
    THINGS: { ...measure, dimensions: { country: { sql: "t.country_code" }, shoeSize: {} } },
    ODD_THINGS: { ...measure, only: officers, dimensions: { shoeSize: { sql: "t.odd_size" } } },
  },
};

describe("the statistics of an area, declared once", () => {
  const { module, measures } = areaStatistics("sample", declaration);

  it("count each measure by its dimensions as declared, but for what it says otherwise", () => {
    const { THINGS, ODD_THINGS } = measures.measures;
    expect(Object.keys(THINGS?.dimensions ?? {})).toEqual(["country", "shoeSize"]);
    expect(THINGS?.dimensions).toMatchObject({
      country: { sql: "t.country_code", type: "text", most: 260 },
      shoeSize: { sql: "t.size", type: "integer", most: 50, isInternal: true },
    });
    expect(ODD_THINGS?.dimensions).toMatchObject({ shoeSize: { sql: "t.odd_size", most: 50 } });
    expect(THINGS).not.toHaveProperty("description");
    expect(THINGS?.dimensions["country"]).not.toHaveProperty("filter");
  });

  it("give what is not for everybody its policy wherever it can be named", () => {
    const restricted = Object.entries(module.access ?? {}).filter(([, one]) => one === officers);
    expect(restricted.map(([coordinate]) => coordinate).sort()).toEqual([
      "SampleDimension.SHOE_SIZE",
      "SampleMeasure.ODD_THINGS",
      "SampleStatisticsFilter.shoeSize",
    ]);
  });

  it("are refused where nobody says how a measure is counted by a dimension", () => {
    const { measures: all, ...rest } = declaration;
    const broken = { THINGS: { ...all.THINGS, dimensions: { country: {} } } };
    expect(() => areaStatistics("other", { ...rest, measures: broken })).toThrow(
      "it is not said how THINGS is counted by country",
    );
  });
});
