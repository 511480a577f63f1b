import type { Period } from "../../kit/rules/period";
import { brokenRules, type Rules } from "../../kit/rules/rule";
import { inTheWay } from "../record/correction.rules";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import type { Cohort } from "./cohort";
import { type CohortUse, shownPeriod, usesRules } from "./cohort.rules";
import type { Fellow } from "./fellow";
import type { PhaseSchedule } from "./phase-schedule";

/** What belongs to a cohort. */
export interface CohortContents {
  readonly fellows: readonly Pick<Fellow, "fellowNumber">[];
  readonly schedules: readonly Pick<PhaseSchedule, "phaseCode" | "from" | "to">[];
}

/** All that is in a cohort lies inside its period once that is put right. */
export function usesHold(period: Period, uses: readonly CohortUse[]): Rules<FellowshipErrorCode> {
  return brokenRules(usesRules(period, uses)).map(({ message, path }) =>
    inTheWay(message, path.slice(1).join(".")),
  );
}

/**
 * A cohort is of another program, or never was, where nothing belongs to it: agencies, hosts and phases are those of the
 * program.
 *
 * @param at - the field of the correction
 */
export function emptyRules(
  { id }: Pick<Cohort, "id">,
  { fellows, schedules }: CohortContents,
  at: string,
): Rules<FellowshipErrorCode> {
  const [fellow] = fellows;
  const [schedule] = schedules;
  const broken: Rules<FellowshipErrorCode>[] = [];
  if (fellow) {
    const message = `Expected a cohort without fellows, received ${id} with ${fellows.length}, found fellow ${fellow.fellowNumber}.`;
    broken.push([inTheWay(message, at)]);
  }
  if (schedule) {
    const message = `Expected a cohort without scheduled phases, received ${id}, found ${schedule.phaseCode} from ${shownPeriod(schedule)}.`;
    broken.push([inTheWay(message, at)]);
  }
  return broken;
}
