import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { recruitment } from "./recruitment";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
});
afterAll(() => subgraph.stop());

describe("recruitment", () => {
  it("answers the solicitation of FY2023 with its window, agency, categories and source", async () => {
    const { data } = await subgraph.execute(
      `{ solicitation(fiscalYear: 2023) {
           opensOn closesOn resultsAnnouncedOn fiscalYear { name(language: JA) } agency { code }
           categories { code name(language: JA) inStandard } source { id } } }`,
    );
    expect(data).toEqual({
      solicitation: {
        opensOn: "2023-11-29",
        closesOn: "2023-12-28",
        resultsAnnouncedOn: "2024-05-31",
        fiscalYear: { name: "令和5年度" },
        agency: { code: "JP-MIC" },
        categories: [
          { code: "PRODUCER", name: "プロデューサー", inStandard: "YES" },
          { code: "PROJECT_MANAGER", name: "プロジェクトマネージャー", inStandard: "YES" },
          { code: "SERVICE_DESIGNER", name: "サービスデザイナー", inStandard: "YES" },
        ],
        source: { id: "seed-mic" },
      },
    });
  });

  it("keeps the engineer of the draft apart from the adopted standard", async () => {
    const { data } = await subgraph.execute(
      `{ skillStandard { formulatedOn categories { code inStandard solicitedFrom } } }`,
    );
    expect(data).toMatchObject({
      skillStandard: {
        formulatedOn: "2022-09",
        categories: expect.arrayContaining([
          { code: "ENGINEER", inStandard: "DRAFT_ONLY", solicitedFrom: null },
        ]) as unknown,
      },
    });
  });

  it("gives the published figures of three rounds, the unknown one as unknown", async () => {
    const { data } = await subgraph.execute<{
      fiscalYears: { recruitmentFigures: { nodes: { value: number | null }[] } }[];
    }>(
      `{ fiscalYears(from: 2022, to: 2024) {
           recruitmentFigures(filter: { measure: { eq: "applications" } }) { nodes { value } } } }`,
    );
    expect(data.fiscalYears.map((year) => year.recruitmentFigures.nodes)).toEqual([
      [{ value: null }],
      [{ value: 52 }],
      [{ value: 18 }],
    ]);
  });

  it("costs one statement a step, however many fiscal years are asked for", async () => {
    const ask = (from: number) =>
      subgraph.execute(
        `query ($from: Int!) { fiscalYears(from: $from, to: 2025) {
           solicitation { categories { code } }
           recruitmentFigures { totalCount nodes { otherRevisions { id } splits { dimension } } } } }`,
        { from },
      );
    const few = await ask(2022);
    const many = await ask(1948);
    expect(few.statements.sort()).toEqual([
      "PublishedFigure.byFiscalYear",
      "PublishedFigure.byFiscalYear.count",
      "categoryCodesByFiscalYear",
      "otherRevisionsByFigureId",
      "skillCategoryByCode",
      "solicitationByFiscalYear",
      "splitsByTotalId",
    ]);
    expect(many.statements.sort()).toEqual(few.statements);
  });

  it("lists solicitations latest first and pages through them", async () => {
    const first = await subgraph.execute<Solicitations>(
      `{ solicitations(first: 2) { totalCount nodes { opensOn } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(first.data.solicitations).toMatchObject({
      totalCount: 3,
      nodes: [{ opensOn: "2024-08-30" }, { opensOn: "2023-11-29" }],
      pageInfo: { hasNextPage: true },
    });
    const second = await subgraph.execute<Solicitations>(
      `query ($after: String) { solicitations(first: 2, after: $after) { nodes { opensOn } pageInfo { hasNextPage hasPreviousPage } } }`,
      { after: first.data.solicitations.pageInfo.endCursor },
    );
    expect(second.data.solicitations).toEqual({
      nodes: [{ opensOn: "2022-10-12" }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
  });
});

interface Solicitations {
  solicitations: { pageInfo: { endCursor: string } };
}
