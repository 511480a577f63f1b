import { ownOf } from "./classification/shared-lists.fixture";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { dispatch } from "./dispatch";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
});
afterAll(() => subgraph.stop());

interface Figures {
  dispatchFigures: { totalCount: number; nodes: { value: number; dimensionValue: string }[] };
}

describe("the published figures on dispatch", () => {
  it("give the seven regions of the end of FY2013, which sum to 399", async () => {
    const { data } = await subgraph.execute<Figures>(
      `{ dispatchFigures(filter: { fiscalYear: { eq: 2013 }, dimension: { eq: "region" } }) {
           totalCount nodes { value dimensionValue } } }`,
    );
    const { nodes, totalCount } = data.dispatchFigures;
    expect(totalCount).toBe(7);
    expect(nodes.map(({ value }) => value)).toEqual([188, 120, 49, 33, 6, 2, 1]);
    expect(nodes.reduce((sum, { value }) => sum + value, 0)).toBe(399);
  });

  it("keep both revisions of the stock at the end of FY2013, which know each other", async () => {
    const { data } = await subgraph.execute(
      `{ dispatchFigures(filter: {
           fiscalYear: { eq: 2013 }, measure: { eq: "dispatch_stock" }, dimension: { eq: "none" } }) {
           nodes { value revision source { id } otherRevisions { value revision } } } }`,
    );
    expect(data).toEqual({
      dispatchFigures: {
        nodes: [
          {
            value: 399,
            revision: 1,
            source: { id: "npa-leaflet-fy2013" },
            otherRevisions: [{ value: 397, revision: 2 }],
          },
          {
            value: 397,
            revision: 2,
            source: { id: "npa-fy2014-ch8" },
            otherRevisions: [{ value: 399, revision: 1 }],
          },
        ],
      },
    });
  });

  it("declare every complete split, with its parts, and say where one is a remainder of ours", async () => {
    const { data } = await subgraph.execute<{
      dispatchFigures: {
        nodes: {
          id: string;
          value: number;
          splits: { dimension: string; hasResidual: boolean; parts: { value: number }[] }[];
        }[];
      };
    }>(
      `{ dispatchFigures(filter: { dimension: { eq: "none" } }) {
           nodes { id value splits { dimension hasResidual parts { value } } } } }`,
    );
    const splits = data.dispatchFigures.nodes.flatMap((total) =>
      total.splits.map(({ dimension, hasResidual, parts }) => ({
        split: `${total.id} by ${dimension}`,
        hasResidual,
        sum: parts.reduce((sum, { value }) => sum + value, 0) === total.value,
        parts: parts.length,
      })),
    );
    expect(splits).toEqual([
      { split: "dsp-2013-stock by organization_type", hasResidual: false, sum: true, parts: 5 },
      { split: "dsp-2013-stock by region", hasResidual: false, sum: true, parts: 7 },
      { split: "dsp-2014-stock by organization_type", hasResidual: true, sum: true, parts: 5 },
      { split: "dsp-2023-stock by employer_type", hasResidual: false, sum: true, parts: 2 },
      { split: "dsp-2023-departures by pay_rate", hasResidual: true, sum: true, parts: 3 },
      { split: "dsp-2023-departures by term", hasResidual: false, sum: true, parts: 4 },
    ]);
  });

  it("stand on their fiscal year: 342 on dispatch at the end of FY2023, with medium confidence", async () => {
    const { data } = await subgraph.execute(
      `{ fiscalYear(year: 2023) {
           dispatchFigures(filter: { measure: { eq: "dispatch_stock" }, dimension: { eq: "none" } }) {
             nodes { value asOf confidence } } } }`,
    );
    expect(data).toEqual({
      fiscalYear: {
        dispatchFigures: { nodes: [{ value: 342, asOf: "2024-03-31", confidence: "MEDIUM" }] },
      },
    });
  });

  it("say of every measure they carry what it counts", async () => {
    const { data } = await subgraph.execute<{
      dispatchFigures: { nodes: { measure: string }[] };
      dispatchMeasures: { code: string; definition: string }[];
    }>(
      `{ dispatchFigures(first: 500) { nodes { measure } } dispatchMeasures { code definition } }`,
    );
    const carried = new Set(data.dispatchFigures.nodes.map(({ measure }) => measure));
    expect(data.dispatchMeasures.map(({ code }) => code)).toEqual([...carried].sort());
  });
});

describe("the code lists of dispatch", () => {
  it("name the seven regions in both languages and lead to the figures of each", async () => {
    const { data } = await subgraph.execute(
      `{ dispatchRegions { code position ja: name(language: JA) en: name(language: EN) source { id }
           figures(filter: { fiscalYear: { eq: 2013 } }) { totalCount nodes { value } } } }`,
    );
    const region = (position: number, code: string, ja: string, en: string, value: number) => ({
      code,
      position,
      ja,
      en,
      source: { id: "npa-leaflet-fy2013" },
      figures: { totalCount: 1, nodes: [{ value }] },
    });
    expect(data["dispatchRegions"]).toEqual([
      region(1, "ASIA", "アジア", "Asia", 188),
      region(2, "EUROPE", "欧州", "Europe", 120),
      region(3, "NORTH_AMERICA", "北米", "North America", 49),
      region(4, "AFRICA", "アフリカ", "Africa", 33),
      region(5, "LATIN_AMERICA", "中南米", "Central and South America", 6),
      region(6, "MIDDLE_EAST", "中東", "Middle East", 2),
      region(7, "PACIFIC", "太平洋", "Pacific", 1),
    ]);
  });

  it("answer names in the language the request accepts, ours where the source has none", async () => {
    const { data } = await subgraph.execute<{
      dispatchOrganizationTypes: { code: string; name: string }[];
    }>(`{ dispatchOrganizationTypes { code name } }`, {}, { "accept-language": "ja" });
    const names = new Map(
      data.dispatchOrganizationTypes.map(({ code, name }) => [code, name] as const),
    );
    expect(names.get("UNITED_NATIONS")).toBe("国際連合");
    expect(names.get("RESIDUAL")).toBe("残余(出典で項目名が見えない)");
  });

  it("give the three legal bases with the Act's wording and the organizations under each", async () => {
    const { data } = await subgraph.execute(
      `{ dispatchLegalBases { class code article text(language: JA) organizationTypes { code } } }`,
    );
    const codes = (...list: string[]) => list.map((code) => ({ code }));
    expect(data["dispatchLegalBases"]).toEqual([
      {
        class: 1,
        code: "ART2_1_1",
        article: "Act No. 117 of 1970, art. 2(1)(i)",
        text: "わが国が加盟している国際機関",
        organizationTypes: codes("UNITED_NATIONS", "OTHER_INTERNATIONAL_ORGANIZATION"),
      },
      {
        class: 2,
        code: "ART2_1_2",
        article: "Act No. 117 of 1970, art. 2(1)(ii)",
        text: "外国政府の機関",
        organizationTypes: codes("FOREIGN_GOVERNMENT"),
      },
      {
        class: 3,
        code: "ART2_1_3",
        article: "Act No. 117 of 1970, art. 2(1)(iii)",
        text: "前二号に準ずる機関で、人事院規則で定めるもの",
        organizationTypes: codes(
          "RESEARCH_INSTITUTE",
          "DIRECTIVE_DESIGNATED",
          "STATE_OR_MUNICIPALITY",
          "SCHOOL",
          "HOSPITAL",
        ),
      },
    ]);
  });

  it("name the parts that have no type of their own", async () => {
    const { data } = await subgraph.execute(
      `{ dispatchDimensionValues { dimension code name(language: JA) } }`,
    );
    expect(data["dispatchDimensionValues"]).toEqual(
      expect.arrayContaining([
        { dimension: "employer_type", code: "MINISTRY", name: "府省" },
        { dimension: "term", code: "UP_TO_1Y", name: "一年以内" },
        { dimension: "pay_rate", code: "NONE", name: "支給なし" },
        { dimension: "pay_rate", code: "PARTIAL", name: "一部支給" },
      ]),
    );
  });
});

describe("the number of statements", () => {
  const figures = `figures { totalCount nodes { otherRevisions { id } splits { dimension } } }`;
  const ofFigures = [
    "PublishedFigure.byPart",
    "PublishedFigure.byPart.count",
    "otherRevisionsByFigureId",
    "splitsByTotalId",
  ];

  it("is the same for seven regions and for ten organization types with all their figures", async () => {
    const regions = await subgraph.execute(`{ dispatchRegions { ${figures} } }`);
    const types = await subgraph.execute(`{ dispatchOrganizationTypes { ${figures} } }`);
    expect(ownOf(regions.statements)).toEqual(ofFigures);
    expect(ownOf(types.statements)).toEqual(ofFigures);
  });

  it("is one for the organization types of all legal bases", async () => {
    const { statements } = await subgraph.execute(
      `{ dispatchLegalBases { organizationTypes { code source { id } } source { id } } }`,
    );
    expect(ownOf(statements)).toEqual(["organizationTypesByLegalBasisCode"]);
  });

  it("is one a step for all figures with their splits, parts and other revisions", async () => {
    const { statements } = await subgraph.execute(
      `{ dispatchFigures(first: 500) { nodes { splits { parts { source { id } } } otherRevisions { id } } } }`,
    );
    expect(statements.sort()).toEqual([
      "PublishedFigure",
      "otherRevisionsByFigureId",
      "partsBySplit",
      "splitsByTotalId",
    ]);
  });

  it("is one however many fiscal years another subgraph asks about", async () => {
    const ask = (years: readonly number[]) =>
      subgraph.execute<{ _entities: unknown[] }>(
        `query ($of: [_Any!]!) { _entities(representations: $of) {
           ... on FiscalYear { year dispatchFigures { nodes { id } } } } }`,
        { of: years.map((year) => ({ __typename: "FiscalYear", year })) },
      );
    const few = await ask([2013]);
    const many = await ask(Array.from({ length: 50 }, (_unused, index) => 1980 + index));
    expect(many.data._entities).toHaveLength(50);
    expect(few.statements).toEqual(["PublishedFigure.byFiscalYear"]);
    expect(many.statements).toEqual(few.statements);
  });
});
