import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kit/request-context";
import { Application } from "../application/application";
import { applicationById } from "../application/application.loader";
import { Evaluator } from "../evaluator/evaluator";
import { evaluatorById } from "../evaluator/evaluator.loader";
import { referenced } from "../record/record.loader";
import { SkillCategory } from "../skill-standard/skill-category";
import { skillCategoryByCode } from "../skill-standard/skill-category.loader";
import { Evaluation } from "./evaluation";
import { EvaluationScore } from "./evaluation-score";
import { scoresByEvaluationId } from "./evaluation.loader";

/** Evaluations and what they lead to. */
@Resolver(() => Evaluation)
export class EvaluationResolver {
  @FieldResolver(() => Application, { description: "The application judged." })
  application(
    @Root() { applicationId }: Evaluation,
    @Ctx() context: RequestContext,
  ): Promise<Application> {
    return referenced(context, applicationById, applicationId);
  }

  @FieldResolver(() => SkillCategory, { description: "The category it was judged in." })
  category(
    @Root() { categoryCode }: Evaluation,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory> {
    return referenced(context, skillCategoryByCode, categoryCode);
  }

  @FieldResolver(() => Evaluator, { description: "Who judged." })
  evaluator(
    @Root() { evaluatorId }: Evaluation,
    @Ctx() context: RequestContext,
  ): Promise<Evaluator> {
    return referenced(context, evaluatorById, evaluatorId);
  }

  @FieldResolver(() => [EvaluationScore], { description: "The scores, one a criterion." })
  scores(@Root() { id }: Evaluation, @Ctx() context: RequestContext): Promise<EvaluationScore[]> {
    return context.load(scoresByEvaluationId, id);
  }
}
