import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { areaNames } from "../../subgraphs/areas";
import { startTestGraph, type TestGraph } from "../support/graph";

type Row = Record<string, string>;

/** A file of facts, the query that reaches its rows, and how a node reads as a row of the file. */
interface Reach<Node> {
  readonly file: string;
  readonly query: string;
  readonly nodes: (data: never) => Node[];
  readonly row: (node: never) => Row;
}

const text = (value: string | number | boolean | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);
const lower = (value: string | null): string => text(value).toLowerCase();
const yesOrNo = (value: boolean): string => (value ? "yes" : "no");

interface Coded {
  code: string;
}
interface Sourced {
  source: { id: string };
  note: string | null;
}
const sourced = ({ source, note }: Sourced): Row => ({ source_id: source.id, note: text(note) });
const sourcedFields = "source { id } note";

interface Named extends Sourced {
  code: string;
  en: string;
  ja: string;
  oursEn: string[];
  oursJa: string[];
}
const named = (node: Named): Row => ({
  name_en: node.en,
  name_ja: node.ja,
  ours: oursOf(node, "name"),
});
/** In which languages a field is ours, as the files write it. */
const oursOf = ({ oursEn, oursJa }: Pick<Named, "oursEn" | "oursJa">, field: string): string =>
  [...(oursEn.includes(field) ? ["en"] : []), ...(oursJa.includes(field) ? ["ja"] : [])].join(";");
const oursFields = "oursEn: ourTranslations(language: EN) oursJa: ourTranslations(language: JA)";
const namedFields = `code en: name(language: EN) ja: name(language: JA) ${oursFields}`;

/** How texts stand in the files that are in another language there than in an answer in English. */
const stored = new Map(
  parse<Row>(readFileSync(pathOf("catalog/data/texts.csv")), { columns: true })
    .filter(({ language }) => language !== "en")
    .map((row) => [row["en"], row["text"]]),
);
const asStored = (value: string | null | undefined): string =>
  stored.get(text(value)) ?? text(value);

const figureFields = `id measure kind asOf periodStart periodEnd fiscalYear { year } dimension dimensionValue dimensionLabel
  value unit locator revision confidence ${sourcedFields}`;
interface Figure extends Sourced {
  [field: string]: unknown;
  fiscalYear: { year: number } | null;
}
const figures = (area: string): Reach<Figure> => ({
  file: `${area}/data/published_figures.csv`,
  query: `{ list: ${area}Figures(first: 500) { nodes { ${figureFields} } } }`,
  nodes: ({ list }: { list: { nodes: Figure[] } }) => list.nodes,
  row: (node: Figure & Record<string, string | null>): Row => ({
    id: text(node["id"]),
    area,
    measure: text(node["measure"]),
    kind: lower(node["kind"] ?? ""),
    as_of: text(node["asOf"]),
    period_start: text(node["periodStart"]),
    period_end: text(node["periodEnd"]),
    fiscal_year: text(node.fiscalYear?.year),
    dimension: text(node["dimension"]),
    dimension_value: text(node["dimensionValue"]),
    dimension_label: text(node["dimensionLabel"]),
    value: text(node["value"]),
    unit: text(node["unit"]),
    locator: asStored(node["locator"]),
    revision: text(node["revision"]),
    confidence: lower(node["confidence"] ?? ""),
    ...sourced(node),
  }),
});
const measures = (area: string): Reach<Named> => ({
  file: `${area}/data/measures.csv`,
  query: `{ list: ${area}Measures { ${namedFields} definition definitionJa: definition(language: JA) } }`,
  nodes: ({ list }: { list: Named[] }) => list,
  row: (node: Named & Row): Row => ({
    code: node.code,
    ...named(node),
    definition_en: text(node["definition"]),
    definition_ja: text(node["definitionJa"]),
  }),
});
const dimensionValues = (area: string): Reach<Named> => ({
  file: `${area}/data/dimension_values.csv`,
  query: `{ list: ${area}DimensionValues { dimension ${namedFields} ${sourcedFields} } }`,
  nodes: ({ list }: { list: Named[] }) => list,
  row: (node: Named & { dimension: string }): Row => ({
    dimension: node.dimension,
    code: node.code,
    ...named(node),
    ...sourced(node),
  }),
});
const splits = (area: string): Reach<Row> => ({
  file: `${area}/data/figure_splits.csv`,
  query: `{ list: ${area}Figures(first: 500) { nodes { id splits { dimension hasResidual } } } }`,
  nodes: ({
    list,
  }: {
    list: { nodes: { id: string; splits: { dimension: string; hasResidual: boolean }[] }[] };
  }) =>
    list.nodes.flatMap(({ id, splits: own }) =>
      own.map(({ dimension, hasResidual }) => ({
        total_id: id,
        dimension,
        has_residual: yesOrNo(hasResidual),
      })),
    ),
  row: (node: Row) => node,
});

const reaches = [
  ...areaNames.flatMap((area) => [
    figures(area),
    measures(area),
    dimensionValues(area),
    splits(area),
  ]),
  {
    file: "catalog/data/sources.csv",
    query: "{ list: sources { id title publisher publishedOn url language note } }",
    nodes: ({ list }: { list: Row[] }) => list,
    row: (node: Row): Row => ({
      id: text(node["id"]),
      title: text(node["title"]),
      publisher: asStored(node["publisher"]),
      published_on: text(node["publishedOn"]),
      url: text(node["url"]),
      language: text(node["language"]),
      note: text(node["note"]),
    }),
  },
  {
    file: "catalog/data/agencies.csv",
    query: `{ list: agencies { ${namedFields} kind country { code } validFrom validTo predecessor { code } ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (
      node: Named & Record<string, string | null> & { country: Coded; predecessor: Coded | null },
    ): Row => ({
      code: node.code,
      country: node.country.code,
      kind: lower(node["kind"] ?? null),
      ...named(node),
      from: text(node["validFrom"]),
      to: text(node["validTo"]),
      predecessor: text(node.predecessor?.code),
      ...sourced(node),
    }),
  },
  {
    file: "recruitment/data/skill_standards.csv",
    query: `{ skillStandard { ${namedFields} formulatedBy { code } formulatedOn ${sourcedFields} } }`,
    nodes: ({ skillStandard }: { skillStandard: Named }) => [skillStandard],
    row: (node: Named & { formulatedBy: Coded; formulatedOn: string }): Row => ({
      code: node.code,
      ...named(node),
      agency: node.formulatedBy.code,
      formulated_on: node.formulatedOn,
      ...sourced(node),
    }),
  },
  {
    file: "recruitment/data/skill_categories.csv",
    query: `{ skillStandard { categories { ${namedFields} role inStandard solicitedFrom ${sourcedFields} } } }`,
    nodes: ({ skillStandard }: { skillStandard: { categories: Named[] } }) =>
      skillStandard.categories,
    row: (
      node: Named & { role: string; inStandard: string; solicitedFrom: number | null },
    ): Row => ({
      code: node.code,
      ...named(node),
      role_en: node.role,
      in_standard: lower(node.inStandard),
      solicited_from_fy: text(node.solicitedFrom),
      ...sourced(node),
    }),
  },
  {
    file: "recruitment/data/solicitations.csv",
    query: `{ list: solicitations { nodes { fiscalYear { year } agency { code } opensOn closesOn resultsAnnouncedOn ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { nodes: Sourced[] } }) => list.nodes,
    row: (
      node: Sourced & Record<string, string> & { fiscalYear: { year: number }; agency: Coded },
    ): Row => ({
      fiscal_year: text(node.fiscalYear.year),
      agency: node.agency.code,
      opens_on: text(node["opensOn"]),
      closes_on: text(node["closesOn"]),
      results_announced_on: text(node["resultsAnnouncedOn"]),
      ...sourced(node),
    }),
  },
  {
    file: "recruitment/data/municipality_corrections.csv",
    query: `{ hamamatsu: municipality(code: "221309") { wardHistory { ...Corrected } }
      northern: municipalityHistory(filter: { kind: { eq: NORTHERN_TERRITORIES_VILLAGE } }) { nodes { ...Corrected } } }
      fragment Corrected on Municipality { ${namedFields} kana kind city { code } validFrom validTo ${sourcedFields} }`,
    nodes: ({
      hamamatsu,
      northern,
    }: {
      hamamatsu: { wardHistory: Named[] };
      northern: { nodes: Named[] };
    }) => [...hamamatsu.wardHistory, ...northern.nodes],
    row: (node: Named & Record<string, string | null> & { city: Coded | null }): Row => ({
      code: node.code,
      name_ja: node.ja,
      kana: text(node["kana"]),
      kind: text(node["kind"]),
      city_code: text(node.city?.code),
      from: text(node["validFrom"]),
      to: text(node["validTo"]),
      ...sourced(node),
    }),
  },
  {
    file: "dispatch/data/dispatch_regions.csv",
    query: `{ list: dispatchRegions { ${namedFields} position ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (node: Named & { position: number }): Row => ({
      code: node.code,
      en: node.en,
      ja: node.ja,
      ours: oursOf(node, "name"),
      order: text(node.position),
      ...sourced(node),
    }),
  },
  {
    file: "dispatch/data/dispatch_organization_types.csv",
    query: `{ list: dispatchOrganizationTypes { ${namedFields} position validFrom validTo ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (
      node: Named & { position: number; validFrom: string | null; validTo: string | null },
    ): Row => ({
      code: node.code,
      en: node.en,
      ja: node.ja,
      ours: oursOf(node, "name"),
      order: text(node.position),
      valid_from: text(node.validFrom),
      valid_to: text(node.validTo),
      ...sourced(node),
    }),
  },
  {
    file: "dispatch/data/dispatch_legal_bases.csv",
    query: `{ list: dispatchLegalBases { class code article en: text(language: EN) ja: text(language: JA) organizationTypes { code } ${oursFields} ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (node: Named & { class: number; article: string; organizationTypes: Coded[] }): Row => ({
      class: text(node.class),
      code: node.code,
      article: node.article,
      en: node.en,
      ja: node.ja,
      ours: oursOf(node, "text"),
      organization_types: node.organizationTypes
        .map(({ code }) => code)
        .sort()
        .join(";"),
      ...sourced(node),
    }),
  },
  {
    file: "fellowship/data/mansfield_phases.csv",
    query: `{ list: fellowshipPrograms { phases { code position place duration ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { phases: Named[] }[] }) => list.flatMap(({ phases }) => phases),
    row: (node: Named & { position: number; place: string; duration: string | null }): Row => ({
      phase: node.code,
      order: text(node.position),
      place: node.place,
      duration: text(node.duration),
      ...sourced(node),
    }),
  },
  {
    file: "fellowship/data/mansfield_cohorts.csv",
    query: `{ list: cohorts(first: 500) { nodes { number startsOn endsOn publishedFellows ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { nodes: Sourced[] } }) => list.nodes,
    row: (node: Sourced & Record<string, string | number | null>): Row => ({
      cohort: text(node["number"]),
      starts_on: text(node["startsOn"]),
      ends_on: text(node["endsOn"]),
      fellows: text(node["publishedFellows"]),
      ...sourced(node),
    }),
  },
  {
    file: "fellowship/data/fellowship_programs.csv",
    query: `{ list: fellowshipPrograms { ${namedFields} description sendingCountry { code } hostCountry { code } hostAgency { code } startedOn ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (
      node: Named &
        Record<string, string | null> & {
          sendingCountry: Coded;
          hostCountry: Coded;
          hostAgency: Coded | null;
        },
    ): Row => ({
      code: node.code,
      ...named(node),
      description_en: text(node["description"]),
      sending_country: node.sendingCountry.code,
      host_country: node.hostCountry.code,
      host_agency: text(node.hostAgency?.code),
      started_on: text(node["startedOn"]),
      ...sourced(node),
    }),
  },
  {
    file: "cooperation/data/networks.csv",
    query: `{ list: networks { ${namedFields} founded ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (node: Named & { founded: string | null }): Row => ({
      code: node.code,
      ...named(node),
      founded: text(node.founded),
      ...sourced(node),
    }),
  },
  {
    file: "cooperation/data/network_members.csv",
    query: `{ list: networks { code membershipHistory { country { code } agency { code } role from to attestedFrom ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { code: string; membershipHistory: Sourced[] }[] }) =>
      list.flatMap(({ code, membershipHistory }) =>
        membershipHistory.map((own) => ({ network: code, ...own })),
      ),
    row: (
      node: Sourced & Record<string, string | null> & { country: Coded; agency: Coded | null },
    ): Row => ({
      network: text(node["network"]),
      country: node.country.code,
      member_agency: text(node.agency?.code),
      role: lower(node["role"] ?? null),
      from: text(node["from"]),
      to: text(node["to"]),
      attested_from: text(node["attestedFrom"]),
      ...sourced(node),
    }),
  },
  {
    file: "cooperation/data/network_chairs.csv",
    query: `{ list: networks { code chairHistory { edition country { code } agency { code } from to ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { code: string; chairHistory: Sourced[] }[] }) =>
      list.flatMap(({ code, chairHistory }) =>
        chairHistory.map((own) => ({ network: code, ...own })),
      ),
    row: (
      node: Sourced & Record<string, string | null> & { country: Coded; agency: Coded | null },
    ): Row => ({
      network: text(node["network"]),
      edition: text(node["edition"]),
      country: node.country.code,
      agency: text(node.agency?.code),
      from: text(node["from"]),
      to: text(node["to"]),
      ...sourced(node),
    }),
  },
  {
    file: "cooperation/data/network_events.csv",
    query: `{ list: networkEvents(first: 500) { nodes { id network { code } kind edition title theme: originalTheme startsOn endsOn city country { code }
      format hostAgency { code } participatingCountries { code } ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { nodes: Sourced[] } }) => list.nodes,
    row: (
      node: Sourced &
        Record<string, string | null> & {
          network: Coded;
          country: Coded | null;
          hostAgency: Coded | null;
          participatingCountries: Coded[];
        },
    ): Row => ({
      id: text(node["id"]),
      network: node.network.code,
      kind: lower(node["kind"] ?? null),
      edition: text(node["edition"]),
      title: text(node["title"]),
      theme: text(node["theme"]),
      starts_on: text(node["startsOn"]),
      ends_on: text(node["endsOn"]),
      city: text(node["city"]),
      country: text(node.country?.code),
      format: lower(node["format"] ?? null),
      host_agency: text(node.hostAgency?.code),
      participating_countries: node.participatingCountries.map(({ code }) => code).join(";"),
      ...sourced(node),
    }),
  },
  {
    file: "cooperation/data/training_courses.csv",
    query: `{ list: trainingCourses { ${namedFields} firstFiscalYear ${sourcedFields} } }`,
    nodes: ({ list }: { list: Named[] }) => list,
    row: (node: Named & { firstFiscalYear: number | null }): Row => ({
      code: node.code,
      ...named(node),
      first_fiscal_year: text(node.firstFiscalYear),
      ...sourced(node),
    }),
  },
  {
    file: "cooperation/data/invitations.csv",
    query: `{ list: invitations(first: 500) { nodes { id program fiscalYear { year } country { code } persons ${sourcedFields} } } }`,
    nodes: ({ list }: { list: { nodes: Sourced[] } }) => list.nodes,
    row: (
      node: Sourced &
        Record<string, string | null> & { fiscalYear: { year: number }; country: Coded },
    ): Row => ({
      id: text(node["id"]),
      program: text(node["program"]),
      fiscal_year: text(node.fiscalYear.year),
      country: node.country.code,
      persons: text(node["persons"]),
      ...sourced(node),
    }),
  },
] as unknown as Reach<object>[];

/** Files of words for what is in other files or in code: languages.e2e.test.ts asks for them. */
const words = [
  "catalog/data/country_names.csv",
  "catalog/data/figure_dimensions.csv",
  "catalog/data/texts.csv",
];

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

it("No file of facts is left out below.", () => {
  const folders = ["catalog", ...areaNames].map((area) => `${area}/data`);
  const files = folders.flatMap((folder) =>
    readdirSync(pathOf(folder)).map((name) => `${folder}/${name}`),
  );
  const reached = [...reaches.map(({ file }) => file), ...words].sort();
  expect(reached).toEqual(files.sort());
});

describe("every row of the facts is reached through the graph, with its source, as it stands:", () => {
  it.each(reaches)("$file", async ({ file, query, nodes, row }) => {
    const content = readFileSync(pathOf(file));
    const expected = parse(content, { columns: true }) as unknown as Row[];
    const { data, errors } = await graph.execute(query);
    expect(errors).toEqual([]);
    const reached = nodes(data as never).map((node) => row(node as never));
    expect(reached.map(comparable).sort()).toEqual(expected.map(comparable).sort());
  });
});

function pathOf(file: string): string {
  return join(__dirname, "..", "..", "subgraphs", file);
}

function comparable(row: Row): string {
  const sorted = { ...row };
  if (sorted["organization_types"]) {
    sorted["organization_types"] = sorted["organization_types"].split(";").sort().join(";");
  }
  return JSON.stringify(Object.entries(sorted).sort(([a], [b]) => (a < b ? -1 : 1)));
}
