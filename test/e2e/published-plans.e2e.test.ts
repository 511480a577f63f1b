import { Client } from "pg";
import type { DataSource } from "typeorm";
import { cooperation } from "../../subgraphs/cooperation/cooperation";
import {
  eventsOfCountry,
  eventsOfFiscalYear,
  networkEvents,
} from "../../subgraphs/cooperation/event/network-event.list";
import { networkMemberships } from "../../subgraphs/cooperation/membership/network-membership.list";
import { today } from "../../subgraphs/kit/clock";
import { Cursors } from "../../subgraphs/kit/connection/cursor";
import type { Page } from "../../subgraphs/kit/connection/page";
import { createDataSource } from "../../subgraphs/kit/database/data-source";
import { recordingDatabase } from "../../subgraphs/kit/database/recording-database.fixture";
import { roleOf } from "../../subgraphs/kit/database/provision";
import { asRole, readerRole } from "../../subgraphs/kit/database/reader-role";
import { RequestContext } from "../../subgraphs/kit/request/request-context";
import { cloneDatabase, type TestDatabase } from "../support/postgres";
import { testCaller } from "../support/assertions";
import { vacuum } from "../support/vacuum";

const records = 50_000;

/** Beside what was published: an event a row with two participants, and a membership of two years a row. */
const fill = `
INSERT INTO network_event (id, network_code, kind, edition, title, starts_on, starts_earliest, starts_latest, fiscal_year, country_code, synthetic)
SELECT 'synthetic-' || n, 'CJK_PPN', 'SYMPOSIUM', NULL, 'Event ' || n, d::text, d, d,
  extract(year FROM d - interval '3 months')::integer, (ARRAY['JP', 'KR', 'CN'])[1 + n % 3], true
FROM generate_series(1, ${records}) n, LATERAL (SELECT date '1995-04-01' + n % 12000 AS d) days;
INSERT INTO network_event_participation (event_id, country_code, position, synthetic)
SELECT 'synthetic-' || n, c, 0, true FROM generate_series(1, ${records}) n, unnest(ARRAY['FR', 'DE']) c;
ALTER TABLE network_membership DROP CONSTRAINT one_membership_a_country_and_day;
INSERT INTO network_membership (id, network_code, country_code, role, first_day, end_day, synthetic)
SELECT 'synthetic-' || n, 'CJK_PPN', 'FR', 'OBSERVER', d, d + 730, true
FROM generate_series(1, ${records}) n, LATERAL (SELECT date '1995-04-01' + n % 12000 AS d) days;`;

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly Plan[];
}

let test: TestDatabase;
let office: DataSource;
let everybody: DataSource;
beforeAll(async () => {
  test = await cloneDatabase("cooperation");
  const owner = new Client({ connectionString: test.ownerUrl });
  await owner.connect();
  await owner.query(fill);
  await vacuum(owner, ["network_event", "network_event_participation", "network_membership"]);
  await owner.end();
  const open = (url: string) =>
    createDataSource({
      url,
      applicationName: "test",
      poolSize: 1,
      entities: cooperation.entities,
    }).initialize();
  office = await open(test.appUrl);
  everybody = await open(asRole(test.appUrl, readerRole(roleOf(test.appUrl), "published")));
});
afterAll(async () => {
  await office.destroy();
  await everybody.destroy();
  await test.drop();
});

/** Every statement that `ask` sends, with how PostgreSQL answers it. */
async function plansOf(
  database: DataSource,
  ask: (context: RequestContext) => Page<object>,
): Promise<{ scans: string[]; blocks: number }> {
  const answers: { Plan: Plan & { "Shared Hit Blocks": number; "Shared Read Blocks": number } }[] =
    [];
  const explaining = recordingDatabase(database, async (sql, values) => {
    const [row] = await database.query<{ "QUERY PLAN": typeof answers }[]>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
      values,
    );
    answers.push(...(row?.["QUERY PLAN"] ?? []));
  });
  const cursors = new Cursors([Buffer.alloc(32)], { subgraph: "test", attributes: {} });
  const page = ask(new RequestContext(explaining, {}, testCaller(), today(), { cursors }));
  await Promise.all([page.read(), page.countAll()]);
  return {
    scans: answers.flatMap(({ Plan: plan }) => scansOf(plan)),
    blocks: Math.max(
      ...answers.map(({ Plan: plan }) => plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]),
    ),
  };
}

function scansOf(plan: Plan): string[] {
  const own =
    plan["Index Name"] ??
    (plan["Node Type"] === "Seq Scan" ? `all of ${plan["Relation Name"] ?? ""}` : undefined);
  return [...(own === undefined ? [] : [own]), ...(plan.Plans ?? []).flatMap(scansOf)];
}

const asked: readonly {
  readonly what: string;
  readonly ask: (context: RequestContext) => Page<object>;
  /** How many blocks the page and its count may touch. */
  readonly office: number;
  readonly everybody: number;
}[] = [
  {
    what: "all events",
    ask: (context) => networkEvents.list.page(context, { first: 50 }),
    office: 200,
    everybody: 40,
  },
  {
    what: "the events of a fiscal year",
    ask: (context) => eventsOfFiscalYear.pageOf(context, 2014, { first: 50 }),
    office: 200,
    everybody: 60,
  },
  {
    what: "events by a word of their title, which no index serves",
    ask: (context) => {
      const filter = { title: { contains: "symposium" } };
      return networkEvents.list.page(context, { first: 50, filter });
    },
    office: Infinity,
    everybody: 40,
  },
  {
    what: "the memberships that hold on a day",
    ask: (context) => networkMemberships.list.page(context, { first: 50, asOf: "2014-04-01" }),
    office: 400,
    everybody: 40,
  },
];

it.each(asked)(
  "$what are found by an index, by the office among all and by everybody among those published",
  async ({ ask, office: ofOffice, everybody: ofEverybody }) => {
    const [all, published] = [await plansOf(office, ask), await plansOf(everybody, ask)];
    expect(all.blocks).toBeLessThan(ofOffice);
    expect(published.blocks).toBeLessThan(ofEverybody);
    expect(published.scans.filter((scan) => scan.startsWith("all of"))).toEqual([]);
    expect(published.scans).toContainEqual(expect.stringMatching(/_published$/));
  },
);

it("the events recorded since a moment are found by when they were recorded, also by everybody", async () => {
  const updatedSince = new Date(Date.now() + 86_400_000);
  const ask = (context: RequestContext) =>
    networkEvents.list.page(context, { first: 50, updatedSince });
  for (const database of [office, everybody]) {
    const { scans, blocks } = await plansOf(database, ask);
    expect(scans).toContain("network_event_by_recording");
    expect(scans.filter((scan) => scan.startsWith("all of"))).toEqual([]);
    expect(blocks).toBeLessThan(40);
  }
});

it("the events a country takes part in cost everybody no more than the office", async () => {
  const ask = (context: RequestContext) => eventsOfCountry.pageOf(context, "FR", { first: 50 });
  const [all, published] = [await plansOf(office, ask), await plansOf(everybody, ask)];
  expect(published.blocks).toBeLessThanOrEqual(all.blocks);
});
