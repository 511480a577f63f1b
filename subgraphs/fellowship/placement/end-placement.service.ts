import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { FellowshipCode } from "../error/refusal";
import { dayAfter } from "../rules/period";
import { Placement } from "./placement";
import { lockFellowOf } from "./placement-facts.service";
import type { CancelPlacementInput, EndPlacementInput } from "./placement.inputs";
import { checkCancellation, checkEnd } from "./placement.rules";

/** Ends a placement before its time. Locks the fellow, then the placement. */
export const endPlacement: ChangeDefinition<EndPlacementInput, Placement, FellowshipCode> = {
  name: "endPlacement",
  node: Placement,
  constraints: {},
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

/** Cancels a placement that has not begun. Locks the fellow, then the placement. */
export const cancelPlacement: ChangeDefinition<CancelPlacementInput, Placement, FellowshipCode> = {
  name: "cancelPlacement",
  node: Placement,
  constraints: {},
  work: async (change, input) => {
    await lockFellowOf(change, input.id, "cancelPlacement");
    const placement = await change.lock(Placement, input);
    change.refuse(checkCancellation(input, placement, change.today));
    return change.update(Placement, placement, {
      cancelledOn: input.on,
      cancellationReason: input.reason.trim(),
    });
  },
};
