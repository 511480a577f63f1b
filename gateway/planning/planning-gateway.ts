import { ApolloGateway, type GatewayConfig } from "@apollo/gateway";
import { operationFromDocument } from "@apollo/federation-internals";
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { QueryPlan } from "./query-plan";
import type {
  LoadedGraph,
  MakeExecutor,
  OperationAnswer,
  OperationExecutor,
  OperationRequest,
} from "./operation-executor";
import { changesInOrder } from "./changes-in-order";
import {
  hashOf,
  type Outline,
  plannableOperation,
  type PlannableOperation,
} from "./plannable-operation";
import { restoreAnswer } from "./restore-answer";
import { SchemaAnswers } from "./schema-answers";

/** A request as Apollo Server gives it to the library. */
type LibraryRequest = Parameters<ApolloGateway["executor"]>[0];

/** Such a request, with the context that ours have. */
type OurRequest = LibraryRequest & OperationRequest;

/**
 * A gateway that answers every valid document. Names that the planner would confuse with its own are replaced before
 * planning and restored in the answer. Introspection is answered by graphql-js, which supports more of it than the
 * planner.
 */
export class PlanningGateway extends ApolloGateway {
  private readonly known = new WeakMap<OperationDefinitionNode, PlannableOperation>();
  private answerOf: OperationExecutor["execute"] | undefined;

  /**
   * Makes one that has no schema yet.
   * @param fieldNames - those of all types that are planned over
   * @param makeExecutor - makes what executes the operations that are planned
   */
  constructor(
    config: GatewayConfig,
    private readonly fieldNames: ReadonlySet<string>,
    private readonly makeExecutor: MakeExecutor,
  ) {
    super(config);
  }

  /** Loads the schema. */
  override async load(options?: Parameters<ApolloGateway["load"]>[0]): Promise<{
    schema: GraphQLSchema;
    executor: (request: LibraryRequest) => Promise<OperationAnswer>;
  }> {
    const { schema, executor: execute } = await super.load(options);
    // Apollo Server says more of a request than an executor may rely on; the library gets all of it.
    const library: OperationExecutor = {
      execute: (request) => execute(request as OurRequest),
    };
    const planner = this.planner();
    const executor = this.makeExecutor({ library, ...planner });
    const answers = new SchemaAnswers(schema);
    this.answerOf = (request) =>
      this.answer(withChangesInOrder(request, planner.schema), executor, answers);
    return { schema, executor: (request) => this.execute(request as OurRequest) };
  }

  /** Executes an operation once the schema is loaded, for whoever needs nothing else of Apollo Server. */
  async execute(request: OperationRequest): Promise<OperationAnswer> {
    if (!this.answerOf) throw new Error("Expected a schema that is loaded.");
    return this.answerOf(request);
  }

  /** The library's planner. It has no other name for what it gives out of itself. */
  private planner(): Omit<LoadedGraph, "library"> {
    const { queryPlanner } = this.__testing();
    if (!queryPlanner) throw new Error("Expected a schema that is loaded.");
    const { supergraph } = queryPlanner;
    const apiSchema = supergraph.apiSchema();
    const plan = (document: DocumentNode, operationName: string | undefined): QueryPlan =>
      queryPlanner.buildQueryPlan(
        operationFromDocument(
          apiSchema,
          document,
          operationName === undefined ? {} : { operationName },
        ),
      );
    return {
      plan,
      schema: apiSchema.toGraphQLJSSchema(),
      supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    };
  }

  private async answer(
    request: OperationRequest,
    executor: OperationExecutor,
    answers: SchemaAnswers,
  ): Promise<OperationAnswer> {
    const { planned, outline, originals, variables } = this.plannable(request);
    // Before any subgraph is asked: it may be refused.
    const ofSchema = outline && answers.answer(outline.document, request.request.variables);
    const answer = planned
      ? restoreAnswer(
          await executor.execute({ ...request, ...planned, request: renamed(request, variables) }),
          originals,
        )
      : { data: {} };
    return outline && ofSchema ? outlined(answer, outline, ofSchema) : answer;
  }

  private plannable(request: OperationRequest): PlannableOperation {
    const known = this.known.get(request.operation);
    if (known) return known;
    const made = plannableOperation(request, request.operation, this.fieldNames);
    this.known.set(request.operation, made);
    return made;
  }
}

/** The order can depend on the variables, so this is made anew for each request. It is rarely needed. */
function withChangesInOrder(request: OperationRequest, schema: GraphQLSchema): OperationRequest {
  const inOrder = changesInOrder(schema, request, request.request.variables);
  return inOrder ? { ...request, ...inOrder, queryHash: hashOf(inOrder.document) } : request;
}

function renamed(
  { request }: OperationRequest,
  names: PlannableOperation["variables"],
): OperationRequest["request"] {
  const { variables } = request;
  if (names.size === 0 || !variables) return request;
  const given = Object.entries(variables).map(
    ([name, value]) => [names.get(name) ?? name, value] as const,
  );
  return { ...request, variables: Object.fromEntries<unknown>(given) };
}

/** The whole answer in the caller's order: introspection, and what was planned. */
function outlined(
  answer: OperationAnswer,
  { own }: Outline,
  { data: top, errors }: ExecutionResult,
): OperationAnswer {
  if (!answer.data) return answer;
  if (!top) return { ...answer, data: null, errors: [...(answer.errors ?? []), ...(errors ?? [])] };
  const planned: Readonly<Record<string, unknown>> = answer.data;
  const data = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(top)) data[name] = own.has(name) ? top[name] : planned[name];
  return { ...answer, data };
}
