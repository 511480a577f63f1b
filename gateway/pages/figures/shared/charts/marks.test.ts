import type { Counted } from "../model/counted";
import type { Observation, Published } from "../model/observation";
import { english } from "../words/english";
import { barParts } from "./bar-parts";
import { periodMarks } from "./period-marks";
import { raisedLabels } from "./raised-labels";
import { wrapText } from "./wrap-text";

const published = (value: number | null, revision = 1): Published => ({
  ...{ id: `f${revision}`, value, revision, confidence: "HIGH", agreement: "AGREES" },
  ...{ difference: 0, note: null, counted: { status: "NOT_COVERED" } },
  origin: { title: "Leaflet", publisher: "NPA", publishedOn: null, url: null, locator: null },
});

const observation = (counted: Counted, ...numbers: readonly Published[]): Observation => ({
  period: { code: "2013", name: "FY2013" },
  group: { code: "ASIA", name: "Asia" },
  published: numbers,
  counted,
});

const shapes = (...observations: readonly Observation[]) =>
  barParts(observations, english).map(({ line, kind, from, to, label }) => [
    ...[line, kind, from, to, label],
  ]);

describe("barParts", () => {
  it("draws a suppressed number from its lower to its upper bound, and never as a bar from nought", () => {
    expect(shapes(observation({ status: "SUPPRESSED", lower: 3, upper: 9 }, published(6)))).toEqual(
      [
        ["published", "published", 0, 6, "6"],
        ["counted", "suppressed", 3, 9, "3–9"],
      ],
    );
    expect(shapes(observation({ status: "SUPPRESSED", lower: 0, upper: null }))).toEqual([
      ["counted", "suppressed", 0, Infinity, "0 or more"],
    ]);
  });

  it("draws revisions that differ as a band, and says what is unknown in words", () => {
    const uncovered = { status: "NOT_COVERED" } as const;
    expect(shapes(observation(uncovered, published(399), published(397, 2)))).toEqual([
      ["published", "published", 0, 397, ""],
      ["published", "revisions", 397, 399, "397–399"],
      ["counted", "none", 0, 0, "Not covered by records"],
    ]);
    expect(shapes(observation(uncovered, published(null)))[0]).toEqual([
      ...["published", "none", 0, 0, "Published, value unknown"],
    ]);
  });

  it("has no line for counts where none of any group is released", () => {
    const notTold = { status: "NOT_GIVEN", reason: "NOT_TOLD" } as const;
    expect(shapes(observation(notTold, published(5)))).toEqual([
      ["published", "published", 0, 5, "5"],
    ]);
  });
});

describe("periodMarks", () => {
  it("marks nothing where records do not reach, and a nought by its number", () => {
    expect(periodMarks([observation({ status: "NOT_COVERED" })], english)).toEqual([]);
    expect(periodMarks([observation({ status: "SHOWN", value: 0 })], english)).toMatchObject([
      { kind: "counted", from: 0, to: 0, label: "0" },
    ]);
  });

  it("has a point for each revision, a band over them, and a question mark for an unknown value", () => {
    const marks = periodMarks(
      [observation({ status: "SHOWN", value: 399 }, published(399), published(397, 2))],
      english,
    );
    expect(marks.map(({ kind, from, to, label }) => [kind, from, to, label])).toEqual([
      ["counted", 0, 399, ""],
      ["revisions", 397, 399, ""],
      ["published", 399, 399, "397–399 ✓"],
      ["published", 397, 397, ""],
    ]);
    const unknown = observation({ status: "NOT_COVERED" }, published(null));
    expect(periodMarks([unknown], english)).toMatchObject([{ kind: "unknown" }]);
  });
});

describe("raisedLabels", () => {
  it("lifts a label that would run into others, and leaves those that are apart", () => {
    const place = (x: number, y: number) => ({ x, y, text: "399" });
    const labels = raisedLabels([place(0, 100), place(14, 102), place(28, 101), place(200, 100)]);
    expect(labels.map(({ place: { y }, up }) => y - up)).toEqual([100, 88, 101, 100]);
  });
});

describe("wrapText", () => {
  it("breaks between words and between Japanese letters, and loses nothing", () => {
    expect(wrapText("Bodies of foreign states", 95)).toEqual(["Bodies of", "foreign states"]);
    expect(wrapText("外国の州又は自治体の機関", 96)).toEqual(["外国の州又は自治", "体の機関"]);
  });
});
