import { type FellowshipRefusal, refusal } from "../error/refusal";
import type { FellowshipPhaseCode } from "../phase/fellowship-phase-code";
import { checkInsideCohort, checkPeriod, type CohortFacts } from "../rules/common.rules";
import { overlap, shownPeriod, type StartedPeriod } from "../rules/period";

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
export function checkNewPhase(
  phase: FellowshipPhaseCode,
  { cohort, phases, others }: PhaseScheduleFacts,
): FellowshipRefusal[] {
  if (!phases.includes(phase)) {
    const message = `Expected a phase of the program, one of ${phases.join(", ")}, received ${phase}.`;
    return [refusal("NOT_A_PHASE_OF_PROGRAM", message, "phase")];
  }
  if (!others.some((other) => other.phase === phase)) return [];
  const message = `Expected a phase that cohort ${cohort.id} has no schedule for, received ${phase}; it can be rescheduled.`;
  return [refusal("PHASE_ALREADY_SCHEDULED", message, "phase")];
}

/** The period lies inside the cohort's, beside the other phases, and in the program's order. */
export function checkPhasePeriod(
  values: PhaseScheduleValues,
  { cohort, phases, others }: PhaseScheduleFacts,
): FellowshipRefusal[] {
  const wrong = checkPeriod(values);
  if (wrong.length > 0) return wrong;
  const beside = others.filter(({ phase }) => phase !== values.phase);
  const place = ({ phase }: PhaseScheduleValues) => phases.indexOf(phase);
  return [
    ...checkInsideCohort(values, cohort),
    ...beside.flatMap((other) => {
      if (overlap(values, other)) {
        const message = `Expected days outside ${other.phase}, from ${shownPeriod(other)}, received ${shownPeriod(values)}.`;
        return [refusal("OVERLAPPING_PHASES", message, "from")];
      }
      const comesFirst = place(values) < place(other);
      if (values.from < other.from === comesFirst) return [];
      const message = `Expected a period ${comesFirst ? "before" : "after"} ${other.phase}, which is from ${shownPeriod(other)}, received ${shownPeriod(values)}.`;
      return [refusal("PHASE_OUT_OF_ORDER", message, "from")];
    }),
  ];
}
