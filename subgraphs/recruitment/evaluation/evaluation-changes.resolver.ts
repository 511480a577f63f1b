import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Evaluation } from "./evaluation";
import { RecordEvaluationInput } from "./evaluation.inputs";
import { recordEvaluation } from "./evaluation.service";

const EvaluationPayload = payloadType("Evaluation", "evaluation", Evaluation, RecruitmentUserError);

/** What the committee does with applications. */
@Resolver()
export class EvaluationChangesResolver {
  @Mutation(() => EvaluationPayload, {
    nullable: true,
    description:
      "Records what an evaluator says of an application in one of its categories, before the decision. Once each category was judged, the application is EVALUATED. The version of the application is counted.",
  })
  recordEvaluation(
    @Arg("input", () => RecordEvaluationInput, { description: "The evaluation." })
    input: RecordEvaluationInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(recordEvaluation, input).then(EvaluationPayload.of);
  }
}
