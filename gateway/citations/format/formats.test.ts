import { bibtex } from "./bibtex";
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
