import { In, IsNull } from "typeorm";
import { fiscalYearOfDay } from "../../catalog/fiscal-year/fiscal-year-range";
import { shown } from "../../kit/errors";
import { dayAfter, type StartedPeriod } from "../../kit/rules/period";
import { atTheSameMoment } from "../../kit/rules/rule";
import { FellowshipProgram } from "../program/fellowship-program";
import type { FellowshipChange } from "../record/fellowship-changes";
import { Cohort, cohortId } from "./cohort";
import { type CohortUse, type CohortValues, shownPeriod } from "./cohort.rules";
import { Fellow } from "./fellow";
import { PhaseSchedule } from "./phase-schedule";
import { Placement } from "./placement";

const exists = atTheSameMoment("COHORT_EXISTS", "a number that the program has not used", "number");

/** What the constraints on a cohort mean where another has just been written. */
export const cohortConstraints = { cohort_pkey: exists, cohort_program_code_number_key: exists };

/** Notes a broken rule unless there is a program with this code. */
export async function requireProgram(change: FellowshipChange, program: string): Promise<void> {
  change.require([
    {
      holds: await change.isThere(FellowshipProgram, { code: program }),
      code: "UNKNOWN_PROGRAM",
      message: `Expected the code of a fellowship program, received ${shown(program)}.`,
      at: "program",
    },
  ]);
}

/** Notes a broken rule where the program has used the number, published or opened. */
export async function requireUnused(
  change: FellowshipChange,
  program: string,
  number: number,
): Promise<void> {
  change.require([
    {
      holds: (await change.find(Cohort, { id: cohortId(program, number) })) === undefined,
      code: "COHORT_EXISTS",
      message: `Expected a number that ${program} has not used, received ${number}.`,
      at: "number",
    },
  ]);
}

/** What is stored of the days of a cohort that are known exactly. */
export function daysOf({ startsOn, endsOn }: CohortValues): Partial<Cohort> {
  return {
    startsOn,
    startsEarliest: startsOn,
    startsLatest: startsOn,
    endsOn,
    endsLatest: endsOn,
    fiscalYearNumber: fiscalYearOfDay(startsOn),
  };
}

/**
 * All that must lie inside the period of a cohort. It is written under the cohort's lock, so that none is added.
 *
 * @param mutation - names the statements
 */
export async function usesOf(
  change: FellowshipChange,
  cohortId: string,
  mutation: string,
): Promise<CohortUse[]> {
  const fellows = await change.see(Fellow, {
    where: { cohortId },
    comment: `${mutation}.fellows`,
  });
  const placements = await change.see(Placement, {
    where: { fellowId: In(fellows.map((fellow) => fellow.id)), cancelledOn: IsNull() },
    comment: `${mutation}.placements`,
  });
  const phases = await change.see(PhaseSchedule, {
    where: { cohortId },
    comment: `${mutation}.phases`,
  });
  return [
    ...phases.map((phase) => useDuring(`phase ${phase.phaseCode}`, phase)),
    ...placements.map((placement) => useDuring(`placement ${placement.id}`, placement)),
    ...fellows.map(useOf),
  ];
}

function useDuring(what: string, { from, to }: StartedPeriod): CohortUse {
  return { what: `${what}, from ${shownPeriod({ from, to })}`, from, to };
}

/** The fellowship is completed inside the period; the fellow is admitted, and may withdraw, before it or inside. */
function useOf({ fellowNumber, admittedOn, completedOn, withdrawnOn }: Fellow): CohortUse {
  const last = completedOn ?? withdrawnOn ?? admittedOn;
  return {
    what: `${last}, a day of fellow ${fellowNumber}`,
    from: completedOn,
    to: dayAfter(last),
  };
}
