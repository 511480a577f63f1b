import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { OpenCohortInput, RescheduleCohortInput } from "./cohort.inputs";
import { CohortPayload } from "./cohort.payload";
import { openCohort } from "./open-cohort.service";
import { rescheduleCohort } from "./reschedule-cohort.service";

/** What the office does with cohorts. */
@Resolver()
export class CohortChangesResolver {
  @Mutation(() => CohortPayload, {
    nullable: true,
    description: "Opens a cohort of a program, with exact days.",
  })
  openCohort(
    @Arg("input", () => OpenCohortInput, { description: "The cohort." }) input: OpenCohortInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(openCohort, input).then(CohortPayload.of);
  }

  @Mutation(() => CohortPayload, {
    nullable: true,
    description:
      "Moves the first or last day of a cohort that the office opened. All that is in it must lie inside the new period; what a source states is not changed (PUBLISHED_FACT).",
  })
  rescheduleCohort(
    @Arg("input", () => RescheduleCohortInput, { description: "The cohort and its new days." })
    input: RescheduleCohortInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(rescheduleCohort, input).then(CohortPayload.of);
  }
}
