import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { FellowshipCode } from "../error/refusal";
import { Fellow } from "../fellow/fellow";
import { programOfCohort } from "../program/program-of-cohort";
import { Placement } from "./placement";
import { lockFellowOf, lockPlacements, placementConstraints } from "./placement-facts.service";
import type { ChangePlacementInput, PlaceFellowInput } from "./placement.inputs";
import { checkHost, checkNotCancelled, checkPlacementPeriod } from "./placement.rules";

/** Places a fellow, a synthetic one synthetically. Locks the fellow, then the cohort, then the fellow's placements. */
export const placeFellow: ChangeDefinition<PlaceFellowInput, Placement, FellowshipCode> = {
  name: "placeFellow",
  node: Placement,
  constraints: placementConstraints,
  work: async (change, input) => {
    const { hostKind, hostAgency = null, hostName = null, from, to = null } = input;
    const fellow = await change.lock(Fellow, { id: input.fellow }, "input", "fellow");
    const facts = await lockPlacements(change, fellow);
    const program = await programOfCohort(change.manager, facts.ofCohort, "placeFellow");
    change.refuse(checkHost({ hostKind, hostAgency, hostName }, program.hostCountryCode));
    change.refuse(checkPlacementPeriod({ from, to }, facts));
    return change.insert(Placement, {
      fellowId: fellow.id,
      hostKind,
      hostAgencyCode: hostAgency,
      hostName: hostName?.trim() ?? null,
      from,
      to,
      synthetic: fellow.synthetic,
    });
  },
};

/**
 * Changes the days of a placement, or corrects those of one that has ended; the reason it was ended for goes where its
 * end is opened again. Locks the fellow, then the cohort, then the fellow's placements.
 */
export const changePlacement: ChangeDefinition<ChangePlacementInput, Placement, FellowshipCode> = {
  name: "changePlacement",
  node: Placement,
  constraints: placementConstraints,
  work: async (change, input) => {
    const fellow = await lockFellowOf(change, input.id, "changePlacement");
    const facts = fellow && (await lockPlacements(change, fellow, input.id));
    const placement = await change.lock(Placement, input);
    if (!facts) throw new Error(`placement ${input.id} has no fellow`);
    const from = input.from ?? placement.from;
    const to = input.to === undefined ? placement.to : input.to;
    change.refuse(checkNotCancelled(placement));
    change.refuse(checkPlacementPeriod({ from, to }, facts));
    const endReason = to === null ? null : placement.endReason;
    return change.update(Placement, placement, { from, to, endReason });
  },
};
