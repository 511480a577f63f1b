import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type DocumentNode, Kind, parse, visit } from "graphql";
import { apiSchema } from "../../../../schema/api-schema";
import { parseBudgets } from "../../../../gateway/limits/budgets";
import { roles } from "../../../../gateway/access/roles";
import type { Budgets } from "../../../../gateway/limits/budgets";
import type { ErrorCode } from "../../../../subgraphs/kit/errors";
import { officeHeaders } from "../../../support/identity";
import { postGraphql } from "../../../support/post-graphql";
import { TestGraph } from "../test-graph";
import type { Answer } from "./compare";
import { type MemberSdl, readMember } from "./federation";
import { FederationFacts } from "./field-facts";
import { canonical } from "./hash";
import { type Operation, Reference } from "./reference";
import type { ResponseFault } from "./response-fault";
import { faulty } from "./response-faults";
import type { Call, Run } from "./run";
import { StandIn } from "./stand-in";
import { type FieldFault, World } from "./world";

/** What goes wrong while an operation is answered. */
export interface Faults {
  readonly fields?: readonly FieldFault[];
  readonly responses?: readonly ResponseFault[];
}

/** An answer, and what the subgraphs were asked for it. */
export interface RunAnswer extends Answer {
  readonly run: Run;
}

/** Enough for any operation: limits are tested elsewhere. */
const boundless = parseBudgets(
  JSON.stringify(
    Object.fromEntries(
      roles.map((role) => [
        role,
        {
          ...{ cost: Number.MAX_SAFE_INTEGER, depth: 100, aliases: 1e4, directives: 1e4 },
          ...{ fields: 1e6, tokens: 2e4 },
          ...{ requestsPerMinute: 1e6, requestsAtOnce: 100, places: 100 },
        },
      ]),
    ),
  ),
) as Budgets;

/** A gateway in front of stand-ins for the subgraphs of a federation, and the schema that knows everything. */
export class FuzzedGraph {
  readonly reference: Reference;
  private readonly runs = new Map<string, Run>();

  private constructor(
    readonly graph: TestGraph,
    readonly facts: FederationFacts,
  ) {
    this.reference = new Reference(facts);
  }

  /** Starts the gateway and the stand-ins, each on a port of its own. */
  static async start(members: readonly MemberSdl[]): Promise<FuzzedGraph> {
    const definitions = members.map((member) => ({ ...member, resolvers: {} }));
    const graph = await TestGraph.start(definitions, {
      BUDGETS: boundless,
      SUBGRAPH_TIMEOUT_MS: 10_000,
    });
    const schema = apiSchema(readFileSync(graph.supergraphPath, "utf8"));
    const facts = new FederationFacts(schema, members.map(readMember));
    const fuzzed = new FuzzedGraph(graph, facts);
    for (const member of facts.members) fuzzed.standIn(member.name, new StandIn(member));
    return fuzzed;
  }

  stop(): Promise<void> {
    return this.graph.stop();
  }

  /** Asks the gateway; once more where the machine is too busy for a change to be recorded in time. */
  async ask(operation: Operation, faults: Faults = {}): Promise<RunAnswer> {
    for (;;) {
      const answer = await this.askOnce(operation, faults);
      const isRecorded = answer.errors.every(
        ({ extensions }) => extensions?.["code"] !== ("AUDIT_UNAVAILABLE" satisfies ErrorCode),
      );
      if (isRecorded) return answer;
    }
  }

  private async askOnce({ query, variables }: Operation, faults: Faults): Promise<RunAnswer> {
    const world = new World(this.facts, faults.fields);
    const run: Run = {
      world,
      faults: faults.responses ?? [],
      calls: [],
      changes: [],
      problems: [],
    };
    const id = randomUUID();
    this.runs.set(id, run);
    try {
      const headers = { ...(await headersOfAll()), "x-request-id": id };
      const { text } = await postGraphql(this.graph.url, query, variables, headers);
      const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer>;
      return { data, errors, run };
    } finally {
      this.runs.delete(id);
    }
  }

  private standIn(name: string, standIn: StandIn): void {
    this.graph.subgraph(name).interceptor = async (request, reply) => {
      const run = this.runs.get(String(request.headers["x-request-id"]));
      if (!run) return reply.status(404).send("Nobody asks.");
      const { query, variables = {} } = request.body as Partial<Operation> &
        Pick<Operation, "query">;
      const index = run.calls.filter(({ subgraph }) => subgraph === name).length;
      const given = variables["representations"];
      const representations = Array.isArray(given) ? (given as readonly unknown[]) : undefined;
      const call: Call = { subgraph: name, query, representations };
      run.calls.push(call);
      run.problems.push(...problemsOf(call));
      const answer = await standIn.answer(query, variables, run);
      const isOfThis = (fault: ResponseFault) => fault.subgraph === name && fault.call === index;
      const sent = faulty(answer, run.faults.find(isOfThis));
      if (sent !== "connection ends") {
        return reply.status(sent.status).type("application/json").send(sent.body);
      }
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "application/json", "content-length": 100 });
      reply.raw.write('{"data":', () => reply.raw.destroy());
      return reply;
    };
  }
}

let headers: Promise<Record<string, string>> | undefined;

function headersOfAll(): Promise<Record<string, string>> {
  headers ??= officeHeaders();
  return headers;
}

/** What is wrong with how a subgraph is asked: entities more than once, or with more than one list of them. */
function problemsOf({ subgraph, query, representations = [] }: Call): string[] {
  const texts = representations.map(canonical);
  const isTwice = new Set(texts).size < texts.length;
  const lists = entityLists(parse(query, { noLocation: true }));
  return [
    ...(isTwice
      ? [`${subgraph} was asked for an entity twice in one request: ${texts.join(" ")}`]
      : []),
    ...(lists > 1 ? [`${subgraph} was asked for _entities ${lists} times in one request`] : []),
  ];
}

function entityLists(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === "_entities") count += 1;
    },
    FragmentDefinition: () => false,
    [Kind.DIRECTIVE]: () => false,
  });
  return count;
}
