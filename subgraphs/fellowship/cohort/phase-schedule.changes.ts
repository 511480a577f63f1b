import { code, day, id, optional } from "../../kit/graphql/input-fields";
import type { Change } from "../../kit/mutation/change";
import { atTheSameMoment } from "../../kit/rules/rule";
import { FellowshipPhase, FellowshipPhaseCode } from "../program/fellowship-phase";
import { adding, changesOf, changing } from "../record/fellowship-changes";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { Cohort } from "./cohort";
import { factsOfCohort } from "./cohort.rules";
import { PhaseSchedule } from "./phase-schedule";
import { newPhaseRules, phasePeriodRules, type PhaseScheduleFacts } from "./phase-schedule.rules";

const constraints = {
  phase_schedule_once: atTheSameMoment(
    "PHASE_ALREADY_SCHEDULED",
    "a phase that the cohort has no schedule for",
    "phase",
  ),
  phase_schedule_without_overlap: atTheSameMoment(
    "OVERLAPPING_PHASES",
    "days outside the cohort's other phases",
    "from",
  ),
};

/** What the office does with the schedule of a cohort. Locks the cohort, then its schedules. */
export const phaseScheduleChanges = changesOf(PhaseSchedule, {
  schedulePhase: adding({
    description:
      "Schedules a phase of the program for a cohort, published or opened: inside its period, once, beside the other phases and in the program's order.",
    about: "A phase of its program that a cohort is to go through.",
    given: "The phase and its days.",
    input: {
      cohort: id("The cohort's id, as MIKE_MANSFIELD-29."),
      phase: code(FellowshipPhaseCode, "Which phase."),
      from: day("The first day."),
      to: optional(day("The first day on which it no longer holds; null where that is open.")),
    },
    constraints,
    // What is scheduled for a synthetic cohort is synthetic.
    work: async (change, { cohort: cohortId, phase, from, to = null }) => {
      const cohort = await change.lock(Cohort, { id: cohortId }, "input", "cohort");
      const facts = await factsOf(change, cohort, "schedulePhase");
      change.require(newPhaseRules(phase, facts));
      change.settle();
      change.require(phasePeriodRules({ phase, from, to }, facts));
      const { programCode, synthetic } = cohort;
      const values = { cohortId, programCode, phaseCode: phase, from, to, synthetic };
      return change.insert(PhaseSchedule, values);
    },
  }),

  reschedulePhase: changing({
    description: "Moves a scheduled phase, by the same rules.",
    about: "New days of a scheduled phase; what is not given stays.",
    given: "The schedule and its new days.",
    input: {
      from: optional(day("The first day.")),
      to: optional(
        day("The first day on which it no longer holds; null opens it, not given leaves it."),
      ),
    },
    constraints,
    work: async (change, input) => {
      const { cohortId } = await change.read(PhaseSchedule, input.id);
      const cohort = await change.lock(Cohort, { id: cohortId });
      const schedule = await change.lock(PhaseSchedule, input);
      const from = input.from ?? schedule.from;
      const to = input.to === undefined ? schedule.to : input.to;
      const facts = await factsOf(change, cohort, "reschedulePhase");
      change.require(phasePeriodRules({ phase: schedule.phaseCode, from, to }, facts));
      return change.update(PhaseSchedule, schedule, { from, to });
    },
  }),
});

async function factsOf(
  change: Change<FellowshipErrorCode>,
  cohort: Cohort,
  mutation: string,
): Promise<PhaseScheduleFacts> {
  const phases = await change.see(FellowshipPhase, {
    where: { programCode: cohort.programCode },
    order: { position: "ASC" },
    comment: `${mutation}.phases`,
  });
  const schedules = await change.findAll(PhaseSchedule, { cohortId: cohort.id });
  return {
    cohort: factsOfCohort(cohort),
    phases: phases.map((phase) => phase.code),
    others: schedules.map(({ phaseCode, from, to }) => ({ phase: phaseCode, from, to })),
  };
}
