import type { Change } from "../../kit/mutation/change";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Cohort } from "../cohort/cohort";
import { factsOfCohort } from "../cohort/cohort-period";
import { type FellowshipCode, refusal } from "../error/refusal";
import { FellowshipPhase } from "../phase/fellowship-phase";
import { PhaseSchedule } from "./phase-schedule";
import type { ReschedulePhaseInput, SchedulePhaseInput } from "./phase-schedule.inputs";
import { checkNewPhase, checkPhasePeriod, type PhaseScheduleFacts } from "./phase-schedule.rules";

const constraints = {
  phase_schedule_once: refusal(
    "PHASE_ALREADY_SCHEDULED",
    "Expected a phase that the cohort has no schedule for: it has just been scheduled.",
    "phase",
  ),
  phase_schedule_without_overlap: refusal(
    "OVERLAPPING_PHASES",
    "Expected days outside the cohort's other phases: another has just been scheduled.",
    "from",
  ),
};

/** Schedules a phase for a cohort, a synthetic one synthetically. Locks the cohort, then its schedules. */
export const schedulePhase: ChangeDefinition<SchedulePhaseInput, PhaseSchedule, FellowshipCode> = {
  name: "schedulePhase",
  node: PhaseSchedule,
  constraints,
  work: async (change, { cohort: cohortId, phase, from, to = null }) => {
    const cohort = await change.lock(Cohort, { id: cohortId }, "input", "cohort");
    const facts = await factsOf(change, cohort, "schedulePhase");
    change.refuse(checkNewPhase(phase, facts));
    change.settle();
    change.refuse(checkPhasePeriod({ phase, from, to }, facts));
    const { programCode, synthetic } = cohort;
    const values = { cohortId, programCode, phaseCode: phase, from, to, synthetic };
    return change.insert(PhaseSchedule, values);
  },
};

/** Moves a phase of a cohort. Locks the cohort, then its schedules. */
export const reschedulePhase: ChangeDefinition<
  ReschedulePhaseInput,
  PhaseSchedule,
  FellowshipCode
> = {
  name: "reschedulePhase",
  node: PhaseSchedule,
  constraints,
  work: async (change, input) => {
    const found = await change.manager.findOne(PhaseSchedule, {
      where: { id: input.id },
      comment: "reschedulePhase.find",
    });
    const cohort = found && (await change.lock(Cohort, { id: found.cohortId }));
    const schedule = await change.lock(PhaseSchedule, input);
    if (!cohort) throw new Error(`schedule ${input.id} has no cohort`);
    const from = input.from ?? schedule.from;
    const to = input.to === undefined ? schedule.to : input.to;
    const facts = await factsOf(change, cohort, "reschedulePhase");
    change.refuse(checkPhasePeriod({ phase: schedule.phaseCode, from, to }, facts));
    return change.update(PhaseSchedule, schedule, { from, to });
  },
};

async function factsOf(
  change: Change<FellowshipCode>,
  cohort: Cohort,
  mutation: string,
): Promise<PhaseScheduleFacts> {
  const phases = await change.manager.find(FellowshipPhase, {
    where: { programCode: cohort.programCode },
    order: { position: "ASC" },
    comment: `${mutation}.phases`,
  });
  const schedules = await change.findAll(PhaseSchedule, { cohortId: cohort.id });
  return {
    cohort: factsOfCohort(cohort),
    phases: phases.map(({ code }) => code),
    others: schedules.map(({ phaseCode, from, to }) => ({ phase: phaseCode, from, to })),
  };
}
