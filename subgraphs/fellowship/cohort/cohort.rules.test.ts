import fc from "fast-check";
import { notInFuture } from "../../kit/rules/day.rules";
import { dayAfter, dayBefore, overlap, type StartedPeriod } from "../../kit/rules/period";
import { brokenRules } from "../../kit/rules/rule";
import { nameRule, noteRule } from "../../kit/rules/text.rules";
import { dayInCohortRule, insideCohortRules } from "./cohort.rules";

const day = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const period: fc.Arbitrary<StartedPeriod> = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 400 })))
  .map(([from, length]) => ({
    from,
    to: length === null ? null : Array.from({ length }).reduce<string>(dayAfter, from),
  }));

describe("periods", () => {
  it("know the days around the end of a fiscal year, of February and of a year", () => {
    expect(dayAfter("2024-03-31")).toBe("2024-04-01");
    expect(dayBefore("2024-04-01")).toBe("2024-03-31");
    expect([dayAfter("2023-02-28"), dayAfter("2024-02-28")]).toEqual(["2023-03-01", "2024-02-29"]);
    expect(dayAfter("1999-12-31")).toBe("2000-01-01");
  });

  it("overlap exactly where they have a day in common", () => {
    const has = ({ from, to }: StartedPeriod, one: string) =>
      from <= one && (to === null || one < to);
    fc.assert(
      fc.property(period, period, (one, other) => {
        const later = one.from > other.from ? one.from : other.from;
        expect(overlap(one, other)).toBe(has(one, later) && has(other, later));
        expect(overlap(other, one)).toBe(overlap(one, other));
      }),
    );
  });
});

describe("the rules of all records", () => {
  it("let a period into a cohort exactly where its first and last day are in it", () => {
    fc.assert(
      fc.property(period, period, ({ from, to }, inside) => {
        const cohort = { id: "C", period: { from, to } };
        const last = inside.to === null ? null : dayBefore(inside.to);
        const lastIsIn =
          last === null
            ? to === null
            : brokenRules([dayInCohortRule(last, cohort, "to")]).length === 0;
        const bothIn =
          brokenRules([dayInCohortRule(inside.from, cohort, "from")]).length === 0 && lastIsIn;
        expect(brokenRules(insideCohortRules(inside, cohort)).length === 0).toBe(bothIn);
      }),
    );
  });

  it("say what was received and what was expected", () => {
    const cohort = { id: "C-1", period: { from: "2023-04-01", to: "2024-04-01" } };
    expect(brokenRules(insideCohortRules({ from: "2023-03-31", to: null }, cohort))).toEqual([
      {
        code: "OUTSIDE_COHORT_PERIOD",
        message:
          "Expected a day of cohort C-1, from 2023-04-01 to 2024-03-31, received 2023-03-31.",
        path: ["input", "from"],
      },
      {
        code: "OUTSIDE_COHORT_PERIOD",
        message:
          "Expected a day up to 2024-04-01, the day after the last of cohort C-1, received null, which is open.",
        path: ["input", "to"],
      },
    ]);
    expect(brokenRules([notInFuture("2024-04-01", "2024-03-31", "on")])).toMatchObject([
      { message: "Expected a day up to today, 2024-03-31, received 2024-04-01." },
    ]);
    expect(brokenRules([notInFuture("2024-03-31", "2024-03-31", "on")])).toEqual([]);
  });

  it("measure texts without the spaces around them", () => {
    expect(brokenRules([nameRule(`  ${"x".repeat(200)}  `, "name")])).toEqual([]);
    expect(brokenRules([nameRule("x".repeat(201), "name")])).toMatchObject([
      { message: "Expected a text of 1–200 characters that can be read, received 201 characters." },
    ]);
    expect(brokenRules([nameRule(" ", "name")])).toMatchObject([
      { message: 'Expected a text of 1–200 characters that can be read, received " " (blank).' },
    ]);
    expect(brokenRules([nameRule("𠮷".repeat(200), "name")])).toEqual([]);
  });

  it.each(["\u200B", "\u0085", "A\u0085", "A\u0000", "A\uD800", "A\nB", "\u3164"])(
    "refuse the text %j, which nobody can read",
    (text) => {
      expect(brokenRules([nameRule(text, "name")])).toMatchObject([{ code: "INVALID_TEXT" }]);
    },
  );

  it("let reasons alone span lines", () => {
    expect(brokenRules([noteRule("Recalled.\r\n\tBy the agency.", "reason")])).toEqual([]);
    expect(brokenRules([noteRule("Recalled.\u0085", "reason")])).toMatchObject([
      { code: "INVALID_TEXT" },
    ]);
  });
});
