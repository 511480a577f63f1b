import { GraphQLError, type GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import type { OperationAnswer } from "../planning/operation-executor";
import { type CompletedData, completeByRules } from "./complete-by-rules";
import type { MergedAnswer } from "./merged-answer";
import { Misfit } from "./misfit";
import { type Project, projectionOf } from "./projection";
import { runSteps } from "./run-steps";
import {
  type ConditionValues,
  Conditions,
  type SelectedOperation,
} from "../planning/selected-operation";
import type { Step } from "./step";
import { atShownPlace } from "./shown-place";
import { lacksFields } from "./lacks-fields";
import { unreported } from "./unreported";

/** How many projections of one operation are kept: one for each way in which its conditions were decided. */
const mostProjections = 16;

/** An operation that is planned and prepared, to be executed for any variables. */
export class CompiledOperation {
  private readonly conditions: Conditions;
  private readonly projections = new Map<string, Project>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selected: SelectedOperation,
    private readonly steps: readonly Step[],
  ) {
    this.conditions = new Conditions(selected);
  }

  /** Asks the subgraphs, and makes one answer of theirs. */
  async execute(
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): Promise<OperationAnswer> {
    const conditions = this.conditions.valuesIn(variables);
    const merged = await runSteps(this.steps, { variables, conditions, context });
    try {
      const data = this.projectionFor(conditions)(merged.data) as Record<string, unknown>;
      return answerOf(merged, { data, errors: [] });
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      // Something is missing, or does not fit the schema.
      return answerOf(merged, completeByRules(this.schema, this.selected, variables, merged.data));
    }
  }

  private projectionFor(conditions: ConditionValues): Project {
    const key = Object.values(conditions).join();
    const known = this.projections.get(key);
    if (known) return known;
    if (this.projections.size >= mostProjections) this.projections.clear();
    const made = projectionOf(this.schema, this.selected, conditions);
    this.projections.set(key, made);
    return made;
  }
}

function answerOf(
  { data: merged, errors, nameless }: MergedAnswer,
  { data, errors: found }: CompletedData,
): OperationAnswer {
  const missing = nameless
    .filter((path) => lacksFields(merged, data, path))
    .map((path) => new GraphQLError(withoutName, { path }));
  const misfits = missing.length > 0 ? [...found, ...unreported(missing, found)] : found;
  const valueCompletion = misfits.length > 0 ? unreported(misfits, errors) : misfits;
  return {
    data,
    ...(errors.length > 0 && { errors: errors.map((error) => atShownPlace(error, data)) }),
    ...(valueCompletion.length > 0 && { extensions: { valueCompletion } }),
  };
}

const withoutName = "A part is missing by which other subgraphs know this object.";
