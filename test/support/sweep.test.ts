import { createRequire } from "node:module";
import { Sweep } from "./sweep";

const cases = Array.from({ length: 12 }, (_none, index) => index);

/** A sweep with these variables of the process, which are put back. */
function sweepWith(variables: Readonly<Record<string, string>>, ...folders: string[]): Sweep {
  const before = process.env;
  process.env = { ...before, SWEEPS_FILE: "", ...variables };
  try {
    return new Sweep(...folders);
  } finally {
    process.env = before;
  }
}

const parts = ["0", "1", "2", "3", "4", "5", "6", "7"].map((part) =>
  sweepWith({ FULL: "0", SWEEP_PART: part }),
);

it("runs each case in one of eight parts", () => {
  const run = parts.map((part) => part.of(cases));
  expect(run).toEqual([[0, 8], [1, 9], [2, 10], [3, 11], [4], [5], [6], [7]]);
  expect(parts.map((part) => part.share(30))).toEqual(parts.map(() => 3));
});

it("runs cases that lie side by side in one part, each in one", () => {
  const run = parts.map((part) => part.stretchOf(cases));
  expect(run).toEqual([[0, 1], [2], [3, 4], [5], [6, 7], [8], [9, 10], [11]]);
  expect(sweepWith({ FULL: "1" }).stretchOf(cases)).toEqual(cases);
});

it("runs one of fewer cases than parts, each as often as the others", () => {
  const run = parts.map((part) => part.of(["a", "b", "c", "d"]));
  expect(run.flat().join("")).toBe("abcdabcd");
  expect(run.every((cases) => cases.length === 1)).toBe(true);
  expect(parts.map((part) => part.of([]))).toEqual(parts.map(() => []));
});

it("runs all cases where FULL=1", () => {
  const whole = sweepWith({ FULL: "1", SWEEP_PART: "2" });
  expect(whole.of(cases)).toEqual(cases);
  expect(whole.share(30)).toBe(30);
});

it("runs an eighth where Git does not say what changed", () => {
  expect(sweepWith({ FULL: "", PATH: "" }, "gateway").isWhole).toBe(false);
  expect(sweepWith({ FULL: "1", PATH: "" }, "gateway").isWhole).toBe(true);
});

it("refuses a folder in which there is no file, where nothing would ever change", () => {
  expect(() => sweepWith({ FULL: "" }, "no/such/folder")).toThrow(
    "A sweep is about no/such/folder, where there is no file.",
  );
});

it("checks the cases of its part alone, until one fails", () => {
  const checked: number[] = [];
  const check = parts[1]?.checking((each: number) => {
    checked.push(each);
    if (each === 9) throw new Error("nine");
  });
  const failed = cases.filter((each) => {
    try {
      check?.(each);
      return false;
    } catch {
      return true;
    }
  });
  expect(checked).toEqual([1, 9, 10, 11]);
  expect(failed).toEqual([9]);
});

it("goes on with all cases once one has failed in its own time", async () => {
  const checked: number[] = [];
  const check = parts[1]?.checking(async (each: number) => {
    checked.push(each);
    await Promise.resolve();
    if (each === 1) throw new Error("one");
  });
  for (const each of cases.slice(0, 4)) await check?.(each)?.catch(() => undefined);
  expect(checked).toEqual([1, 2, 3]);
});

describe("the end of a run", () => {
  interface Reporter {
    closingLine(): string | undefined;
  }
  const SweepsReporter = createRequire(__filename)(
    "./runner/sweeps-reporter.cjs",
  ) as new () => Reporter;
  const variableBefore = process.env["SWEEPS_FILE"] ?? "";
  afterAll(() => {
    process.env["SWEEPS_FILE"] = variableBefore;
  });

  it.each([
    ["an eighth was run", ["0"], "Sweeps: 1 by an eighth (SWEEP_PART=2). FULL=1 runs all."],
    ["all was run", ["1"], "Sweeps: 1 whole (support/sweep)."],
    [
      "some was run whole",
      ["0", "1", "0"],
      "Sweeps: 1 whole (support/sweep), 1 by an eighth (SWEEP_PART=2). FULL=1 runs all.",
    ],
    [
      "Git says nothing",
      [""],
      "Sweeps: 1 by an eighth (SWEEP_PART=2). FULL=1 runs all. Git does not say what changed.",
    ],
  ])("says that %s", (_what, asked, line) => {
    const reporter = new SweepsReporter();
    const { SWEEPS_FILE = "" } = process.env;
    for (const FULL of asked) sweepWith({ SWEEPS_FILE, FULL, SWEEP_PART: "2", PATH: "" });
    expect(reporter.closingLine()).toBe(line);
  });

  it("says nothing where there was no sweep", () => {
    expect(new SweepsReporter().closingLine()).toBeUndefined();
  });
});
