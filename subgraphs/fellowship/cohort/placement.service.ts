import { versionConflict } from "../../kit/mutation/version-conflict";
import type { Rule } from "../../kit/rules/rule";
import type { FellowshipChange } from "../record/fellowship-changes";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { Cohort } from "./cohort";
import { factsOfCohort } from "./cohort.rules";
import { Fellow } from "./fellow";
import { Placement } from "./placement";

/** Which placement is to be changed, and whose it is to be. */
interface PlacementInput {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly fellow?: string | null;
}

/**
 * Locks a placement behind its fellow and, if it is to be another's, behind that one too: so all changes of one fellow's
 * placements wait for each other in the same order. It gives the fellow whose it then is.
 *
 * @throws Refused NOT_FOUND or VERSION_CONFLICT
 */
export async function lockPlacement(
  change: FellowshipChange,
  input: PlacementInput,
): Promise<{ readonly placement: Placement; readonly fellow: Fellow }> {
  const { fellowId: recordedFor } = await change.read(Placement, input.id);
  const fellowId = input.fellow ?? recordedFor;
  const fellows = new Map<string, Fellow>();
  for (const id of [...new Set([recordedFor, fellowId])].sort()) {
    fellows.set(id, await change.lock(Fellow, { id }, "input", "fellow"));
  }
  const placement = await change.lock(Placement, input);
  change.require(sameFellowRule(placement, recordedFor));
  change.settle();
  const fellow = fellows.get(fellowId);
  return { placement, fellow: fellow ?? change.notFound(Fellow, fellowId, ["input", "fellow"]) };
}

/**
 * Locks the cohort of a fellow who is locked already, then the placements, and gives what the rules ask.
 *
 * @param except - a placement that is not one of the others
 */
export async function lockPlacements(change: FellowshipChange, fellow: Fellow, except?: string) {
  const ofCohort = await change.lock(Cohort, { id: fellow.cohortId });
  const placements = await change.findAll(Placement, { fellowId: fellow.id });
  const others = placements.filter((one) => one.id !== except && one.cancelledOn === null);
  return { fellow, cohort: factsOfCohort(ofCohort), others, ofCohort };
}

/** Nobody has put right, since it was read, whose placement it is: then others are locked than those the rules are about. */
function sameFellowRule(
  { id, fellowId, version }: Placement,
  expected: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: fellowId === expected,
    code: "VERSION_CONFLICT",
    message: versionConflict(`placement ${id}`, version - 1, version),
    at: "id",
  };
}
