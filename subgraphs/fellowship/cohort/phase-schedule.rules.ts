import { periodRule } from "../../kit/rules/day.rules";
import { overlap, type StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import type { FellowshipPhaseCode } from "../program/fellowship-phase";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { type CohortFacts, insideCohortRules, shownPeriod } from "./cohort.rules";

/** When a cohort goes through a phase. */
export interface PhaseScheduleValues extends StartedPeriod {
  readonly phase: FellowshipPhaseCode;
}

/** What the rules on the schedule of a phase ask of the cohort. */
export interface PhaseScheduleFacts {
  readonly cohort: CohortFacts;
  /** The phases of its program, in order. */
  readonly phases: readonly FellowshipPhaseCode[];
  /** The schedules of its other phases. */
  readonly others: readonly PhaseScheduleValues[];
}

/** The phase is one of the program's, and not scheduled yet. */
export function newPhaseRules(
  phase: FellowshipPhaseCode,
  { cohort, phases, others }: PhaseScheduleFacts,
): Rules<FellowshipErrorCode> {
  return [
    {
      holds: phases.includes(phase),
      code: "NOT_A_PHASE_OF_PROGRAM",
      message: `Expected a phase of the program, one of ${phases.join(", ")}, received ${phase}.`,
      at: "phase",
    },
    {
      holds: !others.some((other) => other.phase === phase),
      code: "PHASE_ALREADY_SCHEDULED",
      message: `Expected a phase that cohort ${cohort.id} has no schedule for, received ${phase}; it can be rescheduled.`,
      at: "phase",
    },
  ];
}

/** The period lies inside the cohort's, beside the other phases, and in the program's order. */
export function phasePeriodRules(
  values: PhaseScheduleValues,
  { cohort, phases, others }: PhaseScheduleFacts,
): Rules<FellowshipErrorCode> {
  const isPeriod = periodRule(values.from, values.to);
  if (!isPeriod.holds) return [isPeriod];
  const beside = others.filter(({ phase }) => phase !== values.phase);
  return [
    insideCohortRules(values, cohort),
    beside.map((other) => besideRule(values, other, phases)),
  ];
}

/** Two phases share no day, and stand in the program's order. */
function besideRule(
  values: PhaseScheduleValues,
  other: PhaseScheduleValues,
  phases: readonly FellowshipPhaseCode[],
): Rule<FellowshipErrorCode> {
  const received = `received ${shownPeriod(values)}.`;
  if (overlap(values, other)) {
    const message = `Expected days outside ${other.phase}, from ${shownPeriod(other)}, ${received}`;
    return { holds: false, code: "OVERLAPPING_PHASES", message, at: "from" };
  }
  const comesFirst = phases.indexOf(values.phase) < phases.indexOf(other.phase);
  return {
    holds: values.from < other.from === comesFirst,
    code: "PHASE_OUT_OF_ORDER",
    message: `Expected a period ${comesFirst ? "before" : "after"} ${other.phase}, which is from ${shownPeriod(other)}, ${received}`,
    at: "from",
  };
}
