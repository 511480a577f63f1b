import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { Applicant } from "./applicant";
import { RegisterApplicantInput } from "./applicant.inputs";
import { registerApplicant } from "./applicant.service";

const ApplicantPayload = payloadType("Applicant", "applicant", Applicant, RecruitmentUserError);

/** What the ministry does with applicants. */
@Resolver()
export class ApplicantChangesResolver {
  @Mutation(() => ApplicantPayload, {
    nullable: true,
    description: "Registers a person, who can then apply to one solicitation or more.",
  })
  registerApplicant(
    @Arg("input", () => RegisterApplicantInput, { description: "The person." })
    input: RegisterApplicantInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(registerApplicant, input).then(ApplicantPayload.of);
  }
}
