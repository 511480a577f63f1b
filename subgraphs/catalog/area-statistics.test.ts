import "reflect-metadata";
import { personal } from "../kit/access/policies";
import { counted, onItsDay } from "../kit/statistics/figure-definition";
import { areaStatistics } from "./area-statistics";
import { countries, numbers } from "./statistics/dimension-values";

const officers = personal("sample:persons");
const measure = {
  name: "Things",
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
    country: {
      name: "Country",
      description: "The country.",
      filter: "By country.",
      values: countries,
    },
    shoeSize: {
      ...{
        name: "Size",
        description: "The size.",
        filter: "By size.",
        values: numbers,
        only: officers,
      },
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
      "SampleRowToPublish.shoeSize",
      "SampleStatisticsFilter.shoeSize",
    ]);
  });

  it("are personal for callers with the scope of exact numbers, and for analysts", () => {
    const policy = {
      scopes: ["published"],
      personal: false,
      personalWith: ["sample:persons", "sample:statistics"],
    };
    expect(module.access).toMatchObject({
      "Query.sampleStatistics": policy,
      "Query.sampleDiscrepancies": policy,
    });
    expect(measures.analystScope).toBe("sample:statistics");
  });

  it("are refused where nobody says how a measure is counted by a dimension", () => {
    const { measures: all, ...rest } = declaration;
    const broken = { THINGS: { ...all.THINGS, dimensions: { country: {} } } };
    expect(() => areaStatistics("other", { ...rest, measures: broken })).toThrow(
      "it is not said how THINGS is counted by country",
    );
  });

  it("are refused where the names of one area are those of another", () => {
    expect(() => areaStatistics("sample", declaration)).toThrow(
      "the statistics Sample are declared already",
    );
  });

  it.each([
    ["count", "Another has a dimension count, which every row has already"],
    ["fiscalYear", "Another has a dimension fiscalYear, which every row has already"],
    ["shoe_size", 'Another has a dimension shoe_size, which is not written like "hostAgency"'],
  ])("are refused with the dimension %s", (name, message) => {
    const dimensions = { ...declaration.dimensions, [name]: declaration.dimensions.shoeSize };
    expect(() => areaStatistics("another", { ...declaration, dimensions })).toThrow(message);
  });
});

describe("what is released", () => {
  const { THINGS } = declaration.measures;
  const things = { ...THINGS, persons: { how: "rows" }, released: { by: [["country"]] } } as const;
  const happening = { kind: "FLOW", day: "t.day" } as const;

  it.each([
    ["is about somebody", { ...things, persons: null }, "THINGS is released, but is about nobody"],
    [
      "is counted",
      { ...things, released: { by: [["colour"]] } },
      "released by colour, which it is not counted by",
    ],
    [
      "is open",
      { ...things, released: { by: [["shoeSize"]] } },
      "released by shoeSize, which is not open to everybody",
    ],
    [
      "is related to what is released",
      { ...things, linked: { partOf: "OTHERS" } },
      "THINGS is linked to OTHERS, but not both are released",
    ],
    [
      "is by two dimensions at most",
      { ...things, released: { by: [["country", "country", "country"]] } },
      "THINGS is released by country, country, country: no more than two can be protected",
    ],
    [
      "is of days only if it is a stock",
      { ...things, time: happening, released: { by: [], days: ["2024-05-31"] } },
      "THINGS is released as of single days, but is no stock",
    ],
    [
      "is of the ends of quarters only with flows",
      { ...things, released: { by: [], quarterEnds: true } },
      "THINGS is released as of the ends of quarters, but has no flows",
    ],
    [
      "is a stock by what its flows are counted by",
      { ...things, linked: { flows: { in: "CAME", out: "CAME" } } },
      "THINGS is released by country, which its flow CAME is not counted by",
    ],
  ] as const)("%s, or is refused", (_what, broken, message) => {
    const CAME = { ...things, time: happening, dimensions: {}, released: { by: [] } };
    expect(() =>
      areaStatistics("another", { ...declaration, measures: { THINGS: broken, CAME } }),
    ).toThrow(message);
  });
});

describe("figures that count persons", () => {
  const { exactWith: _scope, ...rest } = declaration;
  const figures = { things: counted({ measure: "THINGS", time: onItsDay }) };

  it("are refused where statistics are not exact for the same callers", () => {
    const those = "the statistics of dispatch are exact with";
    expect(() => areaStatistics("dispatch", rest)).toThrow(
      `${those} no scope, its figures by areas.ts with dispatch:persons`,
    );
    expect(() => areaStatistics("dispatch", { ...rest, exactWith: "dispatch:pay" })).toThrow(
      `${those} dispatch:pay, its figures by areas.ts with dispatch:persons`,
    );
  });

  it("are refused where areas.ts says that there are none", () => {
    const exactWith = "cooperation:persons";
    expect(() => areaStatistics("cooperation", { ...rest, exactWith })).toThrow(
      "the statistics of cooperation are exact with cooperation:persons, its figures by areas.ts with none",
    );
  });

  it("are refused where they are counted by a measure that protects nobody", () => {
    const unprotected = { ...rest, exactWith: "dispatch:persons", figures };
    expect(() => areaStatistics("dispatch", unprotected)).toThrow(
      "the figure things counts persons, but its measure THINGS has no protection",
    );
  });

  it("are refused where they are counted by no measure", () => {
    const misspelt = { things: counted({ measure: "THING", time: onItsDay }) };
    expect(() => areaStatistics("cooperation", { ...rest, figures: misspelt })).toThrow(
      "the figure things is counted by THING, which is no measure",
    );
  });
});
