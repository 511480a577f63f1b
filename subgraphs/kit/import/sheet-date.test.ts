import { sheetDate, sheetPartialDate } from "./sheet-date";

it.each([
  ["2024-04-01", "2024-04-01"],
  ["2024/4/1", "2024-04-01"],
  ["2024/04/01", "2024-04-01"],
  ["2024/2/30", undefined],
  ["2024/13/1", undefined],
  ["24/4/1", undefined],
  ["4/1/2024", undefined],
  ["2024/4", undefined],
  ["2024-4-1", undefined],
  ["", undefined],
])("a day written %p is %p", (written, day) => {
  expect(sheetDate.parse(written)).toBe(day);
});

it.each([
  ["2024", "2024"],
  ["2024/4", "2024-04"],
  ["2024-04", "2024-04"],
  ["2024/4/1", "2024-04-01"],
  ["2024/0", undefined],
])("a date as precise as its source, written %p, is %p", (written, date) => {
  expect(sheetPartialDate.parse(written)).toBe(date);
});
