import type {
  LoadedGraph,
  MakeExecutor,
  OperationAnswer,
  OperationExecutor,
  OperationRequest,
} from "../planning/operation-executor";
import type { AskSubgraph } from "../transport/subgraph";
import { CompiledOperation } from "./compiled-operation";
import { joinSteps } from "./join-steps";
import { orderChanges } from "./order-changes";
import { PlanCache } from "./plan-cache";
import { planSteps, UnsupportedPlan } from "./plan-steps";
import { selectOperation } from "./selected-operation";
import { prepareStep } from "./step";
import { TypeConditions } from "./type-conditions";

/** What an executor asks, and how much it keeps. */
export interface CompiledExecutorOptions {
  /** By name. Read when an operation is prepared. */
  readonly subgraphs: ReadonlyMap<string, AskSubgraph>;
  /** How many operations are kept prepared. */
  readonly keptOperations: number;
}

/** Makes an executor that prepares each operation once, and leaves what it does not support to the library. */
export function compiledExecutor(options: CompiledExecutorOptions): MakeExecutor {
  return (graph) => new CompiledExecutor(graph, options);
}

class CompiledExecutor implements OperationExecutor {
  private readonly kept: PlanCache<CompiledOperation | "unsupported">;
  private readonly types: TypeConditions;

  constructor(
    private readonly graph: LoadedGraph,
    private readonly options: CompiledExecutorOptions,
  ) {
    this.kept = new PlanCache(options.keptOperations);
    this.types = new TypeConditions(graph.supergraphSchema);
  }

  /** Decides by the plan alone who executes an operation, so that nothing is asked twice. */
  async execute(request: OperationRequest): Promise<OperationAnswer> {
    const { operation, queryHash, context } = request;
    const key = `${queryHash} ${operation.name?.value ?? ""}`;
    const prepared = this.kept.get(key, () => this.prepare(request));
    return prepared === "unsupported"
      ? this.graph.library.execute(request)
      : prepared.execute(request.request.variables, context);
  }

  private prepare({ document, operation }: OperationRequest): CompiledOperation | "unsupported" {
    const { schema, plan } = this.graph;
    const { subgraphs } = this.options;
    const name = operation.name?.value;
    try {
      const selected = selectOperation(document, name);
      const steps = joinSteps(planSteps(plan(document, name))).map(({ fetch, ...step }) => ({
        ...step,
        fetch: { ...fetch, operation: orderChanges(fetch.operation, selected.operation) },
      }));
      const prepared = steps.map((step) => prepareStep(step, subgraphs, this.types));
      return new CompiledOperation(schema, selected, prepared);
    } catch (error) {
      if (error instanceof UnsupportedPlan) return "unsupported";
      throw error;
    }
  }
}
