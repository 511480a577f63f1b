import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { composeServices } from "@apollo/composition";
import { type GraphQLFormattedError, parse, print, visit } from "graphql";
import pino from "pino";
import type { GatewaySettings } from "../../../gateway/env";
import { formatManifest } from "../../../gateway/operations/manifest";
import { type RunningGateway, startGateway } from "../../../gateway/start-gateway";
import { accessDirective } from "../../../subgraphs/kit/access/access-policy";
import { currentRequest, type SubgraphCall } from "../../../subgraphs/kit/request-scope";
import { testKeys } from "../../support/assertions";
import { officeHeaders, testIssuer, type TestHeaders } from "../../support/identity";
import { patience } from "../../support/patience";
import { sentHeaders } from "../../support/post-graphql";
import { patientBudgets } from "../../support/budgets";
import { cloneAuditDatabase, type TestAuditDatabase } from "../../support/audit-database";
import { TestSubgraph, type TestSubgraphDefinition } from "./test-subgraph";

/** What the gateway answered, and what it did for it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The whole body, as it was sent. */
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into data whose shape their query gives
  readonly data: any;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions: unknown;
  /** The subgraphs asked, as the request's log line says. */
  readonly calls: readonly SubgraphCall[];
}

/** How a test asks. */
export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly headers?: TestHeaders;
  /** Aborts when the caller waits no longer. */
  readonly signal?: AbortSignal;
}

type LogLine = Readonly<Record<string, unknown>>;

/** A gateway in front of subgraphs made for a test, all of them on real HTTP. */
export class TestGraph {
  readonly log: LogLine[] = [];
  readonly supergraphPath: string;
  /** Where the operations registered for apps are: none, unless a test writes some before. */
  readonly operationsManifest: string;
  private gateway: RunningGateway | undefined;

  private constructor(
    readonly subgraphs: ReadonlyMap<string, TestSubgraph>,
    /** Where the gateway records changes and reads of personal data, unless its settings say otherwise. */
    readonly audit: TestAuditDatabase,
    private readonly folder: string,
  ) {
    this.supergraphPath = path.join(folder, "supergraph.graphql");
    this.operationsManifest = path.join(folder, "manifest.json");
  }

  /** Starts the subgraphs, composes them and starts the gateway. */
  static async start(
    definitions: readonly TestSubgraphDefinition[],
    settings: Partial<GatewaySettings> = {},
  ): Promise<TestGraph> {
    const subgraphs = await Promise.all(
      definitions.map((definition) => new TestSubgraph(definition).start()),
    );
    const audit = await cloneAuditDatabase();
    const folder = await mkdtemp(path.join(tmpdir(), "personnel-graph-gateway-"));
    const graph = new TestGraph(new Map(subgraphs.map((each) => [each.name, each])), audit, folder);
    await writeFile(graph.supergraphPath, composed(subgraphs));
    await writeFile(graph.operationsManifest, formatManifest([]));
    const mixin = () => {
      const { requestId, clientRequestId } = currentRequest() ?? {};
      return { requestId, clientRequestId };
    };
    const write = (line: string) => void graph.log.push(JSON.parse(line) as LogLine);
    graph.gateway = await startGateway(
      {
        HOST: "127.0.0.1",
        PORT: 0,
        LOG_LEVEL: "info",
        SUPERGRAPH_PATH: graph.supergraphPath,
        OPERATIONS_MANIFEST: graph.operationsManifest,
        SUBGRAPH_URLS: undefined,
        SUBGRAPH_TIMEOUT_MS: 60_000,
        KEPT_OPERATIONS: 1_000,
        KEPT_DOCUMENTS: 1_000,
        BODY_LIMIT_BYTES: 1_048_576,
        SHUTDOWN_GRACE_MS: 1_000,
        OPEN_SCHEMA: true,
        PAGES: false,
        SANDBOX: true,
        EXPLORER: false,
        SIGNING_KEYS_FILE: (await testKeys()).files.signing,
        BUDGETS: patientBudgets,
        QUEUE_TIMEOUT_MS: patience,
        EXPORT_PAGE_TIMEOUT_MS: patience,
        TRUSTED_PROXIES: [],
        CORS_ORIGINS: [],
        LOCAL_ISSUER: true,
        OIDC_ISSUER: (await testIssuer()).url,
        OIDC_AUDIENCE: "personnel-graph",
        OIDC_JWKS_URL: undefined,
        OIDC_ALGORITHMS: ["ES256"],
        AUDIT_DATABASE_URL: audit.writerUrl,
        PUBLIC_URL: undefined,
        CITATION_BYTES: 262_144,
        CITATION_BYTES_OF_ADDRESS: 4_194_304,
        CITATION_BYTES_A_DAY: 67_108_864,
        CITATION_BYTES_IN_ALL: 4_294_967_296,
        ...settings,
      },
      pino({ mixin }, { write }),
    );
    return graph;
  }

  get url(): string {
    return this.gateway?.url ?? "";
  }

  /** The subgraph of this name. */
  subgraph(name: string): TestSubgraph {
    const found = this.subgraphs.get(name);
    if (!found) throw new Error(`There is no test subgraph ${name}.`);
    return found;
  }

  /** Sends one operation, as a caller of every office unless the headers say otherwise, and waits until its log line is there. */
  async execute(
    query: string,
    { variables, operationName, headers, signal }: AskOptions = {},
  ): Promise<Answer> {
    const clientRequestId = headers?.["x-request-id"] ?? randomUUID();
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: sentHeaders({
        "content-type": "application/json",
        ...(await officeHeaders()),
        ...headers,
        "x-request-id": clientRequestId,
      }),
      body: JSON.stringify({ query, variables, operationName }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    const body = JSON.parse(text) as Partial<Answer>;
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: body.data,
      errors: body.errors ?? [],
      extensions: body.extensions,
      calls: await this.callsOf(clientRequestId),
    };
  }

  /** Brings every subgraph back to how it was at start. */
  async reset(): Promise<void> {
    for (const subgraph of this.subgraphs.values()) {
      await subgraph.stop();
      subgraph.interceptor = undefined;
      subgraph.readiness = () => Promise.resolve(true);
      await subgraph.start();
      subgraph.received.length = 0;
    }
  }

  async stop(): Promise<void> {
    await this.gateway?.stop();
    await Promise.all([...this.subgraphs.values()].map((subgraph) => subgraph.stop()));
    await Promise.all([rm(this.folder, { recursive: true, force: true }), this.audit.drop()]);
  }

  private async callsOf(clientRequestId: string): Promise<readonly SubgraphCall[]> {
    for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(5)) {
      const line = this.log.find(
        (each) => each["clientRequestId"] === clientRequestId && each["msg"] === "answered",
      );
      if (line) return (line["subgraphCalls"] ?? []) as readonly SubgraphCall[];
    }
    throw new Error(`The gateway logged no line for request ${clientRequestId}.`);
  }
}

function composed(subgraphs: readonly TestSubgraph[]): string {
  const result = composeServices(
    subgraphs.map(({ name, url, definition: { sdl } }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (result.errors) throw new AggregateError(result.errors, result.errors.join("\n"));
  return openToAll(result.supergraphSdl);
}

/** Lets everybody see everything without a policy of its own: these tests are of other things. */
function openToAll(supergraph: string): string {
  const [open] = parse('type Open @access(scopes: ["published"])').definitions;
  const directives = open && "directives" in open ? (open.directives ?? []) : [];
  const document = visit(parse(`${supergraph}\n${accessDirective}`), {
    ObjectTypeDefinition: (node) =>
      node.directives?.some(({ name }) => name.value === "access")
        ? undefined
        : { ...node, directives: [...(node.directives ?? []), ...directives] },
    FieldDefinition: (node, _key, _siblings, _path, ancestors) => {
      const parent = ancestors.at(-1);
      const isMutation = parent && "name" in parent && parent.name?.value === "Mutation";
      return isMutation
        ? { ...node, directives: [...(node.directives ?? []), ...directives] }
        : undefined;
    },
  });
  return print(document);
}
