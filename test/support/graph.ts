import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type SubgraphName, subgraphNames } from "../../gateway/local/programs";
import { ofEachArea } from "../../subgraphs/areas";
import { testKeys } from "./assertions";
import { officeHeaders, testIssuer, type TestHeaders } from "./identity";
import { patientBudgetsText } from "./budgets";
import { cloneAuditDatabase, type TestAuditDatabase } from "./audit-database";
import { demoTemplate } from "./demo-template";
import { freePort } from "./free-port";
import { onceAWorker } from "./once-a-worker";
import { patience } from "./patience";
import { type GraphqlAnswer, postGraphql } from "./post-graphql";
import { cloneDatabase, templateOf, type TestDatabase } from "./postgres";
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

/** What of a graph goes on for the next test file of this worker: its databases are then copied anew. */
interface Parts {
  readonly subgraphs: Readonly<Record<SubgraphName, Program>>;
  readonly databases: Readonly<Record<SubgraphName, TestDatabase>>;
  readonly audit: TestAuditDatabase;
  /** As it is without variables of its own, once it has been wanted. */
  gateway?: Program;
}

/**
 * Starts the whole graph on free ports, or takes the processes of one that an earlier test file has left as they were
 * started. The databases are new copies either way.
 */
export async function startTestGraph({
  demo = false,
  gatewayVariables,
}: TestGraphOptions = {}): Promise<TestGraph> {
  const parts = await takeParts(demo);
  const { subgraphs, databases, audit } = parts;
  const gateway = gatewayVariables
    ? await newGateway(parts, gatewayVariables)
    : (parts.gateway ??= await newGateway(parts));
  try {
    const programs = [gateway, ...Object.values(subgraphs)];
    await Promise.all(programs.map((program) => program.ready()));
  } catch (error) {
    await Promise.all([gateway.stop(), end(parts)]);
    throw error;
  }
  return {
    url: gateway.url,
    gateway,
    subgraphs,
    databases,
    audit,
    execute: async <Data>(query: string, variables = {}, headers = {}) => {
      const requestId = randomUUID();
      const kills = ofEachArea((_area, name) => subgraphs[name].kills);
      const answer = await postGraphql<Data>(gateway.url, query, variables, {
        ...(await officeHeaders()),
        ...headers,
        "x-request-id": requestId,
      });
      checkCost(answer, query);
      const { subgraphCalls: calls = [] } = await gateway.answered(requestId);
      return Object.assign(answer, {
        calls,
        statements: await statementsOf(subgraphs, calls, requestId, kills),
      });
    },
    stop: async () => {
      if (gateway !== parts.gateway) await gateway.stop();
      await leave(parts);
    },
  };
}

/** The graphs that test files have left. */
const left = () => onceAWorker<Parts[]>("graphs", () => []);

async function takeParts(demo: boolean): Promise<Parts> {
  const templates = await Promise.all(
    subgraphNames.map(
      async (name) => [name, demo ? await demoTemplate(name) : templateOf(name)] as const,
    ),
  );
  const parts = left().pop();
  if (!parts) return newParts(templates);
  await Promise.all([
    parts.audit.renew(),
    ...templates.map(([name, template]) => parts.databases[name].renew(template)),
  ]);
  for (const program of programsOf(parts)) program.forget();
  return parts;
}

async function newParts(templates: readonly (readonly [SubgraphName, string])[]): Promise<Parts> {
  const cloned = await Promise.all(
    templates.map(async ([name, template]) => [name, await cloneDatabase(name, template)] as const),
  );
  const { files } = await testKeys();
  const started = await Promise.all(
    cloned.map(async ([name, { appUrl }]) => {
      const environment = {
        DATABASE_URL: appUrl,
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
  return {
    subgraphs: Object.fromEntries(started) as Record<SubgraphName, Program>,
    databases: Object.fromEntries(cloned) as Record<SubgraphName, TestDatabase>,
    audit: await cloneAuditDatabase(),
  };
}

async function newGateway(
  { subgraphs, audit }: Parts,
  variables: TestGraphOptions["gatewayVariables"] = {},
): Promise<Program> {
  const { files } = await testKeys();
  const urls = Object.entries(subgraphs).map(([name, { url }]) => `${name}=${url}/graphql`);
  return new Program("gateway/main.js", await freeUrl(), {
    SUBGRAPH_URLS: urls.join(","),
    SUBGRAPH_TIMEOUT_MS: "10000",
    SIGNING_KEYS_FILE: files.signing,
    BUDGETS: patientBudgetsText,
    OIDC_ISSUER: (await testIssuer()).url,
    LOCAL_ISSUER: "true",
    AUDIT_DATABASE_URL: audit.writerUrl,
    ...variables,
  });
}

function programsOf({ subgraphs, gateway }: Parts): Program[] {
  return [...(gateway ? [gateway] : []), ...Object.values(subgraphs)];
}

/** Leaves a graph to the next test file, unless one is left already or one of its processes was ended. */
async function leave(parts: Parts): Promise<void> {
  const isGood = programsOf(parts).every((program) => program.isAsStarted);
  if (isGood && left().length === 0) left().push(parts);
  else await end(parts);
}

async function end(parts: Parts): Promise<void> {
  await Promise.all(programsOf(parts).map((program) => program.stop()));
  const databases = [parts.audit, ...Object.values(parts.databases)];
  await Promise.all(databases.map((database) => database.drop()));
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

async function statementsOf(
  subgraphs: Readonly<Record<SubgraphName, Program>>,
  calls: GraphAnswer<unknown>["calls"],
  requestId: string,
  kills: Readonly<Record<SubgraphName, number>>,
): Promise<GraphAnswer<unknown>["statements"]> {
  const statements = ofEachArea<string[]>(() => []);
  for (const name of subgraphNames) {
    const reached = calls.filter((call) => call.subgraph === name && !("error" in call)).length;
    for (const deadline = Date.now() + patience; ; await delay(5)) {
      // One that was not let in sealed is signed and sent again, under the same id.
      const lines = subgraphs[name].ofRequest(requestId).filter(({ status }) => status === 200);
      if (lines.length >= reached || subgraphs[name].kills > kills[name]) break;
      if (Date.now() > deadline) throw new Error(`${name} logged no answer to ${requestId}`);
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
