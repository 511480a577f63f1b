import type { Change } from "../../kit/mutation/change";
import { Cohort } from "../cohort/cohort";
import { factsOfCohort } from "../cohort/cohort-period";
import { type FellowshipCode, refusal } from "../error/refusal";
import { Fellow } from "../fellow/fellow";
import { longestName, textRefused } from "../rules/common.rules";
import { Placement } from "./placement";
import type { PlacementFacts } from "./placement.rules";

/** What the constraints on placements mean where another has just been written. */
export const placementConstraints = {
  placement_one_at_a_time: refusal(
    "OVERLAPPING_PLACEMENT",
    "Expected days on which the fellow is placed nowhere else: another placement has just been made.",
    "from",
  ),
  placement_host_name_is_text: textRefused(longestName, "hostName"),
};

/** The facts about a fellow's placements, all of them locked, and the cohort they are in. */
export interface LockedPlacements extends PlacementFacts {
  readonly ofCohort: Cohort;
}

/** Locks the cohort of a fellow who is locked already, then the placements, and gives what the rules ask. */
export async function lockPlacements(
  change: Change<FellowshipCode>,
  fellow: Fellow,
  except?: string,
): Promise<LockedPlacements> {
  const ofCohort = await change.lock(Cohort, { id: fellow.cohortId });
  const placements = await change.findAll(Placement, { fellowId: fellow.id });
  const others = placements.filter(({ id, cancelledOn }) => id !== except && cancelledOn === null);
  return { fellow, cohort: factsOfCohort(ofCohort), others, ofCohort };
}

/**
 * Locks the fellow of a placement, so that all changes of one fellow's placements wait for each other in the same
 * order; the placement itself is locked after it. Nothing where there is no such placement.
 */
export async function lockFellowOf(
  change: Change<FellowshipCode>,
  placementId: string,
  mutation: string,
): Promise<Fellow | undefined> {
  const [found] = await change.see(Placement, {
    where: { id: placementId },
    comment: `${mutation}.find`,
  });
  return found ? change.lock(Fellow, { id: found.fellowId }) : undefined;
}
