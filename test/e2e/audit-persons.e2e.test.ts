import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { getNamedType, isObjectType, parse } from "graphql";
import { Client } from "pg";
import { subgraphNames } from "../../gateway/local/programs";
import { loadSupergraph } from "../../gateway/supergraph/load-supergraph";
import { accessPolicies } from "../../subgraphs/kit/access/access-policy";
import type { RecordedEntry } from "../support/audit-database";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders, officeHeaders } from "../support/identity";
import { made, mutate } from "../support/mutate";
import { testPostgres } from "../support/postgres";
import { Sweep } from "../support/sweep";
import { call, waysToTypes } from "./support/field-walk";

const project = join(__dirname, "..", "..");
const program = join(project, "dist", "gateway", "audit", "main.js");

/** What is selected of each list of persons. */
const sweep = new Sweep("gateway", "schema/*.graphql", "subgraphs/kit/connection", __filename);

/** The graph as callers see it, and who is permitted to see what. */
async function publicGraph() {
  const { supergraph, sdl } = await loadSupergraph(join(project, "schema", "supergraph.graphql"));
  return {
    schema: supergraph.apiSchema().toGraphQLJSSchema(),
    policies: accessPolicies(parse(sdl)),
  };
}

describe("the audit log of the whole graph", () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
  });
  afterAll(() => graph.stop());

  /** The one entry that a request leaves. */
  async function left(query: string, variables = {}, headers = {}): Promise<RecordedEntry> {
    const before = await graph.audit.last();
    const { errors } = await graph.execute(query, variables, headers);
    expect(errors).toEqual([]);
    const entries = await graph.audit.entriesAfter(before);
    expect(entries).toHaveLength(1);
    return entries[0] as RecordedEntry;
  }

  /** The persons of the one entry that a request leaves. */
  async function recorded(query: string, variables = {}, headers = {}): Promise<readonly string[]> {
    return (await left(query, variables, headers)).persons;
  }

  async function persons(
    subgraph: "dispatch" | "fellowship" | "recruitment",
    kind: string,
    sql: string,
  ) {
    const client = new Client({ connectionString: graph.databases[subgraph].ownerUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ id: string }>(sql);
      return [...new Set(rows.map(({ id }) => `${kind}:${id}`))].sort();
    } finally {
      await client.end();
    }
  }

  /** Runs the program that reads the log, as an office does on a server. */
  async function audit(...args: string[]): Promise<{ output: string; code: number }> {
    const env = { ...process.env, AUDIT_READER_DATABASE_URL: graph.audit.readerUrl };
    return promisify(execFile)(process.execPath, [program, ...args], { env }).then(
      ({ stdout }) => ({ output: stdout, code: 0 }),
      (error: unknown) => {
        const { stdout, code } = error as { stdout: string; code: number };
        return { output: stdout, code };
      },
    );
  }

  it("holds whoever is seen from a country, in two subgraphs with one entry", async () => {
    const seen = await recorded(
      '{ country(code: "FR") { d: dispatches(asOf: "2014-03-31", first: 500) { nodes { post } } } a: country(code: "US") { fellows(first: 3) { edges { node { status } } } } }',
    );
    // The one behind a page is read too: it shows that there is a next page.
    const onPage = 3;
    const officials = await persons(
      "dispatch",
      "official",
      `SELECT official_id AS id FROM dispatch WHERE country_code = 'FR'
       AND started_on <= '2014-03-31' AND on_dispatch_until > '2014-03-31'`,
    );
    expect(officials.length).toBeGreaterThan(0);
    expect(seen.filter((person) => person.startsWith("official:"))).toEqual(officials);
    expect(seen.filter((person) => person.startsWith("fellow:"))).toHaveLength(onPage + 1);
  });

  it("holds applicants whose evaluations and enrolments are seen by way of others", async () => {
    const [evaluator] = await persons(
      "recruitment",
      "evaluator",
      "SELECT id FROM evaluator LIMIT 1",
    );
    const id = evaluator?.split(":")[1] ?? "";
    const seen = await recorded(
      `{ evaluator(id: "${id}") { evaluations(first: 500) { nodes { verdict } } } }`,
    );
    const applicants = await persons(
      "recruitment",
      "applicant",
      `SELECT a.applicant_id AS id FROM evaluation e JOIN application a ON a.id = e.application_id WHERE e.evaluator_id = '${id}'`,
    );
    expect(applicants.length).toBeGreaterThan(0);
    expect(seen).toEqual([...applicants, evaluator].sort());
  });

  it("holds the person a change was about, and the change is no second entry", async () => {
    const before = (await graph.audit.entries()).length;
    const { id } = await made(
      graph,
      "registerOfficial",
      { personnelNumber: "A-AUDIT", name: "架空 太郎", homeAgency: "JP-MOF", from: "2019-04-01" },
      "official { id version }",
    );
    const entries = (await graph.audit.entries()).slice(before);
    expect(entries).toMatchObject([
      { kind: "change", subject: "test.office", persons: [`official:${id}`] },
    ]);
    const { output, code } = await audit("show", "--person", `official:${id}`);
    expect(code).toBe(0);
    expect(
      output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ kind: "change", subject: "test.office" }]);
  });

  it("holds the person of a change that shows nothing of the person, even a refused one", async () => {
    const official = await made<{ id: string; version: number }>(
      graph,
      "registerOfficial",
      { personnelNumber: "A-QUIET", name: "架空 太郎", homeAgency: "JP-MOF", from: "2019-04-01" },
      "official { id version }",
    );
    const change =
      "mutation ($input: ChangeOfficialInput!) { changeOfficial(input: $input) { userErrors { code } } }";
    const input = { id: official.id, expectedVersion: 1, name: "架空 次郎" };
    expect(await recorded(change, { input })).toEqual([`official:${official.id}`]);
    expect(await recorded(change, { input })).toEqual([`official:${official.id}`]);
  });

  describe("of a refusal", () => {
    /** One row of a subgraph's database. */
    async function one(subgraph: "dispatch" | "fellowship" | "recruitment", sql: string) {
      const client = new Client({ connectionString: graph.databases[subgraph].ownerUrl });
      await client.connect();
      try {
        const { rows } = await client.query<Record<string, string>>(sql);
        return rows[0] ?? {};
      } finally {
        await client.end();
      }
    }

    it("holds whoever has the number that it says is taken", async () => {
      const official = await one("dispatch", "SELECT id, personnel_number AS n FROM official");
      const applicant = await one("recruitment", "SELECT id, applicant_number AS n FROM applicant");
      const evaluator = await one("recruitment", "SELECT id, evaluator_number AS n FROM evaluator");
      const fellow = await one(
        "fellowship",
        "SELECT id, fellow_number AS n, cohort_id AS cohort, sending_agency_code AS agency FROM fellow",
      );
      const name = "架空 太郎";
      const from = "2019-04-01";
      const refused: Record<string, [input: object, person: string]> = {
        registerOfficial: [
          { personnelNumber: official["n"], name, homeAgency: "JP-MOF", from },
          `official:${official["id"]}`,
        ],
        registerApplicant: [
          { applicantNumber: applicant["n"], name, nameKana: "カクウ", nameEn: "Kaku" },
          `applicant:${applicant["id"]}`,
        ],
        registerEvaluator: [
          { evaluatorNumber: evaluator["n"], name, affiliation: "架空大学" },
          `evaluator:${evaluator["id"]}`,
        ],
        admitFellow: [
          {
            fellowNumber: fellow["n"],
            name,
            cohort: fellow["cohort"],
            sendingAgency: fellow["agency"],
            admittedOn: from,
          },
          `fellow:${fellow["id"]}`,
        ],
      };
      for (const [mutation, [input, person]] of Object.entries(refused)) {
        const { refusals, errorCodes } = await mutate(graph, mutation, input, "__typename");
        expect(errorCodes).toEqual([]);
        expect(refusals.map(({ code }) => code).join()).toMatch(/NUMBER_TAKEN/);
        expect((await graph.audit.entries()).at(-1)?.persons).toEqual([person]);
      }
    });

    it("holds whoever keeps a cohort, a solicitation or an organization from being changed", async () => {
      const cohort = await made(
        graph,
        "openCohort",
        { program: "MIKE_MANSFIELD", number: 99, startsOn: "2024-07-01", endsOn: "2025-06-30" },
        "cohort { id version }",
      );
      const { id } = await made(
        graph,
        "admitFellow",
        {
          fellowNumber: "F-KEEPS",
          name: "Kaku",
          cohort: cohort.id,
          sendingAgency: "US-DOD",
          admittedOn: "2024-07-02",
        },
        "fellow { id version }",
      );
      const moved = await mutate(
        graph,
        "rescheduleCohort",
        { id: cohort.id, expectedVersion: cohort.version, endsOn: "2024-07-01" },
        "__typename",
      );
      expect(moved.refusals.map(({ code }) => code)).toEqual(["COHORT_PERIOD_IN_USE"]);
      expect((await graph.audit.entries()).at(-1)?.persons).toEqual([`fellow:${id}`]);

      const dispatch = await one(
        "dispatch",
        `SELECT d.official_id AS official, o.id, o.version, t.code AS type
         FROM dispatch d JOIN organization o ON o.code = d.organization_code
         JOIN dispatch_organization_type t ON NOT EXISTS (
           SELECT FROM dispatch_legal_basis_organization_type l
           WHERE l.organization_type_code = t.code AND l.legal_basis_code = d.legal_basis_code)
         WHERE (SELECT count(*) FROM dispatch other WHERE other.organization_code = o.code) = 1`,
      );
      const changed = await mutate(
        graph,
        "changeOrganization",
        {
          id: dispatch["id"],
          expectedVersion: Number(dispatch["version"]),
          type: dispatch["type"],
        },
        "__typename",
      );
      expect(changed.refusals.map(({ code }) => code)).toContain("LEGAL_BASIS_DOES_NOT_FIT");
      expect((await graph.audit.entries()).at(-1)?.persons).toEqual([
        `official:${dispatch["official"]}`,
      ]);

      const applied = await one(
        "recruitment",
        `SELECT a.fiscal_year AS year, s.opens_on::text AS opens
         FROM application a JOIN solicitation s ON s.fiscal_year = a.fiscal_year
         ORDER BY a.received_on DESC, a.fiscal_year DESC`,
      );
      const closed = await mutate(
        graph,
        "closeSolicitation",
        { fiscalYear: Number(applied["year"]), closedOn: applied["opens"] },
        "__typename",
      );
      expect(closed.refusals).not.toEqual([]);
      const { persons: keepers } = (await graph.audit.entries()).at(-1) ?? {};
      expect(keepers).toEqual([expect.stringMatching(/^applicant:/)]);
    });
  });

  it("holds whoever is on a page, whatever is selected of it, on every way to a list of persons", async () => {
    const { schema, policies } = await publicGraph();
    // By an id, which nobody knows here, a walk comes to nothing.
    const byId = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === "id"),
    );
    const closed = new Set(byId.map(({ name }) => `Query.${name}`));
    const ways = waysToTypes(schema, (coordinate) => !closed.has(coordinate));
    const found: Record<string, number> = {};
    const wrong: unknown[] = [];
    for (const [name, way] of ways) {
      const type = schema.getType(name);
      if (!isObjectType(type) || name.endsWith("Connection")) continue;
      for (const field of Object.values(type.getFields())) {
        const returned = getNamedType(field.type).name;
        const isPersonal = policies.get(returned)?.personal ?? false;
        if (!returned.endsWith("Connection") || !isPersonal) continue;
        const of = (selection: string) =>
          way(`${call(field)} { ${selection} }`).replaceAll("first: 2", "first: 20");
        const seen = await recorded(of("nodes { __typename }"));
        found[returned] = (found[returned] ?? 0) + seen.length;
        for (const selection of sweep.of([
          "edges { cursor }",
          "edges { __typename }",
          "pageInfo { endCursor }",
          "pageInfo { hasNextPage }",
        ])) {
          const persons = await recorded(of(selection));
          if (persons.join() !== seen.join()) wrong.push([of(selection), persons, seen]);
        }
        const entry = await left(of("totalCount"));
        if (!entry.fields.includes(returned)) wrong.push([of("totalCount"), entry.fields]);
        const isNoted =
          entry.counted !== undefined || seen.every((person) => entry.persons.includes(person));
        if (!isNoted) wrong.push([of("totalCount"), entry.persons, seen]);
      }
    }
    expect(wrong).toEqual([]);
    const kinds = Object.entries(found).filter(([, persons]) => persons > 0);
    expect(kinds.map(([kind]) => kind).sort()).toEqual([
      "ApplicantConnection",
      "ApplicationConnection",
      "CandidateEnrolmentConnection",
      "DispatchConnection",
      "EngagementConnection",
      "EvaluationConnection",
      "EvaluatorConnection",
      "FellowConnection",
      "ListedPersonConnection",
      "OfficialConnection",
      "PlacementConnection",
      "RegistrationConnection",
    ]);
  });

  it("holds a person of whom only the type is asked", async () => {
    const [official = ""] = await persons(
      "dispatch",
      "official",
      "SELECT id FROM official LIMIT 1",
    );
    const id = official.split(":")[1] ?? "";
    expect(await recorded(`{ official(id: "${id}") { __typename } }`)).toEqual([official]);
  });

  it("needs to know of no reference to a person, as there is none", async () => {
    for (const name of subgraphNames) {
      const sdl = await readFile(join(project, "schema", `${name}.graphql`), "utf8");
      expect(sdl).toMatch(/^type \w+ @access\(.*@key/m);
      expect(sdl).not.toMatch(/^type \w+ @access\(personal: true.*@key/m);
    }
  });

  it("is shown to a reader that goes away early, without an error", async () => {
    for (let time = 0; time < 3; time += 1) {
      await graph.execute("{ officials(first: 500) { nodes { name } } }");
    }
    const { persons: [person = ""] = [] } = (await graph.audit.entries()).at(-1) ?? {};
    const env = { ...process.env, AUDIT_READER_DATABASE_URL: graph.audit.readerUrl };
    const shown = spawn(process.execPath, [program, "show", "--person", person], { env });
    let complaints = "";
    shown.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
    shown.stdout.destroy();
    const [code] = (await once(shown, "exit")) as [number | null];
    expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
  });

  it("is asked for a purpose where the only personal thing is written, not read", async () => {
    const query =
      "mutation ($input: AddPresentationInput!) { addPresentation(input: $input) { userErrors { code } } }";
    const input = { event: "none", country: "JP", title: "x", presenterName: "架空 太郎" };
    const { errors } = await graph.execute(query, { input }, { "graph-purpose": undefined });
    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(["PURPOSE_REQUIRED"]);
  });

  it("holds the persons that a count counted, though it shows none, and what they were counted by", async () => {
    const query =
      "query ($n: String!) { officials(filter: { personnelNumber: { eq: $n } }) { totalCount } }";
    const [quiet] = await persons(
      "dispatch",
      "official",
      "SELECT id FROM official WHERE personnel_number = 'A-QUIET'",
    );
    expect(await recorded(query, { n: "A-QUIET" })).toEqual([quiet]);
    const entry = (await graph.audit.entries()).at(-1);
    expect(entry).toMatchObject({ operation: { variables: '{"n":"A-QUIET"}' } });
    expect(entry?.counted).toBeUndefined();
  });

  it("holds whoever is looked for by number or name, found or not, alone or among many", async () => {
    const numbered = (number: string) =>
      `SELECT id FROM official WHERE personnel_number = '${number}'`;
    const [sought = ""] = await persons("dispatch", "official", numbered("SYN-1200-0"));
    const among = Array.from({ length: 999 }, (_none, index) => `SYN-${index + 1}-0`);
    const filtered = `query ($filter: OfficialFilter) { officials(filter: $filter, first: 0) { totalCount } }`;
    for (const personnelNumber of [{ eq: "SYN-1200-0" }, { in: [...among, "SYN-1200-0"] }]) {
      for (const homeAgency of [undefined, { eq: "JP-NPA" }, { in: ["JP-MOJ", "JP-MOFA"] }]) {
        const filter = { personnelNumber, ...(homeAgency && { homeAgency }) };
        expect(await recorded(filtered, { filter })).toContain(sought);
      }
    }
    const paged = `{ officials(filter: { personnelNumber: { eq: "SYN-1200-0" }, homeAgency: { in: [] } }) { nodes { id } } }`;
    expect(await recorded(paged)).toEqual([sought]);
    const [fellow = ""] = await persons(
      "fellowship",
      "fellow",
      "SELECT fellow_id AS id FROM placement WHERE host_kind <> 'COMPANY' LIMIT 1",
    );
    const placed = `query ($fellow: String!) { placements(filter: { fellow: { eq: $fellow }, to: { lte: "1990-01-01" } }) { nodes { id } } }`;
    expect(await recorded(placed, { fellow: fellow.split(":")[1] })).toEqual([fellow]);
  });

  it("holds whoever a single count counted, however many others are counted beside", async () => {
    const decoys = Array.from(
      { length: 20 },
      (_none, index) =>
        `a${index}: dispatches(filter: { plannedFrom: { gte: "2013-01-01" } }) { totalCount }`,
    );
    const alone = `SELECT min(official_id) AS id, min(planned_from)::text AS day FROM dispatch
       WHERE country_code IS NOT NULL AND state = 'ON_DISPATCH' GROUP BY planned_from HAVING count(*) = 1 ORDER BY 2 LIMIT 1`;
    const [sought] = await persons("dispatch", "official", alone);
    const [day = ""] = await persons("dispatch", "", `SELECT day AS id FROM (${alone}) one`);
    const one = `z: dispatches(filter: { plannedFrom: { eq: "${day.slice(1)}" } }) { totalCount }`;
    expect(await recorded(`{ countries { ${decoys.join(" ")} ${one} } }`)).toContain(sought);
  });

  it("holds how many a count counted where they are too many to name", async () => {
    const everybody = await persons("dispatch", "official", "SELECT id FROM official");
    expect(everybody.length).toBeGreaterThan(500);
    expect(await recorded("{ officials(first: 0) { totalCount } }")).toEqual([]);
    const entry = (await graph.audit.entries()).at(-1);
    expect(entry?.counted).toEqual([`Official ${everybody.length}`]);
  });

  describe("of statistics", () => {
    const since = "2013-04-01";
    /** What a request leaves: whom it names, and what it says was counted. */
    const counts = async (query: string, headers = {}) => {
      const { persons: named, counted } = await left(query, {}, headers);
      return { named, counted };
    };
    const rows = async <Row extends object>(sql: string) => {
      const client = new Client({ connectionString: graph.databases.dispatch.ownerUrl });
      await client.connect();
      try {
        return (await client.query<Row>(sql)).rows;
      } finally {
        await client.end();
      }
    };

    it("holds how many records were counted, even a single one", async () => {
      const [single] = await rows<{ organization: string }>(
        `SELECT organization_code AS organization FROM dispatch
         GROUP BY 1 HAVING count(*) = 1 AND min(started_on) >= '${since}'`,
      );
      const filter = `filter: { organization: { eq: "${single?.organization ?? ""}" } }`;
      const query = `{ dispatchStatistics(measure: DEPARTURES, ${filter}) { total { value } } }`;
      const { data } = await graph.execute(query);
      expect(data).toEqual({ dispatchStatistics: { total: { value: 1 } } });
      expect(await counts(query)).toEqual({ named: [], counted: ["Dispatch 1"] });
    });

    it("holds the records, whatever of them was counted and however it is grouped", async () => {
      const days = ["2023-03-31", "2024-03-31"];
      const onDay = await Promise.all(
        days.map((day) =>
          rows<{ count: number }>(
            `SELECT count(*)::integer FROM dispatch WHERE first_day <= '${day}' AND on_dispatch_until > '${day}'`,
          ),
        ),
      );
      const counted = onDay.map(([row]) => `Dispatch ${row?.count ?? 0}`).sort();
      for (const measure of ["SENDING_AGENCIES", "ON_DISPATCH"]) {
        for (const groupBy of ["", "REGION", "REGION, COUNTRY"]) {
          const query = `{ dispatchStatistics(measure: ${measure}, fiscalYears: [2022, 2023], groupBy: [${groupBy}], limit: 1) { total { value } } }`;
          expect(await counts(query)).toEqual({ named: [], counted });
        }
      }
    });

    it("holds for an analyst the records of the whole table, which a filter only shows a part of", async () => {
      const [all, inAsia] = await Promise.all(
        ["true", "region_code = 'ASIA'"].map((condition) =>
          rows<{ count: number }>(
            `SELECT count(*)::integer FROM dispatch
             WHERE started_on BETWEEN '2023-04-01' AND '2024-03-31' AND ${condition}`,
          ),
        ),
      );
      expect(inAsia?.[0]?.count).toBeLessThan(all?.[0]?.count ?? 0);
      const analyst = await callerHeaders("analyst");
      for (const asked of ["groupBy: [REGION]", "filter: { region: { eq: ASIA } }"]) {
        const query = `{ dispatchStatistics(measure: DEPARTURES, fiscalYears: [2023], ${asked}) { total { value } } }`;
        const counted = [`Dispatch ${all?.[0]?.count ?? 0}`];
        expect(await counts(query, analyst)).toEqual({ named: [], counted });
      }
      const figures = `{ dispatchFigures(filter: { id: { eq: "dsp-2023-departures" } }) { nodes { agreement } } }`;
      const { counted = [] } = await counts(figures, analyst);
      expect(counted).toEqual([`Dispatch ${all?.[0]?.count ?? 0}`]);
    });

    it("holds for figures how many records they were computed from", async () => {
      const query = `{ dispatchFigures(filter: { measure: { eq: "dispatch_stock" }, fiscalYear: { gte: 2014 } }) { nodes { computed { value } } } }`;
      const { named, counted = [] } = await counts(query);
      expect(named).toEqual([]);
      expect(counted).not.toEqual([]);
      for (const one of counted) expect(one).toMatch(/^Dispatch [1-9]\d*$/);
    });
  });

  it("holds the person whose existence a page of nobody shows", async () => {
    const [quiet] = await persons(
      "dispatch",
      "official",
      "SELECT id FROM official WHERE personnel_number = 'A-QUIET'",
    );
    const query =
      '{ officials(first: 0, filter: { personnelNumber: { eq: "A-QUIET" } }) { pageInfo { hasNextPage } } }';
    expect(await recorded(query)).toEqual([quiet]);
  });

  it("is not got round by variables that nobody declared", async () => {
    const junk = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const input = {
      personnelNumber: "A-JUNK",
      name: "架空 太郎",
      homeAgency: "JP-MOF",
      from: "2019-04-01",
    };
    const query =
      "mutation ($input: RegisterOfficialInput!) { registerOfficial(input: $input) { userErrors { code } } }";
    const before = (await graph.audit.entries()).length;
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(await officeHeaders()) },
      body: `{"query":"${query}","variables":{"input":${JSON.stringify(input)},"junk":${junk}}}`,
    });
    const { data } = (await response.json()) as { data?: object | null };
    const wasMade = await persons(
      "dispatch",
      "official",
      "SELECT id FROM official WHERE personnel_number = 'A-JUNK'",
    );
    const entries = (await graph.audit.entries()).slice(before);
    expect(entries.map((entry) => entry.persons)).toEqual(data ? [wasMade] : []);
    expect(wasMade).toHaveLength(data ? 1 : 0);
  });

  it("holds nothing of what is public, asked without running, or refused", async () => {
    const before = (await graph.audit.entries()).length;
    await graph.execute("{ fiscalYear(year: 2023) { dispatchFigures { totalCount } } }");
    await graph.execute("{ officials { nodes { name } } }", {}, { "graph-dry-run": "1" });
    const refused = await graph.execute(
      "{ officials { nodes { name } } }",
      {},
      await callerHeaders("analyst"),
    );
    expect(refused.errors.map(({ extensions }) => extensions?.["code"])).toEqual(["FORBIDDEN"]);
    const silent = { ...(await officeHeaders()), "graph-purpose": undefined };
    const purposeless = await graph.execute("{ officials { nodes { name } } }", {}, silent);
    expect(purposeless.errors.map(({ extensions }) => extensions?.["code"])).toEqual([
      "PURPOSE_REQUIRED",
    ]);
    expect(await graph.audit.entries()).toHaveLength(before);
  });

  it("is intact after twenty callers at once, and says where it is not", async () => {
    const folder = await mkdtemp(join(testPostgres().folder, "checkpoints-"));
    const checkpoint = join(folder, "checkpoint.json");
    const before = (await graph.audit.entries()).length;
    const writers = Array.from({ length: 20 }, async (_, index) => {
      const query = `query Look${index} { officials(first: 1) { nodes { name } } }`;
      for (let round = 0; round < 3; round += 1) await graph.execute(query);
    });
    await Promise.all(writers);
    expect(await graph.audit.entries()).toHaveLength(before + 60);
    expect(await audit("verify")).toEqual({
      output: expect.stringMatching(/: intact\n$/),
      code: 0,
    });
    await writeFile(checkpoint, (await audit("checkpoint")).output);
    expect((await audit("verify", "--checkpoint", checkpoint)).code).toBe(0);

    const seq = before + 30;
    const client = new Client({ connectionString: graph.audit.adminUrl });
    await client.connect();
    try {
      await client.query("SET session_replication_role = replica");
      await client.query("DELETE FROM audit_entry WHERE seq = $1", [seq]);
    } finally {
      await client.end();
    }
    const { output, code } = await audit("verify", "--checkpoint", checkpoint);
    expect(code).toBe(1);
    expect(output).toContain(String(seq));
    expect(output).toMatch(/NOT INTACT\n$/);
  });
});
