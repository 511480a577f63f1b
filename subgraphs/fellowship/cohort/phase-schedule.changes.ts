import { code, day, id, optional } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { FellowshipPhaseCode } from "../program/fellowship-phase";
import { adding, changesOf, changing } from "../record/fellowship-changes";
import { Cohort } from "./cohort";
import { PhaseSchedule } from "./phase-schedule";
import { newPhaseRules, phasePeriodRules } from "./phase-schedule.rules";
import { lockSchedule, scheduleFacts } from "./phase-schedule.service";

/** What the constraints on a schedule mean where another has just been written. */
export const scheduleConstraints = {
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
    constraints: scheduleConstraints,
    // What is scheduled for a synthetic cohort is synthetic.
    work: async (change, { cohort: cohortId, phase, from, to = null }) => {
      const cohort = await change.lock(Cohort, { id: cohortId }, "input", "cohort");
      const facts = await scheduleFacts(change, cohort, "schedulePhase");
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
    constraints: scheduleConstraints,
    work: async (change, input) => {
      const { schedule, cohort } = await lockSchedule(change, input);
      const from = input.from ?? schedule.from;
      const to = input.to === undefined ? schedule.to : input.to;
      const facts = await scheduleFacts(change, cohort, "reschedulePhase");
      change.require(phasePeriodRules({ phase: schedule.phaseCode, from, to }, facts));
      return change.update(PhaseSchedule, schedule, { from, to });
    },
  }),
});
