import type { AnsweredFigure } from "./figure-answer";

/** A published figure with everything that is said of one, from a source whose address has Japanese letters. */
export const sampleFigure: AnsweredFigure = {
  ...{ id: "dsp-2013-stock", value: 49, revision: 2, confidence: "HIGH", kind: "STOCK" },
  ...{ asOf: "2014-03-31", periodStart: null, periodEnd: null, difference: 0 },
  ...{ dimension: "region", dimensionValue: "NORTH_AMERICA", dimensionLabel: "北米" },
  ...{ dimensionName: "Region", dimensionNameJa: "地域" },
  ...{ partName: "North America", partNameJa: "北米", unitName: "persons", unitNameJa: "人" },
  ...{ locator: "chapter 8", locatorJa: "第8章", note: null, noteJa: null },
  ...{ notComputableReason: null, notComputableReasonJa: null, agreement: "AGREES" },
  computed: null,
  fiscalYear: { year: 2013, name: "FY2013", nameJa: "平成25年度" },
  publishedMeasure: {
    ...{ code: "dispatch_stock", name: "Officials on dispatch", nameJa: "派遣中の職員数" },
    ...{ definition: "Officials on dispatch abroad.", definitionJa: "海外に派遣中の職員の数。" },
  },
  source: {
    ...{ id: "annual-report", title: "年次報告書", publishedOn: "2014-06" },
    ...{ publisher: "National Personnel Authority", publisherJa: "人事院" },
    url: "https://a.example/%E7%95%99%E5%AD%A6",
  },
  otherRevisions: [],
};
