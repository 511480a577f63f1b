import { In, IsNull } from "typeorm";
import type { Change } from "../../kit/mutation/change";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { FellowshipCode } from "../error/refusal";
import { Fellow } from "../fellow/fellow";
import { PhaseSchedule } from "../phase-schedule/phase-schedule";
import { Placement } from "../placement/placement";
import { dayAfter, shownPeriod, type StartedPeriod } from "../rules/period";
import { Cohort } from "./cohort";
import type { RescheduleCohortInput } from "./cohort.inputs";
import { checkCohortDays, checkUses, type CohortUse } from "./cohort.rules";
import { daysOf } from "./open-cohort.service";

/**
 * Moves the first or last day of a cohort that the office opened. It locks the cohort alone: whatever must lie inside
 * the period is written under the cohort's lock too, so nothing comes in between.
 */
export const rescheduleCohort: ChangeDefinition<RescheduleCohortInput, Cohort, FellowshipCode> = {
  name: "rescheduleCohort",
  node: Cohort,
  constraints: {},
  work: async (change, input) => {
    const cohort = await change.lock(Cohort, input);
    change.check(
      cohort.sourceId === null,
      "PUBLISHED_FACT",
      `Expected a cohort that the office opened, received ${cohort.id}, which ${cohort.sourceId ?? ""} states.`,
      ...["input", "id"],
    );
    change.settle();
    const startsOn = input.startsOn ?? cohort.startsOn ?? "";
    const endsOn = input.endsOn ?? cohort.endsOn ?? "";
    change.refuse(checkCohortDays({ startsOn, endsOn }));
    change.settle();
    change.refuse(
      checkUses({ from: startsOn, to: dayAfter(endsOn) }, await usesOf(change, cohort.id)),
    );
    return change.update(Cohort, cohort, daysOf({ startsOn, endsOn }));
  },
};

async function usesOf(change: Change<FellowshipCode>, cohortId: string): Promise<CohortUse[]> {
  const fellows = await change.see(Fellow, {
    where: { cohortId },
    comment: "rescheduleCohort.fellows",
  });
  const placements = await change.see(Placement, {
    where: { fellowId: In(fellows.map(({ id }) => id)), cancelledOn: IsNull() },
    comment: "rescheduleCohort.placements",
  });
  const phases = await change.see(PhaseSchedule, {
    where: { cohortId },
    comment: "rescheduleCohort.phases",
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
  const day = completedOn ?? withdrawnOn ?? admittedOn;
  return { what: `${day}, a day of fellow ${fellowNumber}`, from: completedOn, to: dayAfter(day) };
}
