import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { FellowshipCode } from "../error/refusal";
import { longestReason, textRefused } from "../rules/common.rules";
import { dayAfter } from "../rules/period";
import { Placement } from "./placement";
import { lockFellowOf } from "./placement-facts.service";
import type { CancelPlacementInput, EndPlacementInput } from "./placement.inputs";
import { checkCancellation, checkEnd, checkStillToCome } from "./placement.rules";

const noReason = textRefused(longestReason, "reason");

/** Ends a placement before its time. Locks the fellow, then the placement. */
export const endPlacement: ChangeDefinition<EndPlacementInput, Placement, FellowshipCode> = {
  name: "endPlacement",
  node: Placement,
  constraints: { placement_end_reason_is_text: noReason },
  work: async (change, input) => {
    await lockFellowOf(change, input.id, "endPlacement");
    const placement = await change.lock(Placement, input);
    change.refuse(checkEnd(input, placement, change.today));
    change.settle();
    return change.update(Placement, placement, {
      to: dayAfter(input.lastDay),
      endReason: input.reason.trim(),
    });
  },
};

/** Cancels a placement that is still to come. Locks the fellow, then the placement. */
export const cancelPlacement: ChangeDefinition<CancelPlacementInput, Placement, FellowshipCode> = {
  name: "cancelPlacement",
  node: Placement,
  constraints: { placement_cancellation_has_reason: noReason },
  work: async (change, input) => {
    const { today } = change;
    const fellow = await lockFellowOf(change, input.id, "cancelPlacement");
    const placement = await change.lock(Placement, input);
    if (!fellow) throw new Error(`placement ${input.id} has no fellow`);
    change.refuse(checkCancellation(input, placement, { today, fellow }));
    change.settle();
    change.refuse(checkStillToCome(placement, today));
    return change.update(Placement, placement, {
      cancelledOn: input.on,
      cancellationReason: input.reason.trim(),
    });
  },
};
