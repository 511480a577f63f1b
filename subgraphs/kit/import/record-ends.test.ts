import fc from "fast-check";
import { endOfRecords, splitRecords } from "./record-ends";

const text = fc.string({ unit: fc.constantFrom('"', "\n", "\r\n", ",", "a") });

describe("the end of the last whole record", () => {
  it.each([
    ["a,b\nc", 4],
    ["a,b", 0],
    ['"a\nb', 0],
    ['"a\nb"\nc', 6],
    ['x\n"a""\n', 2],
    ["", 0],
  ])("of %j is at %i", (given, end) => {
    expect(endOfRecords(given)).toBe(end);
  });

  it("is where the last record but an unfinished one ends, whatever the text", () => {
    fc.assert(
      fc.property(text, (given) => {
        const records = [...splitRecords(given)];
        expect(records.join("")).toBe(given);
        const whole = records.filter((record) => {
          const quotes = record.split('"').length - 1;
          return record.endsWith("\n") && quotes % 2 === 0;
        });
        expect(endOfRecords(given)).toBe(whole.join("").length);
      }),
    );
  });
});
