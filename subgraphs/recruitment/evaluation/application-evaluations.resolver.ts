import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kit/request-context";
import { Application } from "../application/application";
import { Evaluation } from "./evaluation";
import { evaluationsByApplicationId } from "./evaluation.loader";

/** What the evaluation adds to an application. */
@Resolver(() => Application)
export class ApplicationEvaluationsResolver {
  @FieldResolver(() => [Evaluation], {
    description: "What the external evaluators say of it, in the order it was given.",
  })
  evaluations(@Root() { id }: Application, @Ctx() context: RequestContext): Promise<Evaluation[]> {
    return context.load(evaluationsByApplicationId, id);
  }
}
