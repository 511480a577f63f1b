import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { type SubgraphName, subgraphNames } from "../../gateway/local/programs";
import { ofEachArea } from "../../subgraphs/areas";
import { testKeys } from "./assertions";
import { officeHeaders, testIssuer, type TestHeaders } from "./identity";
import { patientBudgetsText } from "./budgets";
import { cloneAuditDatabase, type TestAuditDatabase } from "./audit-database";
import { freePort } from "./free-port";
import { type GraphqlAnswer, postGraphql } from "./post-graphql";
import { cloneDatabase, type TestDatabase } from "./postgres";
import { type LogLine, Program } from "./program";

/** An answer of the whole graph, with what it cost. */
export interface GraphAnswer<Data> extends GraphqlAnswer<Data> {
  /** The gateway's requests to subgraphs. */
  readonly calls: NonNullable<LogLine["subgraphCalls"]>;
  /** Tags of the SQL statements of each subgraph, sorted. */
  readonly statements: Readonly<Record<SubgraphName, string[]>>;
}

/** The gateway and the four subgraphs as five processes, each subgraph with a loaded database of its own. */
export interface TestGraph {
  readonly url: string;
  readonly gateway: Program;
  readonly subgraphs: Readonly<Record<SubgraphName, Program>>;
  readonly databases: Readonly<Record<SubgraphName, TestDatabase>>;
  /** Where the gateway records changes and reads of personal data. */
  readonly audit: TestAuditDatabase;
  /** Asks as a caller of every office, who says what for, unless the headers say otherwise. */
  execute<Data = Record<string, unknown>>(
    query: string,
    variables?: object,
    headers?: TestHeaders,
  ): Promise<GraphAnswer<Data>>;
  stop(): Promise<void>;
}

/** How a graph is started. */
export interface TestGraphOptions {
  /** With the synthetic records of the local stack. */
  readonly demo?: boolean;
  /** Variables of the gateway's process besides those every graph needs. */
  readonly gatewayVariables?: Readonly<Record<string, string>>;
}

/** Starts the whole graph on free ports. */
export async function startTestGraph({
  demo = false,
  gatewayVariables = {},
}: TestGraphOptions = {}): Promise<TestGraph> {
  const cloned = await Promise.all(
    subgraphNames.map(async (name) => [name, await cloneDatabase(name)] as const),
  );
  const audit = await cloneAuditDatabase();
  const databases = Object.fromEntries(cloned) as Record<SubgraphName, TestDatabase>;
  if (demo) await Promise.all(cloned.map(([name, database]) => loadDemo(name, database)));
  const { files } = await testKeys();
  const started = await Promise.all(
    subgraphNames.map(async (name) => {
      const environment = {
        DATABASE_URL: databases[name].appUrl,
        DATABASE_POOL_SIZE: "4",
        GATEWAY_KEYS_FILE: files.public,
        CURSOR_KEYS_FILE: files.cursor,
      };
      return [
        name,
        new Program(`subgraphs/${name}/main.js`, await freeUrl(), environment),
      ] as const;
    }),
  );
  const subgraphs = Object.fromEntries(started) as Record<SubgraphName, Program>;
  const gateway = new Program("gateway/main.js", await freeUrl(), {
    SUBGRAPH_URLS: started.map(([name, { url }]) => `${name}=${url}/graphql`).join(","),
    SUBGRAPH_TIMEOUT_MS: "5000",
    SIGNING_KEYS_FILE: files.signing,
    BUDGETS: patientBudgetsText,
    OIDC_ISSUER: (await testIssuer()).url,
    AUDIT_DATABASE_URL: audit.writerUrl,
    ...gatewayVariables,
  });
  await Promise.all([gateway, ...Object.values(subgraphs)].map((program) => program.ready()));
  return {
    url: gateway.url,
    gateway,
    subgraphs,
    databases,
    audit,
    execute: async <Data>(query: string, variables = {}, headers = {}) => {
      const requestId = randomUUID();
      const answer = await postGraphql<Data>(gateway.url, query, variables, {
        ...(await officeHeaders()),
        ...headers,
        "x-request-id": requestId,
      });
      checkCost(answer, query);
      const { subgraphCalls: calls = [] } = await gateway.answered(requestId);
      return Object.assign(answer, {
        calls,
        statements: await statementsOf(subgraphs, calls, requestId),
      });
    },
    stop: async () => {
      await Promise.all([gateway, ...Object.values(subgraphs)].map((program) => program.stop()));
      await Promise.all([audit, ...Object.values(databases)].map((database) => database.drop()));
    },
  };
}

/** An operation that could cost less than it did has been estimated wrongly, whatever else the test is about. */
function checkCost({ extensions, ran }: GraphqlAnswer<unknown>, query: string): void {
  const { cost } = extensions as { cost?: { estimated: number; actual?: number; limit: number } };
  if (!cost) {
    if (ran) throw new Error(`An answer without its cost: ${query}`);
    return;
  }
  if (cost.actual !== undefined && cost.actual > cost.estimated) {
    throw new Error(`Estimated ${cost.estimated}, cost ${cost.actual}: ${query}`);
  }
}

/** Fills a database with synthetic records, as the owner of its tables. */
async function loadDemo(name: SubgraphName, { ownerUrl }: TestDatabase): Promise<void> {
  const program = join(__dirname, "..", "..", "dist", "subgraphs", name, "demo", "main.js");
  await promisify(execFile)(process.execPath, [program], {
    env: { ...process.env, OWNER_DATABASE_URL: ownerUrl },
  });
}

async function statementsOf(
  subgraphs: Readonly<Record<SubgraphName, Program>>,
  calls: GraphAnswer<unknown>["calls"],
  requestId: string,
): Promise<GraphAnswer<unknown>["statements"]> {
  const statements = ofEachArea<string[]>(() => []);
  for (const name of subgraphNames) {
    const reached = calls.filter((call) => call.subgraph === name && !("error" in call)).length;
    for (const deadline = Date.now() + 2_000; Date.now() < deadline; await delay(5)) {
      if (subgraphs[name].ofRequest(requestId).length >= reached) break;
    }
    statements[name] = subgraphs[name]
      .ofRequest(requestId)
      .flatMap((line) => line.statements ?? [])
      .sort();
  }
  return statements;
}

async function freeUrl(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}`;
}
