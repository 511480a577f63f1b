import fc from "fast-check";
import { today } from "../clock";
import { ApiError } from "../errors";
import { DateScalar, isDate, isPartialDate, KnownAtScalar, PartialDateScalar } from "./scalars";

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
    expect(parse).toThrow(
      'Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received "31.3.2024".',
    );
    expect(() => DateScalar.parseValue(20240331)).toThrow("received 20240331");
    expect(() => PartialDateScalar.parseValue("March")).toThrow(
      expect.objectContaining({ extensions: { code: "INVALID_PARTIAL_DATE" } }) as Error,
    );
  });
});

describe("moments at which something was known", () => {
  const parsed = (value: unknown) => KnownAtScalar.parseValue(value).toISOString();

  it("are instants, or the ends of days in Asia/Tokyo", () => {
    expect(parsed("2024-03-31T23:59:59.5+09:00")).toBe("2024-03-31T14:59:59.500Z");
    expect(parsed("2024-03-31T14:59:59Z")).toBe("2024-03-31T14:59:59.000Z");
    expect(parsed("2024-03-31")).toBe("2024-03-31T14:59:59.999Z");
    expect(parsed("2024-02-29")).toBe("2024-02-29T14:59:59.999Z");
    expect(KnownAtScalar.serialize(KnownAtScalar.parseValue("2024-03-31"))).toBe(
      "2024-03-31T23:59:59.999+09:00",
    );
  });

  it.each([
    ["not a moment", ["yesterday", "", "2024-02-30", "2024-03", 20240331, "2024-03-31T23:59:59"]],
    ["not past", [today(), "2999-01-01", "9999-12-31", "9999-12-31T23:59:59+09:00"]],
    ["not a minute past", [new Date().toISOString(), new Date(Date.now() - 50_000).toISOString()]],
  ])("are refused where they are %s", (_what, values) => {
    for (const value of values) {
      expect(() => parsed(value)).toThrow(
        expect.objectContaining({
          message: expect.stringContaining(`received ${JSON.stringify(value)}.`),
          extensions: { code: "INVALID_KNOWN_AT" },
        }) as Error,
      );
    }
    expect(parsed(new Date(Date.now() - 61_000).toISOString())).toBeDefined();
  });
});
