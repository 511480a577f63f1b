import { parse, print } from "graphql";
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
import { selectOperation } from "../planning/selected-operation";
import { conditionalPaths } from "./conditional-paths";
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

/** What is kept of an operation, and of how many characters it was made. */
interface Prepared {
  readonly value: CompiledOperation | "unsupported";
  readonly characters: number;
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
  execute(request: OperationRequest): Promise<OperationAnswer> {
    const { operation, queryHash, context } = request;
    const key = `${queryHash} ${operation.name?.value ?? ""}`;
    const prepared = this.kept.get(key, () => this.prepare(request));
    return prepared === "unsupported"
      ? this.graph.library.execute(request)
      : prepared.execute(request.request.variables, context);
  }

  private prepare({ document, operation }: OperationRequest): Prepared {
    const { schema, plan } = this.graph;
    const { subgraphs } = this.options;
    const name = operation.name?.value;
    try {
      const text = print(document);
      // Without its tokens and its source, which can be long.
      const selected = selectOperation(parse(text, { noLocation: true }), name);
      const steps = joinSteps(planSteps(plan(document, name))).map(({ fetch, ...step }) => ({
        ...step,
        fetch: { ...fetch, operation: orderChanges(fetch.operation, selected.operation) },
      }));
      const conditional = conditionalPaths(steps);
      const prepared = steps.map((step) => prepareStep(step, subgraphs, this.types, conditional));
      const characters = steps.reduce(
        (sum, { fetch }) => sum + fetch.operation.length,
        text.length,
      );
      return { value: new CompiledOperation(schema, selected, prepared), characters };
    } catch (error) {
      if (error instanceof UnsupportedPlan) return { value: "unsupported", characters: 0 };
      throw error;
    }
  }
}
