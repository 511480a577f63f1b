import { citationText, citedFigure } from "./cite-figure";
import { sampleFigure } from "./figure.fixture";

const at = { address: "https://graph.example/figures/dsp-2013-stock", accessed: "2026-12-01" };
const readable = "https://a.example/留学";
const exact = "https://a.example/%E7%95%99%E5%AD%A6";

describe("a figure to cite", () => {
  it("is a text in each language, with an address of its source that can be read", () => {
    expect(citationText(sampleFigure, "ja", at)).toBe(
      `人事院『年次報告書』（2014年6月）、第8章。派遣中の職員数、北米、平成25年度：49人（第2版）。出典：${readable} 。personnel-graph, dsp-2013-stock, ${at.address} （2026年12月1日閲覧）。`,
    );
    expect(citationText(sampleFigure, "en", at)).toBe(
      `National Personnel Authority: 年次報告書 (2014-06), chapter 8. Officials on dispatch, North America, FY2013: 49 persons (revision 2). Source: ${readable} . personnel-graph, dsp-2013-stock, ${at.address} (accessed 2026-12-01).`,
    );
  });

  it("leaves out what nobody knows", () => {
    const source = { ...sampleFigure.source, publishedOn: null, url: null };
    const bare = { ...sampleFigure, source, value: null, locator: null, locatorJa: null };
    const period = { ...bare, fiscalYear: null, asOf: null, periodStart: "2012", periodEnd: null };
    expect(citationText(bare, "ja", at)).toMatch(
      /^人事院『年次報告書』。派遣中の職員数、北米、平成25年度（第2版）。personnel-graph, /,
    );
    expect(citationText(period, "en", at)).toMatch(
      /^National Personnel Authority: 年次報告書\. Officials on dispatch, North America, 2012\/ \(revision 2\)\. personnel-graph, /,
    );
    expect(citedFigure(bare, "en", at)).not.toHaveProperty("issued");
    expect(citedFigure(bare, "en", at)).not.toHaveProperty("note");
  });

  it("is an item of a list of references, with the exact address of its source", () => {
    expect(citedFigure(sampleFigure, "ja", at)).toMatchObject({
      ...{ id: "dsp-2013-stock", type: "dataset", URL: at.address, version: "第2版" },
      ...{ author: [{ literal: "人事院" }], "container-title": "年次報告書", language: "ja" },
      issued: { "date-parts": [[2014, 6]] },
      accessed: { "date-parts": [[2026, 12, 1]] },
      note: `第8章, ${exact}`,
    });
  });
});
