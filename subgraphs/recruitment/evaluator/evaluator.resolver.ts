import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Evaluation } from "../evaluation/evaluation";
import {
  EvaluationArguments,
  EvaluationConnection,
  evaluationsByEvaluatorId,
} from "../evaluation/evaluation.list";
import { Evaluator } from "./evaluator";
import { EvaluatorArguments, EvaluatorConnection, evaluators } from "./evaluator.list";
import { evaluatorById } from "./evaluator.loader";

/** Evaluators and what they judged. */
@Resolver(() => Evaluator)
export class EvaluatorResolver {
  @Query(() => Evaluator, {
    nullable: true,
    description: "The evaluator with this id; null where there is none.",
  })
  evaluator(
    @Arg("id", () => ID, { description: "Of the evaluator." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Evaluator | null> {
    return context.load(evaluatorById, id);
  }

  @Query(() => EvaluatorConnection, { nullable: true, description: "All evaluators." })
  evaluators(
    @Args(() => EvaluatorArguments) list: EvaluatorArguments,
    @Ctx() context: RequestContext,
  ): Connection<Evaluator> {
    return new EvaluatorConnection(evaluators.page(context, list));
  }

  @FieldResolver(() => EvaluationConnection, {
    nullable: true,
    description: "The evaluator's judgements.",
  })
  evaluations(
    @Root() { id }: Evaluator,
    @Args(() => EvaluationArguments) list: EvaluationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Evaluation> {
    return new EvaluationConnection(evaluationsByEvaluatorId(context, id, list));
  }
}
