import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Evaluator } from "./evaluator";
import { RegisterEvaluatorInput } from "./evaluator.inputs";
import { registerEvaluator } from "./evaluator.service";

const EvaluatorPayload = payloadType("Evaluator", "evaluator", Evaluator, RecruitmentUserError);

/** What the ministry does with evaluators. */
@Resolver()
export class EvaluatorChangesResolver {
  @Mutation(() => EvaluatorPayload, {
    nullable: true,
    description: "Registers an external expert, who can then judge applications.",
  })
  registerEvaluator(
    @Arg("input", () => RegisterEvaluatorInput, { description: "The expert." })
    input: RegisterEvaluatorInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(registerEvaluator, input).then(EvaluatorPayload.of);
  }
}
