import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { cloneDatabase, type TestDatabase } from "../../test/support/postgres";
import { withAlteredFacts } from "../../test/support/altered-facts";
import { formatProblem, InvalidFacts, type Problem } from "../kit/facts/problem";
import { load } from "../kit/subgraph/database-commands";
import { dispatch } from "./dispatch";
import { readDispatchFacts } from "./dispatch.facts";
import { DispatchLegalBasisCode } from "./classification/dispatch-legal-basis";
import { DispatchOrganizationTypeCode } from "./classification/dispatch-organization-type";
import { DispatchRegionCode } from "./classification/dispatch-region";

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(join(dispatch.dataDirectory, file)), { columns: true });
}

function codesOf(file: string): (string | undefined)[] {
  return rowsOf(file).map(({ code }) => code);
}

describe("the enums of dispatch", () => {
  it("are the codes of their files, in the same order", () => {
    expect(Object.values(DispatchOrganizationTypeCode)).toEqual(
      codesOf("dispatch_organization_types.csv"),
    );
    expect(Object.values(DispatchRegionCode)).toEqual(codesOf("dispatch_regions.csv"));
    expect(Object.values(DispatchLegalBasisCode)).toEqual(codesOf("dispatch_legal_bases.csv"));
  });
});

describe("the Japanese names of the code lists", () => {
  it("are the labels under which the figures were published", () => {
    const names = new Map(
      [
        ...rowsOf("dispatch_regions.csv").map((row) => ({ ...row, dimension: "region" })),
        ...rowsOf("dispatch_organization_types.csv").map((row) => ({
          ...row,
          dimension: "organization_type",
        })),
        ...rowsOf("dimension_values.csv"),
      ].map((row: Record<string, string>) => [
        `${row["dimension"] ?? ""}/${row["code"] ?? ""}`,
        // A part that we have named was published without a label.
        row["ours"]?.includes("ja") ? "" : (row["ja"] ?? row["name_ja"]),
      ]),
    );
    const parts = rowsOf("published_figures.csv").filter(({ dimension }) => dimension !== "none");
    expect(parts).toHaveLength(29);
    for (const { id, dimension, dimension_value: code, dimension_label: label } of parts) {
      expect([id, names.get(`${dimension ?? ""}/${code ?? ""}`)]).toEqual([id, label]);
    }
  });
});

describe("a load of wrong facts", () => {
  const cases: [wrong: string, file: string, from: string, to: string, problem: string][] = [
    [
      "an organization type that the graph does not know",
      "dispatch_organization_types.csv",
      "SCHOOL,外国の学校",
      "SCHOOLS,外国の学校",
      'dispatch_organization_types.csv:9: code: received "SCHOOLS", expected one of UNITED_NATIONS,',
    ],
    [
      "an organization type that ends before it begins",
      "dispatch_organization_types.csv",
      "OTHER,その他,Other,en,6,,,",
      "OTHER,その他,Other,en,6,2015,2014-12,",
      'dispatch_organization_types.csv:7: valid_to: received "2014-12", expected a date not before 2015',
    ],
    [
      "a source that is not there",
      "dispatch_organization_types.csv",
      "8,,,rule-18-0",
      "8,,,rule-18-1",
      'dispatch_organization_types.csv:9: source_id: received "rule-18-1", expected an id of sources.csv',
    ],
    [
      "a region that the graph does not know",
      "dispatch_regions.csv",
      "PACIFIC,太平洋",
      "OCEANIA,太平洋",
      'dispatch_regions.csv:8: code: received "OCEANIA", expected one of ASIA, EUROPE, NORTH_AMERICA,',
    ],
    [
      "two regions in one place",
      "dispatch_regions.csv",
      "Pacific,en,7",
      "Pacific,en,6",
      "dispatch_regions.csv:8: order: received 6, expected a value that does not stand already on line 7",
    ],
    [
      "a name that is in one language",
      "dispatch_regions.csv",
      "PACIFIC,太平洋",
      "PACIFIC,",
      'dispatch_regions.csv:8: ja: received "", expected a text',
    ],
    [
      "a name that is ours in a language that there is not",
      "dispatch_regions.csv",
      "Pacific,en,7",
      "Pacific,ko,7",
      'dispatch_regions.csv:8: ours: received "ko", expected en, ja, en;ja or nothing',
    ],
    [
      "a note that is in one language",
      "published_figures.csv",
      "Conflicts with revision 2.",
      "Conflicts with others.",
      'published_figures.csv:10: note: received "Conflicts with others.", expected a text that is in texts.csv of the catalog, there in English and Japanese',
    ],
    [
      "a label that is in one language",
      "published_figures.csv",
      "欧州,120",
      "西欧,120",
      'published_figures.csv:18: dimension_label: received "西欧", expected a text that is in texts.csv',
    ],
    [
      "a measure without a definition in Japanese",
      "measures.csv",
      ",その日(年度の最終日、3月31日)に派遣中の職員がいる府省。",
      ",",
      'measures.csv:7: definition_ja: received "", expected a text',
    ],
    [
      "a legal basis of a class that does not exist",
      "dispatch_legal_bases.csv",
      "3,ART2_1_3",
      "4,ART2_1_3",
      'dispatch_legal_bases.csv:4: class: received "4", expected a whole number from 1 to 3',
    ],
    [
      "a legal basis for an organization type that is not listed",
      "dispatch_legal_bases.csv",
      "SCHOOL;RESEARCH_INSTITUTE",
      "COLLEGE;RESEARCH_INSTITUTE",
      'dispatch_legal_bases.csv:4: organization_types: received "COLLEGE", expected codes of dispatch_organization_types.csv',
    ],
    [
      "a part that its dimension does not have",
      "dimension_values.csv",
      "term,OVER_3Y",
      "term,OVER_4Y",
      'published_figures.csv:47: dimension_value: received "OVER_3Y", expected a code of the dimension term',
    ],
    [
      "a figure of a region that is not listed",
      "published_figures.csv",
      "region,PACIFIC",
      "region,OCEANIA",
      'published_figures.csv:23: dimension_value: received "OCEANIA", expected a code of the dimension region',
    ],
    [
      "a split that does not sum to its total",
      "published_figures.csv",
      "アジア,188",
      "アジア,189",
      "published_figures.csv:10: value: received 399, expected 400, the sum of its 7 parts by region",
    ],
    [
      "a figure that is no number",
      "published_figures.csv",
      "欧州,120",
      "欧州,about 120",
      'published_figures.csv:18: value: received "about 120", expected a whole number from 0, or nothing',
    ],
    [
      "a measure without a definition",
      "measures.csv",
      "sending_ministries,",
      "sending_agencies,",
      'published_figures.csv:38: measure: received "sending_ministries", expected a code of measures.csv',
    ],
    [
      "a split of a figure that is not there",
      "figure_splits.csv",
      "dsp-2014-stock,",
      "dsp-2015-stock,",
      'figure_splits.csv:4: total_id: received "dsp-2015-stock", expected an id of published_figures.csv',
    ],
  ];

  it.each(cases)("is refused for %s, and says where", async (_wrong, file, from, to, problem) => {
    await withAlteredFacts(dispatch.dataDirectory, [{ file, from, to }], async (directory) => {
      const problems: Problem[] = [];
      readDispatchFacts(directory, problems);
      expect(problems.map(formatProblem)).toContainEqual(expect.stringContaining(problem));
    });
  });

  describe("leaves the database", () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await cloneDatabase("dispatch");
    });
    afterAll(() => database.drop());
    const loadFrom = (directory?: string) =>
      load(dispatch, { owner: database.ownerUrl }, directory);

    it("unchanged, and lists every problem at once", async () => {
      const alterations = [
        { file: "published_figures.csv", from: "アジア,188", to: "アジア,189" },
        { file: "dispatch_regions.csv", from: "7,npa-leaflet-fy2013", to: "7,npa-leaflet" },
      ];
      await withAlteredFacts(dispatch.dataDirectory, alterations, async (directory) => {
        const refused = await loadFrom(directory).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(InvalidFacts);
        expect(String(refused)).toContain("2 problems; nothing was written.");
      });
      for (const { inserted, updated, deleted } of await loadFrom()) {
        expect([inserted, updated, deleted]).toEqual([0, 0, 0]);
      }
    });

    it("with exactly what the files say once they are right again", async () => {
      const alteration = { file: "dispatch_regions.csv", from: "Pacific,en,7", to: "Oceania,en,7" };
      const changesOfRegions = async (directory?: string) =>
        (await loadFrom(directory)).find(({ table }) => table === "dispatch_region");
      const changed = await withAlteredFacts(
        dispatch.dataDirectory,
        [alteration],
        changesOfRegions,
      );
      expect(changed).toMatchObject({ inserted: 0, updated: 1, deleted: 0 });
      expect(await changesOfRegions()).toMatchObject({ inserted: 0, updated: 1, deleted: 0 });
      expect(await changesOfRegions()).toMatchObject({ inserted: 0, updated: 0, deleted: 0 });
    });
  });
});
