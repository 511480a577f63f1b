import fc from "fast-check";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLInputObjectType, isInputObjectType, parse } from "graphql";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import {
  meets,
  type NaiveFields,
  type PlainRecord,
} from "../../../test/support/filters/naive-filter";
import { randomFilter } from "../../../test/support/filters/random-filter";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { Sweep } from "../../../test/support/sweep";
import { dispatch } from "../dispatch";
import { withoutChecks } from "./many-dispatches.fixture";

const sweep = new Sweep("subgraphs/kit/filter", "subgraphs/kit/connection", "test/support/filters");
const cases = 1_000;
const seed = 1604;
const project = join(__dirname, "..", "..", "..");
const schema = buildSubgraphSchema(
  parse(readFileSync(join(project, "schema", "dispatch.graphql"), "utf8")),
);

/** Few of everything, so that random conditions meet some and not others. */
const fill = `${withoutChecks};
INSERT INTO organization (code, name_en, name_ja, type_code, region_code, country_code)
SELECT 'ORG-' || n, CASE WHEN n % 3 > 0 THEN 'Body ' || n END, CASE WHEN n % 3 < 2 THEN '機関' || n END,
  (ARRAY['UNITED_NATIONS', 'OTHER_INTERNATIONAL_ORGANIZATION'])[1 + n % 2],
  (ARRAY['ASIA', 'EUROPE', 'AFRICA'])[1 + n % 3], CASE WHEN n % 4 > 0 THEN (ARRAY['FR', 'CH', 'TH'])[1 + n % 3] END
FROM generate_series(1, 9) n;
INSERT INTO official (id, personnel_number, name, name_kana)
SELECT 'o' || n, 'P-' || n, 'Official ' || n % 11, CASE WHEN n % 2 > 0 THEN 'カナ' || n % 5 END FROM generate_series(1, 24) n;
INSERT INTO official_home_agency (official_id, agency_code, from_date, to_date)
SELECT 'o' || n, (ARRAY['JP-MOFA', 'JP-METI', 'JP-NPA'])[1 + n % 3], date '2000-04-01',
  CASE WHEN n % 4 = 0 THEN date '2014-04-01' END FROM generate_series(1, 22) n;
INSERT INTO official_home_agency (official_id, agency_code, from_date)
SELECT 'o' || n, 'JP-MOF', date '2014-04-01' FROM generate_series(8, 22, 8) n;
INSERT INTO dispatch (official_id, organization_code, organization_type_code, region_code, legal_basis_code, country_code,
  home_agency_code, post, planned_from, planned_to, pay_ratio, consent_on, started_on, returned_on)
SELECT 'o' || 1 + n % 20, o.code, o.type_code, o.region_code, 'ART2_1_1', (ARRAY['FR', 'CH', 'KE'])[1 + n % 3],
  (ARRAY['JP-MOFA', 'JP-METI', 'JP-NPA'])[1 + n % 3], (ARRAY['Adviser', 'Officer'])[1 + n % 2],
  first, first + 400 + n, CASE WHEN n % 5 > 0 THEN n * 7 % 4 * 25 END,
  CASE WHEN n % 7 > 0 THEN first - 30 END, CASE WHEN n % 7 > 1 THEN first END,
  CASE WHEN n % 7 > 2 THEN first + 300 END
FROM generate_series(1, 60) n CROSS JOIN LATERAL (SELECT date '2012-04-01' + n * 17 AS first) f
JOIN organization o ON o.code = 'ORG-' || 1 + n % 7`;

const days = ["2012-12-31", "2013-09-01", "2014-03-31", "2015-03-31"];
const texts = {
  organization: ["ORG-1", "ORG-2", "ORG-9"],
  country: ["FR", "CH", "JP"],
  homeAgency: ["JP-MOFA", "JP-METI", "JP-MOF"],
  post: ["Adviser", "Officer"],
  payRatio: [0, 25, 50, 75, 100],
  ...Object.fromEntries(
    ["plannedFrom", "plannedTo", "startedOn", "returnedOn"].map((day) => [day, days]),
  ),
};
const of = (type: string, values: Readonly<Record<string, readonly (string | number)[]>>) =>
  Object.entries(values).map(([field, each]) => [`${type}.${field}`, each] as const);
const worthAsking = Object.fromEntries([
  ...of("DispatchFilter", texts),
  ...of("DispatchHistoryFilter", texts),
  ...of("OfficialFilter", {
    personnelNumber: ["P-1", "P-14", "P-24", "P-99"],
    name: ["Official 1", "Official 10", "official 3"],
    nameKana: ["カナ1", "カナ3"],
    homeAgency: texts.homeAgency,
  }),
  ...of("OrganizationFilter", {
    code: texts.organization,
    nameEn: ["Body 1", "Body 2"],
    nameJa: ["機関3"],
    country: texts.country,
  }),
]);

interface Tables {
  readonly dispatches: readonly PlainRecord[];
  readonly officials: readonly PlainRecord[];
  readonly organizations: readonly PlainRecord[];
  readonly belongings: readonly PlainRecord[];
}

let subgraph: TestSubgraph;
let tables: Tables;
beforeAll(async () => {
  subgraph = await startTestSubgraph(dispatch);
  const owner = new Client({ connectionString: subgraph.ownerUrl });
  await owner.connect();
  try {
    await owner.query(fill);
    const read = async (table: string) => {
      const { rows } = await owner.query<{ row: PlainRecord }>(
        `SELECT to_jsonb(t) AS row FROM ${table} t`,
      );
      return rows.map(({ row }) => row);
    };
    tables = {
      dispatches: await read("dispatch"),
      officials: await read("official"),
      organizations: await read("organization"),
      belongings: await read("official_home_agency"),
    };
  } finally {
    await owner.end();
  }
});
afterAll(() => subgraph.stop());

const column = (name: string) => ({ values: (record: PlainRecord) => [record[name] ?? null] });

/** On dispatch on a day: begun by then, and not back. */
const isOn = (day: string) => (one: PlainRecord) =>
  one["started_on"] != null &&
  one["started_on"] <= day &&
  (one["returned_on"] == null || one["returned_on"] > day);

const dispatchFields: NaiveFields = {
  country: column("country_code"),
  homeAgency: column("home_agency_code"),
  legalBasis: column("legal_basis_code"),
  organization: column("organization_code"),
  organizationType: column("organization_type_code"),
  payRatio: column("pay_ratio"),
  plannedFrom: column("planned_from"),
  plannedTo: column("planned_to"),
  post: column("post"),
  region: column("region_code"),
  returnedOn: column("returned_on"),
  startedOn: column("started_on"),
  state: column("state"),
  official: {
    isMany: false,
    fields: () => officialFields,
    records: (one) => tables.officials.filter(({ id }) => id === one["official_id"]),
  },
  organizationIs: {
    isMany: false,
    fields: () => organizationFields,
    records: (one) => tables.organizations.filter(({ code }) => code === one["organization_code"]),
  },
};

const officialFields: NaiveFields = {
  personnelNumber: column("personnel_number"),
  name: column("name"),
  nameKana: column("name_kana"),
  homeAgency: {
    values: ({ id }, day) =>
      tables.belongings
        .filter(
          (one) =>
            one["official_id"] === id &&
            String(one["from_date"]) <= day &&
            (one["to_date"] == null || one["to_date"] > day),
        )
        .map((one) => one["agency_code"] ?? null),
  },
  dispatches: {
    isMany: true,
    fields: () => dispatchFields,
    records: ({ id }) => tables.dispatches.filter((one) => one["official_id"] === id),
  },
};

const organizationFields: NaiveFields = {
  code: column("code"),
  nameEn: column("name_en"),
  nameJa: column("name_ja"),
  type: column("type_code"),
  region: column("region_code"),
  country: column("country_code"),
  dispatches: {
    isMany: true,
    fields: () => dispatchFields,
    records: ({ code }, day) =>
      tables.dispatches.filter((one) => one["organization_code"] === code && isOn(day)(one)),
  },
};

const lists = {
  dispatches: {
    type: "DispatchFilter",
    fields: dispatchFields,
    rows: (day: string) => tables.dispatches.filter(isOn(day)),
  },
  dispatchHistory: {
    type: "DispatchHistoryFilter",
    fields: dispatchFields,
    rows: () => tables.dispatches,
  },
  officials: { type: "OfficialFilter", fields: officialFields, rows: () => tables.officials },
  organizations: {
    type: "OrganizationFilter",
    fields: organizationFields,
    rows: () => tables.organizations,
  },
} as const;

type ListName = keyof typeof lists;

const asked = fc
  .tuple(fc.constantFrom(...(Object.keys(lists) as ListName[])), fc.constantFrom(...days))
  .chain(([list, day]) =>
    fc.record({
      list: fc.constant(list),
      day: fc.constant(day),
      filter: randomFilter(inputOf(lists[list].type), worthAsking, 3),
    }),
  );

function inputOf(name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`no input ${name}`);
  return type;
}

interface Found {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
}

/** Asks for a list; the day is the list's own where it has one. */
function ask(list: ListName, filter: object, day: string, scopes?: readonly string[]) {
  const own = list === "dispatches" ? ", asOf: $day" : "";
  const given = own === "" ? "" : ", $day: Date";
  return subgraph
    .asCaller(scopes ? { scopes: new Set(scopes) } : {}, { asOf: day })
    .execute<Record<string, Found | null>>(
      `query ($filter: ${lists[list].type}${given}) { all: ${list}(filter: $filter${own}, first: 500) { nodes { id } totalCount } }`,
      { filter, ...(own !== "" && { day }) },
    );
}

function expected(list: ListName, filter: Record<string, unknown>, day: string): unknown[] {
  const { rows, fields } = lists[list];
  return rows(day)
    .filter((record) => meets(record, filter, fields, day))
    .map(({ id }) => id)
    .sort();
}

/** Whether a filter names a field anywhere. */
function names(filter: unknown, field: string): boolean {
  if (typeof filter !== "object" || filter === null) return false;
  if (Array.isArray(filter)) return filter.some((each) => names(each, field));
  return Object.entries(filter).some(([name, value]) => name === field || names(value, field));
}

describe("a random filter", () => {
  it("finds what it finds where every record is looked at by itself", async () => {
    let met = 0;
    let missed = 0;
    const check = sweep.checking(async ({ list, day, filter }: Asked) => {
      const { data, errors } = await ask(list, filter, day);
      expect(errors).toEqual([]);
      const all = data["all"];
      const wanted = expected(list, filter, day);
      expect(all?.nodes.map(({ id }) => id).sort()).toEqual(wanted);
      expect(all?.totalCount).toBe(wanted.length);
      if (wanted.length > 0) met += 1;
      if (wanted.length < lists[list].rows(day).length) missed += 1;
    });
    await fc.assert(fc.asyncProperty(asked, check), { numRuns: cases, seed });
    // Filters that find all or nothing would show little.
    expect(Math.min(met, missed)).toBeGreaterThan(sweep.share(cases) / 5);
  }, 600_000);

  it("reaches no field that its caller is not permitted to see, at whatever depth", async () => {
    const callers = [
      { scopes: ["published", "dispatch:records", "dispatch:persons"], closed: ["payRatio"] },
      { scopes: ["published", "dispatch:records"], closed: ["dispatches", "official"] },
    ];
    const refused = { true: 0, false: 0 };
    const check = sweep.checking(async ({ list, day, filter }: Asked) => {
      for (const { scopes, closed } of callers) {
        const isRecordOnly = closed.includes("official");
        if (isRecordOnly && list !== "organizations") continue;
        const isRefused = closed.some((field) => names(filter, field));
        refused[`${isRefused}`] += 1;
        const answer = await ask(list, filter, day, scopes);
        if (isRefused) {
          expect(answer.errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
          expect(answer.statements).toEqual([]);
        } else {
          expect(answer.errors).toEqual([]);
          expect(answer.data["all"]?.totalCount).toBe(expected(list, filter, day).length);
        }
      }
    });
    await fc.assert(fc.asyncProperty(asked, check), { numRuns: (cases * 2) / 5, seed: seed + 1 });
    expect(Math.min(refused.true, refused.false)).toBeGreaterThan(sweep.share(20));
  });
});

interface Asked {
  readonly list: ListName;
  readonly day: string;
  readonly filter: Record<string, unknown>;
}
