import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Payload } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { ReschedulePhaseInput, SchedulePhaseInput } from "./phase-schedule.inputs";
import { PhaseSchedulePayload } from "./phase-schedule.payload";
import { reschedulePhase, schedulePhase } from "./phase-schedule.service";

/** What the office does with the schedule of a cohort. */
@Resolver()
export class PhaseScheduleChangesResolver {
  @Mutation(() => PhaseSchedulePayload, {
    nullable: true,
    description:
      "Schedules a phase of the program for a cohort, published or opened: inside its period, once, beside the other phases and in the program's order.",
  })
  schedulePhase(
    @Arg("input", () => SchedulePhaseInput, { description: "The phase and its days." })
    input: SchedulePhaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(schedulePhase, input).then(PhaseSchedulePayload.of);
  }

  @Mutation(() => PhaseSchedulePayload, {
    nullable: true,
    description: "Moves a scheduled phase, by the same rules.",
  })
  reschedulePhase(
    @Arg("input", () => ReschedulePhaseInput, { description: "The schedule and its new days." })
    input: ReschedulePhaseInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(reschedulePhase, input).then(PhaseSchedulePayload.of);
  }
}
