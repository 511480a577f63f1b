import { NumberKind } from "../../kit/release/check/check-task";
import { numberText } from "./number-text";

const part = { measure: "SPOUSES", period: "2020-03-31", group: [] };

it("names the whole of a rest", () => {
  expect(numberText({ ...part, kind: NumberKind.REST, whole: "OFFICIALS" })).toBe(
    "SPOUSES of 2020-03-31, in total, those of OFFICIALS who are not in it",
  );
});

it("says of overlapping groups by how much they add up to more", () => {
  expect(numberText({ ...part, kind: NumberKind.SEVERAL, dimension: "region" })).toBe(
    "SPOUSES of 2020-03-31, in total, by how much the groups by REGION add up to more than it",
  );
});
