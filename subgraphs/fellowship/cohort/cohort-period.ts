import type { CohortFacts } from "../rules/common.rules";
import { dayAfter, type Period } from "../rules/period";

/** What of a cohort says when it is. */
export interface CohortDays {
  readonly startsEarliest: string | null;
  readonly endsLatest: string | null;
}

/**
 * The days a cohort may cover: from the earliest its start may stand for through the latest its end may stand for.
 * Open where the source does not say.
 */
export function periodOfCohort({ startsEarliest, endsLatest }: CohortDays): Period {
  return { from: startsEarliest, to: endsLatest === null ? null : dayAfter(endsLatest) };
}

/** A cohort as the rules see it. */
export function factsOfCohort(cohort: CohortDays & { readonly id: string }): CohortFacts {
  return { id: cohort.id, period: periodOfCohort(cohort) };
}
