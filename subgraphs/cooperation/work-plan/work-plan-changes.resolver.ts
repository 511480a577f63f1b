import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payloadType, type Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { CooperationUserError } from "../error/cooperation-user-error";
import { WorkPlan } from "./work-plan";
import { EndWorkPlanInput, OpenWorkPlanInput } from "./work-plan.inputs";
import { endWorkPlan, openWorkPlan } from "./work-plan.service";

const WorkPlanPayload = payloadType("WorkPlan", "workPlan", WorkPlan, CooperationUserError);

/** What can be done with work plans. */
@Resolver()
export class WorkPlanChangesResolver {
  @Mutation(() => WorkPlanPayload, {
    nullable: true,
    description: "Records a work plan of a network.",
  })
  openWorkPlan(
    @Arg("input", () => OpenWorkPlanInput, { description: "The work plan." })
    input: OpenWorkPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(openWorkPlan, input).then(WorkPlanPayload.of);
  }

  @Mutation(() => WorkPlanPayload, {
    nullable: true,
    description: "Records when a work plan ends, or moves an end that is still to come.",
  })
  endWorkPlan(
    @Arg("input", () => EndWorkPlanInput, { description: "The end." }) input: EndWorkPlanInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(endWorkPlan, input).then(WorkPlanPayload.of);
  }
}
