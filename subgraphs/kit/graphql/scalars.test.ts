import fc from "fast-check";
import { ApiError } from "../errors";
import { DateScalar, isDate, isPartialDate, PartialDateScalar } from "./scalars";

describe("dates", () => {
  it("are days of the calendar and nothing else", () => {
    expect(["2024-02-29", "1948-01-01", "2100-12-31"].filter(isDate)).toHaveLength(3);
    for (const wrong of [
      "2023-02-29",
      "2024-2-9",
      "2024-13-01",
      "2024-00-10",
      "20240101",
      "0000-01-01",
      "",
      "2024-01-01T00:00:00Z",
    ]) {
      expect(isDate(wrong)).toBe(false);
    }
  });

  it("accept every day there is", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (day) => isDate(day.toISOString().slice(0, 10)),
      ),
    );
  });

  it("may stop at the year or month where they are partial", () => {
    expect(["2009", "2012-11", "2024-03-31"].filter(isPartialDate)).toHaveLength(3);
    expect(
      ["209", "0000", "0000-01", "2012-13", "2012-00", "2023-02-30", "2012-1"].filter(
        isPartialDate,
      ),
    ).toEqual([]);
  });

  it("are refused with what was received and what was expected", () => {
    const parse = () => DateScalar.parseValue("31.3.2024");
    expect(parse).toThrow(ApiError);
    expect(parse).toThrow('Expected a date such as "2024-03-31", received "31.3.2024".');
    expect(() => DateScalar.parseValue(20240331)).toThrow("received 20240331");
    expect(() => PartialDateScalar.parseValue("March")).toThrow(
      expect.objectContaining({ extensions: { code: "INVALID_PARTIAL_DATE" } }) as Error,
    );
  });
});
