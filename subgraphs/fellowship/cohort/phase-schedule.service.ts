import { versionConflict } from "../../kit/mutation/version-conflict";
import type { Rule } from "../../kit/rules/rule";
import { FellowshipPhase } from "../program/fellowship-phase";
import type { FellowshipChange } from "../record/fellowship-changes";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { Cohort } from "./cohort";
import { factsOfCohort } from "./cohort.rules";
import { PhaseSchedule } from "./phase-schedule";
import type { PhaseScheduleFacts } from "./phase-schedule.rules";

/** A schedule that is to be changed, locked, with the cohort whose it then is. */
interface LockedSchedule {
  readonly schedule: PhaseSchedule;
  readonly cohort: Cohort;
}

/**
 * Locks a schedule behind its cohort and, if it is to be another's, behind that one too.
 *
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockSchedule(
  change: FellowshipChange,
  input: {
    readonly id: string;
    readonly expectedVersion?: number | null;
    readonly cohort?: string | null;
  },
): Promise<LockedSchedule> {
  const { cohortId: recordedFor } = await change.read(PhaseSchedule, input.id);
  const cohortId = input.cohort ?? recordedFor;
  const cohorts = new Map<string, Cohort>();
  for (const id of [...new Set([recordedFor, cohortId])].sort()) {
    cohorts.set(id, await change.lock(Cohort, { id }, "input", "cohort"));
  }
  const schedule = await change.lock(PhaseSchedule, input);
  change.require(sameCohortRule(schedule, recordedFor));
  change.settle();
  const cohort = cohorts.get(cohortId);
  return { schedule, cohort: cohort ?? change.notFound(Cohort, cohortId, ["input", "cohort"]) };
}

/**
 * What the rules on a cohort's schedule ask; locks its schedules.
 *
 * @param mutation - names the statements
 * @param except - a schedule that is not one of the others
 */
export async function scheduleFacts(
  change: FellowshipChange,
  cohort: Cohort,
  mutation: string,
  except?: string,
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
    others: schedules
      .filter(({ id }) => id !== except)
      .map(({ phaseCode, from, to }) => ({ phase: phaseCode, from, to })),
  };
}

/** Nobody has put right, since it was read, whose schedule it is. */
function sameCohortRule(
  { id, cohortId, version }: PhaseSchedule,
  expected: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: cohortId === expected,
    code: "VERSION_CONFLICT",
    message: versionConflict(`phase schedule ${id}`, version - 1, version),
    at: "id",
  };
}
