import { hashOfText } from "../../subgraphs/kit/hash-of-text";
import { sampleCitation } from "../pages/shared/citation/citation.fixture";
import { citationRecord, isCitationId, readCitationRecord } from "./citation-record";

const data = '{"a":1}';

it("has an id of its whole text, which is read back as it was", () => {
  const { id, text } = citationRecord(sampleCitation, data);
  expect(isCitationId(id)).toBe(true);
  // The first five bits of the hash are the first letter.
  const [first = ""] = hashOfText(text);
  expect("abcdefghijklmnopqrstuvwxyz234567".indexOf(id[0] ?? "") >> 1).toBe(
    Number.parseInt(first, 16),
  );
  expect(readCitationRecord(id, text)).toEqual(sampleCitation);
  expect(() => readCitationRecord(id, text.replace('"a":1', '"a":2'))).toThrow(
    "is not what was kept under its id",
  );
});

it("has a key that goes by all but the moment, and an id that goes by all", () => {
  const one = citationRecord(sampleCitation, data);
  const later = citationRecord({ ...sampleCitation, knownAt: "2026-11-30T10:00:00.000Z" }, data);
  expect(later.key).toEqual(one.key);
  expect(later.id).not.toBe(one.id);
  for (const change of [
    { day: "2026-12-01" },
    { variables: {} },
    { answer: "" },
    { dataVersion: {} },
  ]) {
    expect(citationRecord({ ...sampleCitation, ...change }, data).key).not.toEqual(one.key);
  }
});
