import { code, day, id, optional } from "../../kit/graphql/input-fields";
import { FellowshipPhaseCode } from "../program/fellowship-phase";
import { corrected } from "../record/correction.rules";
import { changesOf, correcting } from "../record/fellowship-changes";
import { PhaseSchedule } from "./phase-schedule";
import { scheduleConstraints as constraints } from "./phase-schedule.changes";
import { newPhaseRules, phasePeriodRules } from "./phase-schedule.rules";
import { lockSchedule, scheduleFacts } from "./phase-schedule.service";

/** Puts right what was recorded wrongly of the schedule of a cohort. Locks the cohorts, then their schedules. */
export const phaseScheduleCorrections = changesOf(PhaseSchedule, {
  correctPhaseSchedule: correcting({
    description:
      "Puts right what was recorded wrongly of a scheduled phase: of which cohort, which phase, or its days. The cohort's whole schedule must keep the rules afterwards.",
    about: "What was recorded wrongly of a scheduled phase, and how it was. What is absent stays.",
    given: "What was wrong, and how it was.",
    input: {
      cohort: optional(id("The id of the cohort that goes through it.")),
      phase: optional(code(FellowshipPhaseCode, "Which phase.")),
      from: optional(day("The first day.")),
      to: optional(day("The first day on which it no longer holds; null opens it.")),
    },
    constraints,
    work: async (change, input) => {
      const { schedule, cohort } = await lockSchedule(change, input);
      const facts = await scheduleFacts(change, cohort, "correctPhaseSchedule", schedule.id);
      const phase = input.phase ?? schedule.phaseCode;
      const from = input.from ?? schedule.from;
      const to = corrected(input.to, schedule.to);
      change.require(newPhaseRules(phase, facts));
      change.settle();
      change.require(phasePeriodRules({ phase, from, to }, facts));
      return change.update(PhaseSchedule, schedule, {
        cohortId: cohort.id,
        programCode: cohort.programCode,
        phaseCode: phase,
        from,
        to,
        // What is scheduled for a synthetic cohort is synthetic.
        synthetic: schedule.synthetic || cohort.synthetic,
      });
    },
  }),

  takeBackPhaseSchedule: correcting({
    description:
      "Takes back a phase that was never scheduled. It answers with what was on record, which stays in the history and in the changes.",
    about: "A phase that was never scheduled.",
    given: "Which schedule.",
    input: {},
    work: async (change, input) => {
      const { schedule } = await lockSchedule(change, input);
      await change.remove(PhaseSchedule, schedule);
      return schedule;
    },
  }),
});
