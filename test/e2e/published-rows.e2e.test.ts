import { Client } from "pg";
import { knownScopes } from "../../gateway/access/roles";
import { cooperation } from "../../subgraphs/cooperation/cooperation";
import { fellowship } from "../../subgraphs/fellowship/fellowship";
import { lowerFirst, snakeCase } from "../../subgraphs/kit/name-form";
import { readersOf } from "../../subgraphs/kit/subgraph/readers";
import { roleOf } from "../../subgraphs/kit/database/provision";
import { asRole, readerRole } from "../../subgraphs/kit/database/reader-role";
import type { SubgraphDefinition } from "../../subgraphs/kit/subgraph/subgraph-definition";
import { recruitment } from "../../subgraphs/recruitment/recruitment";
import { definitions } from "../support/definitions";
import { cloneDatabase } from "../support/postgres";
import { startTestSubgraph, type TestSubgraph } from "../support/subgraph";

/** What an office records beside published rows, and every kind of way to it. */
interface Recorded {
  readonly subgraph: SubgraphDefinition;
  readonly type: string;
  readonly record: string;
  readonly ways: readonly string[];
}

const id = "00000000-0000-4000-8000-000000000001";

const recorded: readonly Recorded[] = [
  {
    subgraph: recruitment,
    type: "Solicitation",
    record: `INSERT INTO solicitation (fiscal_year, agency_code, opens_on, closes_on)
      VALUES (2031, 'JP-MIC', '2031-11-01', '2031-12-01');
      INSERT INTO solicitation_category VALUES (2031, 'PRODUCER')`,
    ways: [
      "solicitations { totalCount }",
      "solicitations(first: 1) { nodes { opensOn } }",
      "solicitation(fiscalYear: 2031) { categories { code } }",
      "fiscalYear(year: 2031) { solicitation { opensOn } }",
    ],
  },
  {
    subgraph: fellowship,
    type: "Cohort",
    record: `INSERT INTO cohort (id, program_code, number, starts_on, starts_earliest, starts_latest, ends_on, ends_latest, fiscal_year)
      VALUES ('MIKE_MANSFIELD-50', 'MIKE_MANSFIELD', 50, '2031-07-01', '2031-07-01', '2031-07-01', '2032-06-30', '2032-06-30', 2031)`,
    ways: [
      "cohorts { totalCount }",
      "cohorts(orderBy: { by: NUMBER, direction: DESC }, first: 1) { nodes { number } }",
      "cohorts(filter: { number: { eq: 50 } }) { totalCount nodes { id } }",
      'cohort(program: "MIKE_MANSFIELD", number: 50) { id }',
      'fellowshipProgram(code: "MIKE_MANSFIELD") { cohorts(filter: { number: { gte: 50 } }) { totalCount } }',
      "fiscalYear(year: 2031) { cohorts { id } }",
      '_entities(representations: [{ __typename: "FiscalYear", year: 2031 }]) { ... on FiscalYear { cohorts { id } } }',
    ],
  },
  {
    subgraph: cooperation,
    type: "NetworkMembership",
    record: `INSERT INTO network_membership (id, network_code, country_code, agency_code, role, first_day)
      VALUES ('${id}', 'CJK_PPN', 'FR', 'JP-NPA', 'OBSERVER', '2031-04-01')`,
    ways: [
      'networkMemberships(asOf: "2031-04-01") { totalCount }',
      "networkMembershipHistory { totalCount }",
      'networkMembershipHistory(filter: { country: { eq: "FR" } }) { totalCount nodes { id } }',
      `networkMembership(id: "${id}") { country { code } }`,
      'network(code: "CJK_PPN") { members(asOf: "2031-04-01") { country { code } } }',
      'network(code: "CJK_PPN") { membershipHistory { country { code } } }',
      'country(code: "FR") { networkMemberships(asOf: "2031-04-01") { id } }',
      'agency(code: "JP-NPA") { networkMemberships(asOf: "2031-04-01") { id } }',
      '_entities(representations: [{ __typename: "Country", code: "FR" }]) { ... on Country { networkMemberships(asOf: "2031-04-01") { id } } }',
    ],
  },
  {
    subgraph: cooperation,
    type: "NetworkChair",
    record: `INSERT INTO network_chair (id, network_code, edition, country_code, from_date, first_day)
      VALUES ('${id}', 'CJK_PPN', 90, 'JP', '2031-04-01', '2031-04-01')`,
    ways: [
      'networkChairs(asOf: "2031-04-01") { totalCount }',
      "networkChairHistory { totalCount }",
      "networkChairHistory(filter: { edition: { eq: 90 } }) { nodes { id } }",
      `networkChair(id: "${id}") { edition }`,
      'network(code: "CJK_PPN") { chairs(asOf: "2031-04-01") { edition } }',
      'network(code: "CJK_PPN") { chairHistory { edition } }',
      'country(code: "JP") { networkChairHistory { totalCount } }',
    ],
  },
  {
    subgraph: cooperation,
    type: "NetworkEvent",
    record: `INSERT INTO network_event (id, network_code, kind, edition, title, starts_on, starts_earliest, starts_latest, fiscal_year, country_code, host_agency_code)
      VALUES ('${id}', 'CJK_PPN', 'SYMPOSIUM', 90, 'Not published', '2031-05-01', '2031-05-01', '2031-05-01', 2031, 'JP', 'JP-NPA');
      INSERT INTO network_event_participation (event_id, country_code, position) VALUES ('${id}', 'FR', 0)`,
    ways: [
      "networkEvents { totalCount }",
      "networkEvents(orderBy: { by: EDITION, direction: DESC }, first: 500) { nodes { title } }",
      'networkEvents(filter: { title: { contains: "not pub" } }) { totalCount nodes { id } }',
      'networkEvents(filter: { startsOn: { gte: "2031-01-01" } }) { totalCount }',
      `networkEvent(id: "${id}") { participatingCountries { code } }`,
      'network(code: "CJK_PPN") { events { totalCount } }',
      'country(code: "JP") { networkEvents { totalCount } }',
      'country(code: "FR") { networkEvents { totalCount } }',
      'agency(code: "JP-NPA") { eventsHosted { totalCount } }',
      "fiscalYear(year: 2031) { networkEvents { totalCount } }",
    ],
  },
  {
    subgraph: cooperation,
    type: "Invitation",
    record: `INSERT INTO invitation (id, program, fiscal_year, country_code, persons, invited_on)
      VALUES ('${id}', 'ASIAN_EXPERTS', 2031, 'FR', 3, '2031-05-01')`,
    ways: [
      "invitations { totalCount }",
      "invitations(filter: { fiscalYear: { eq: 2031 } }) { totalCount nodes { persons } }",
      `invitation(id: "${id}") { persons }`,
      'country(code: "FR") { invitations { totalCount } }',
      "fiscalYear(year: 2031) { invitations { totalCount } }",
    ],
  },
];

const everybody = { subject: "anonymous", roles: ["public"], scopes: new Set(["published"]) };

describe.each(recorded)("a $type that an office has recorded", (of) => {
  const { subgraph, type, record, ways } = of;
  let running: TestSubgraph;
  const told: Record<"before" | "after", Record<"office" | "everybody", unknown>[]> = {
    before: [],
    after: [],
  };
  const askAll = async () => {
    const answers: Record<"office" | "everybody", unknown>[] = [];
    for (const way of ways) {
      const [office, others] = await Promise.all([
        running.execute(`{ ${way} }`),
        running.asCaller(everybody).execute(`{ ${way} }`),
      ]);
      answers.push({ office: office.data, everybody: others.data });
    }
    return answers;
  };
  beforeAll(async () => {
    running = await startTestSubgraph(subgraph);
    told.before = await askAll();
    await asOwner(running.ownerUrl, record);
    told.after = await askAll();
  });
  afterAll(() => running.stop());

  it.each(ways.map((way, index) => [way, index] as const))(
    "is shown to the office and to nobody else by %s",
    (_way, index) => {
      const [before, after] = [told.before[index], told.after[index]];
      expect(after?.office).not.toEqual(before?.office);
      expect(after?.everybody).toEqual(before?.everybody);
      expect(before?.everybody).toEqual(before?.office);
    },
  );

  it("is not in the history that everybody reads", async () => {
    const table = snakeCase(lowerFirst(type));
    await asOwner(running.ownerUrl, `UPDATE ${table} SET version = version + 1`);
    const role = readerRole(roleOf(running.appUrl), "published");
    const { published } = (await countRows(running.ownerUrl, table)) as { published: number };
    expect(published).toBeGreaterThan(0);
    const history = `${table}_history`;
    expect(await countRows(running.appUrl, history)).toEqual({ published, recorded: 1 });
    expect(await countRows(asRole(running.appUrl, role), history)).toEqual({
      ...{ published, recorded: 0 },
    });
  });

  it("is shown to callers with the scope of records alone, whatever other scopes of the area they have", async () => {
    const records = `${subgraph.name}:records`;
    const own = [...knownScopes].filter((scope) => scope.startsWith(`${subgraph.name}:`));
    expect(own).toContain(records);
    for (const scopes of choicesOf(own)) {
      const caller = running.asCaller({
        roles: ["app"],
        scopes: new Set(["published", ...scopes]),
      });
      const { data } = await caller.execute(`{ ${ways[0] ?? ""} }`);
      const expected = told.after[0]?.[scopes.includes(records) ? "office" : "everybody"];
      expect([scopes, data]).toEqual([scopes, expected]);
    }
  });
});

/** How many rows of a table a role sees: those that a source states, and those that an office has recorded. */
async function countRows(url: string, table: string): Promise<object | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<object>(
      `SELECT count(source_id)::integer AS published, count(*) FILTER (WHERE source_id IS NULL)::integer AS recorded FROM ${table}`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Every choice there is of some things, none and all included. */
function choicesOf(things: readonly string[]): string[][] {
  return things.reduce<string[][]>(
    (choices, thing) => [...choices, ...choices.map((choice) => [...choice, thing])],
    [[]],
  );
}

/** What holds data of persons, or is nobody's to read by way of the graph. */
const neverPublished: Readonly<Record<string, readonly string[]>> = {
  recruitment: [
    "applicant",
    "application",
    "evaluation",
    "evaluator",
    "engagement",
    "registration",
  ],
  dispatch: ["official", "official_home_agency", "dispatch", "dispatch_extension", "organization"],
  fellowship: ["fellow", "placement", "phase_schedule"],
  cooperation: ["network_event_presentation", "project", "training_participation", "work_plan"],
};

const readers = definitions.flatMap((subgraph) =>
  readersOf(subgraph).map((reader) => ({ subgraph, reader, of: subgraph.name, name: reader.name })),
);

it.each(readers)(
  "the role $name of $of reads the tables it is given, no other, and writes none",
  async ({ subgraph, reader }) => {
    const database = await cloneDatabase(subgraph.name);
    const role = readerRole(roleOf(database.appUrl), reader.name);
    const client = new Client({ connectionString: asRole(database.appUrl, role) });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string; writes: boolean }>(
        `SELECT tablename AS name,
           has_table_privilege(quote_ident(tablename), 'INSERT, UPDATE, DELETE, TRUNCATE') AS writes
         FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
      );
      const outcomes = new Map<string, string>();
      for (const { name } of rows) {
        const outcome = client.query(`SELECT FROM ${name} LIMIT 1`).then(
          () => "read",
          (error: unknown) => String(error),
        );
        outcomes.set(name, await outcome);
      }
      const read = [...outcomes].filter(([, outcome]) => outcome === "read").map(([name]) => name);
      expect(read).toEqual(Object.keys(reader.tables).sort());
      expect(rows.filter(({ writes }) => writes)).toEqual([]);
      const closed = ["change_record", "idempotency_key", "migrations", "synthetic_dataset"];
      if (reader.name === "published") {
        const personal = neverPublished[subgraph.name] ?? [];
        closed.push(...personal, ...personal.map((name) => `${name}_history`));
      }
      for (const name of closed) {
        expect([name, outcomes.get(name)]).toEqual([
          name,
          `error: permission denied for table ${name}`,
        ]);
      }
    } finally {
      await client.end();
      await database.drop();
    }
  },
);

async function asOwner(ownerUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}
