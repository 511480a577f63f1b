import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../kit/request-context";
import { Cohort } from "../cohort/cohort";
import { cohortById } from "../cohort/cohort.loader";
import { FellowshipPhase } from "../phase/fellowship-phase";
import { phasesByProgramCode } from "../phase/fellowship-phase.loader";
import { PhaseSchedule } from "./phase-schedule";

/** What the schedule of a phase leads to. */
@Resolver(() => PhaseSchedule)
export class PhaseScheduleResolver {
  @FieldResolver(() => Cohort, { description: "The cohort that goes through the phase." })
  cohort(
    @Root() { cohortId }: PhaseSchedule,
    @Ctx() context: RequestContext,
  ): Promise<Cohort | null> {
    return context.load(cohortById, cohortId);
  }

  @FieldResolver(() => FellowshipPhase, { description: "The phase of the program." })
  async phase(
    @Root() { programCode, phaseCode }: PhaseSchedule,
    @Ctx() context: RequestContext,
  ): Promise<FellowshipPhase | undefined> {
    const phases = await context.load(phasesByProgramCode, programCode);
    return phases.find(({ code }) => code === phaseCode);
  }
}
