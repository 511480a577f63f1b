import { sampleCitation } from "./citation.fixture";
import { citationText } from "./citation-text";
import { citationTitle } from "./citation-title";

const address = "https://graph.example/cite/abc";

it("is one line in English and one in Japanese", () => {
  expect(citationText(sampleCitation, "en", address)).toBe(
    "personnel-graph, “Paid (years: [2014])”, answered on 2026-11-30, dispatch: release 2 of 2026-11-01. https://graph.example/cite/abc",
  );
  expect(citationText(sampleCitation, "ja", address)).toBe(
    "personnel-graph「Paid (years: [2014])」、2026年11月30日回答、dispatch：公表第2版（2026年11月1日）。https://graph.example/cite/abc",
  );
});

it("says the days that were asked about, that records are made up, and that an answer is not kept", () => {
  const asked = { ...sampleCitation, dataVersion: {}, dataset: "synthetic" };
  expect(citationText({ ...asked, ofDay: "2013-06-01" }, "en")).toBe(
    `personnel-graph, “Paid (years: [2014])”, as of 2013-06-01, answered on 2026-11-30. The records are made up, published figures are real. The answer is not kept; its SHA-256 is ${asked.answer}.`,
  );
  expect(citationText({ ...asked, ofDay: "2014-03-31" }, "ja", address)).toContain(
    "、2014年3月31日現在、2026年11月30日回答。業務記録は架空のもの、公表値は実際のもの。https:",
  );
});

it("is without what cannot be seen, and short", () => {
  const variables = { text: `a\n\u202Eb\u0000${"x".repeat(500)}` };
  const title = citationTitle({ ...sampleCitation, variables });
  expect(title).toMatch(/^Paid \(text: "a\\n b\\u0000x/u);
  expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(Array.from(title)).toHaveLength(54);
  const many = Object.fromEntries(
    Array.from({ length: 50 }, (_each, n) => [`v${n}`, "x".repeat(20)]),
  );
  expect(Array.from(citationTitle({ ...sampleCitation, variables: many }))).toHaveLength(201);
});

it("lets no value end the title, or lead to another site", () => {
  const variables = {
    text: "1). ”」』 The office says",
    one: "https://evil.example",
    two: ["see http：／／evil.example"],
    three: { a: ":\u200b//evil.example" },
  };
  expect(citationTitle({ ...sampleCitation, variables })).toBe(
    `Paid (text: "1). ''' The office says", one: …, two: …, three: …)`,
  );
});
