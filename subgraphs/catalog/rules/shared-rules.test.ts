import { assert, constantFrom, integer, property } from "fast-check";
import { notBefore, notInFuture, periodRule } from "../../kit/rules/day.rules";
import { dayAfter, type Period } from "../../kit/rules/period";
import { brokenRules, type Rules } from "../../kit/rules/rule";
import {
  betweenRule,
  nameRule,
  noteRule,
  optionalNameRule,
  trimmed,
} from "../../kit/rules/text.rules";
import { agencyRules } from "./area.rules";
import { datesInRange, fiscalYearRule, inFiscalYear } from "./day.rules";

const codes = (...rules: Rules) => brokenRules(rules).map(({ code }) => code);

const ofAgency = (code: string | null, country: string, period: Period | null) =>
  agencyRules(code, "agency", { country, foreign: "AGENCY_OF_ANOTHER_COUNTRY", period });

describe("an agency", () => {
  it.each([
    // KR-MPM exists from 2014-11-19, KR-CSC from 1999-05-24 to 2008-02-29, CN-SACS from 2008-03 to 2018-03.
    ["KR-MPM", "2014-11-19", null, []],
    ["KR-MPM", "2014-11-18", null, ["AGENCY_NOT_IN_FORCE"]],
    ["KR-CSC", "1999-05-24", "2008-02-29", []],
    ["KR-CSC", "1999-05-24", "2008-03-01", ["AGENCY_NOT_IN_FORCE"]],
    ["KR-CSC", "2000-01-01", null, ["AGENCY_NOT_IN_FORCE"]],
    ["CN-SACS", "2008-03-01", "2018-03-31", []],
    ["CN-SACS", "2008-02-29", "2018-03-31", ["AGENCY_NOT_IN_FORCE"]],
    ["CN-SACS", "2008-03-01", "2018-04-01", ["AGENCY_NOT_IN_FORCE"]],
    ["PH-CSC", "1900-01-01", null, []],
  ])("%s from %s to %s is judged by every day its dates may mean", (code, from, to, expected) => {
    expect(codes(ofAgency(code, code.slice(0, 2), { from, to }))).toEqual(expected);
  });

  it("of another country is refused by another code than an unknown one, and no agency needs no check", () => {
    expect(codes(ofAgency("KR-MPM", "JP", null))).toEqual(["AGENCY_OF_ANOTHER_COUNTRY"]);
    expect(codes(ofAgency("KR-XYZ", "KR", null))).toEqual(["UNKNOWN_AGENCY"]);
    expect(ofAgency(null, "KR", { from: "2024-01-01", to: null })).toEqual([]);
  });
});

describe("days", () => {
  const days = integer({ min: -20_000, max: 40_000 }).map((offset) =>
    new Date(offset * 86_400_000).toISOString().slice(0, 10),
  );

  it("lie in the fiscal year from 1 April to 31 March and in no other", () => {
    assert(
      property(days, constantFrom(-1, 0, 1), (day, shift) => {
        const year = Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0);
        return inFiscalYear(day, year + shift, "on").holds === (shift === 0);
      }),
    );
  });

  it("follow each other, and a period holds at least one", () => {
    assert(
      property(
        days,
        (day) =>
          dayAfter(day) > day &&
          periodRule(day, dayAfter(day)).holds &&
          codes(periodRule(day, day)).join() === "INVALID_PERIOD" &&
          notBefore(day, day, "the day before it", "on").holds &&
          codes(notBefore(day, dayAfter(day), "the day before it", "on")).join() ===
            "DATE_OUT_OF_ORDER" &&
          notInFuture(day, day, "on").holds &&
          codes(notInFuture(dayAfter(day), day, "on")).join() === "DATE_IN_FUTURE",
      ),
    );
  });

  it("lie in fiscal years 1948–2100, with every day that a vague date may mean", () => {
    const dates = ["1948-03-31", "1948-04-01", "1948", "1948-04", "1949", "2100", "2101-03"];
    const refused = [...dates, "2101-03-31", "2101-04-01", "2101", "0001-01-01", "9999"].filter(
      (on) => codes(datesInRange({ on })).includes("DATE_OUT_OF_RANGE"),
    );
    expect(refused).toEqual(["1948-03-31", "1948", "2101-04-01", "2101", "0001-01-01", "9999"]);
    expect(codes(datesInRange({ on: null, to: undefined }))).toEqual([]);
  });

  it("of a fiscal year outside 1948–2100 are refused", () => {
    expect([1947, 1948, 2100, 2101].map((year) => codes(fiscalYearRule(year, "y")).join())).toEqual(
      ["INVALID_FISCAL_YEAR", "", "", "INVALID_FISCAL_YEAR"],
    );
  });
});

describe("texts and numbers", () => {
  it("are bounded after the blanks around them are gone, and the message stays short", () => {
    expect(codes(nameRule(` ${"x".repeat(200)} `, "title"))).toEqual([]);
    expect(brokenRules([nameRule("x".repeat(201), "title")])).toEqual([
      {
        code: "INVALID_TEXT",
        message: "Expected a text of 1–200 characters that can be read, received 201 characters.",
        path: ["input", "title"],
      },
    ]);
    expect(codes(nameRule(" \n ", "title"))).toEqual(["INVALID_TEXT"]);
    expect(codes(nameRule("", "title"))).toEqual(["INVALID_TEXT"]);
    expect(codes(optionalNameRule(null, "title"))).toEqual([]);
    expect(codes(optionalNameRule("", "title"))).toEqual(["INVALID_TEXT"]);
    expect([trimmed(" a "), trimmed(null), trimmed(undefined)]).toEqual(["a", null, null]);
  });

  it("are what a reader can see, and have lines only where they may", () => {
    const found = ["one\ntwo", "a\u0000b", "\u200b\u2060", "\ud800"].map((text) => [
      codes(nameRule(text, "title")).length,
      codes(noteRule(text, "note")).length,
    ]);
    expect(found).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    expect(codes(noteRule("x".repeat(2_000), "note"))).toEqual([]);
  });

  it("lie within their bounds, both included", () => {
    const found = [0, 1, 5, 6].map((number) => codes(betweenRule(number, "n", 1, 5)).join());
    expect(found).toEqual(["INVALID_NUMBER", "", "", "INVALID_NUMBER"]);
  });
});
