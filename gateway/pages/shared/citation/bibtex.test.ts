import fc from "fast-check";
import { bibtex, escapeBibtex } from "./bibtex";
import { sampleCitation } from "./citation.fixture";
import { citedAnswer } from "./cited-answer";
import { cslDate, cslJson, type CslItem } from "./csl-json";

const item: CslItem = {
  id: "dsp-2013-stock",
  type: "dataset",
  title: "50% of {all} & more_or_less",
  author: [{ literal: "人事院" }],
  "container-title": "平成26年度 年次報告書",
  issued: cslDate("2014-03"),
  accessed: cslDate("2026-11-30"),
  URL: "https://example.jp/figures/dsp-2013-stock?a={b}",
  language: "ja",
};

describe("a citation", () => {
  it("is written as BibTeX in which nothing is a command or ends a field", () => {
    expect(bibtex(item)).toBe(`@misc{dsp-2013-stock,
  author = {{人事院}},
  title = {{50\\% of {\\textbraceleft}all{\\textbraceright} \\& more\\_or\\_less}},
  howpublished = {平成26年度 年次報告書},
  year = {2014},
  date = {2014-03},
  url = {https://example.jp/figures/dsp-2013-stock?a=%7Bb%7D},
  urldate = {2026-11-30},
  language = {japanese},
}
`);
  });

  it("is written as CSL-JSON with dates as precise as they are known", () => {
    expect(JSON.parse(cslJson([item]))).toEqual([item]);
    expect(item.issued).toEqual({ "date-parts": [[2014, 3]] });
  });
});

describe("a kept answer", () => {
  const id = "abcdefghijklmnopqrstuvwxyz234567";
  const cited = citedAnswer(
    { ...sampleCitation, dataset: "synthetic" },
    { id, address: "https://graph.example/cite/abc" },
  );

  it("is cited with its releases, days and schema", () => {
    expect(bibtex(cited)).toBe(`@misc{personnel-graph-abcdefghijkl,
  author = {{personnel-graph}},
  title = {{Paid (years: [2014])}},
  year = {2026},
  date = {2026-11-30},
  version = {dispatch release 2 of 2026-11-01},
  type = {synthetic records},
  url = {https://graph.example/cite/abc},
  urldate = {2026-11-30},
  note = {As of 2026-11-30; known at 2026-11-30T09:00:00.000Z; schema 0123456789ab},
  language = {english},
}
`);
  });

  it("has no address where the graph does not know its own", () => {
    expect(citedAnswer(sampleCitation, { id, address: "/cite/abc" })).not.toHaveProperty("URL");
  });
});

it("lets no text end its field, comment out what follows, or be a command", () => {
  const signs = fc.constantFrom(...'{}%\\$&#_^~"@,=\n\u202E'.split(""), "\\input{x}", "日本", "a");
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(signs).map((each) => each.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const escaped = escapeBibtex(text);
      let depth = 0;
      for (const sign of escaped) {
        if (sign === "{") depth += 1;
        if (sign === "}") depth -= 1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(escaped).not.toMatch(/\n|(?<!\\)[%$&#_]|(?<!\{)"/);
      const commands = escaped.replaceAll(
        /\{\\(textbackslash|textbraceleft|textbraceright|textasciitilde|textasciicircum)\}|\\[%$&#_]/g,
        "",
      );
      expect(commands).not.toContain("\\");
    }),
  );
});
